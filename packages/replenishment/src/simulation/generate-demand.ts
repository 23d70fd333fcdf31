/** Demand as it comes in life, of a wanted class, from a seed. */
import { classify, type DemandClass, seededRandom } from "../demand/index.ts";
import { gammaDraw, poissonDraw } from "./draw.ts";

export type GeneratedClass = Exclude<DemandClass, "none" | "too-short">;

export interface GeneratedDemand {
  class: GeneratedClass;
  /** Whole number; the same gives the same demand. */
  seed: number;
  /** From 56; a multiple of 7 where the class is that of weeks. */
  days: number;
  /** Of which periods the class is. Weeks: each week's pieces leave on one day, or on Monday to Friday. */
  periodDays: 1 | 7;
  /** Pieces in a period with demand, on average, from 1; left out: drawn, 2…60 (from 6 where sizes vary much). */
  size?: number;
  /** Growth in a year as a share of the begin, above −1: 0.2 is 20 % more after a year. */
  trend?: number;
  /** Higher and lower by this share of the average, 0…1, once in `periodDays`. */
  season?: { share: number; periodDays: number };
}

export interface Generated {
  /** Pieces a day. */
  demand: Float64Array;
  /** By which it was drawn. */
  chance: number;
  size: number;
  /** Squared coefficient of variation of the sizes. */
  sizeVariation: number;
}

const MOST_TRIES = 200;
/** Shares of periods with demand and CV² of the sizes, from … to: inside of each class' limits (1 / 1.32 and 0.49). */
const RANGES: Record<GeneratedClass, { chance: [number, number]; variation: [number, number] }> = {
  smooth: { chance: [0.9, 1], variation: [0.03, 0.3] },
  erratic: { chance: [0.9, 1], variation: [0.6, 1.5] },
  intermittent: { chance: [0.15, 0.6], variation: [0.03, 0.3] },
  lumpy: { chance: [0.15, 0.6], variation: [0.6, 1.5] },
};

/**
 * Periods with demand come by chance; their sizes are gamma distributed, whole and at least 1. Drawn anew until what came
 * out is of the class (looked at without trend and season). Throws RangeError where that can't be: too few days, or
 * sizes too small to vary so much.
 */
export function generateDemand(wanted: GeneratedDemand): Generated {
  const { periodDays, days } = wanted;
  const periods = Math.floor(days / periodDays);
  if (!(periods >= 8)) throw new RangeError("demand of a class needs at least 8 periods");
  const random = seededRandom(wanted.seed);
  const between = ([from, to]: [number, number]) => from + (to - from) * random();
  const { chance: chances, variation } = RANGES[wanted.class];
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const chance = between(chances);
    const sizeVariation = between(variation);
    const size = wanted.size ?? Math.exp(between([Math.log(sizeVariation > 0.49 ? 6 : 2), Math.log(60)]));
    const steady = drawPeriods(periods, chance, size, sizeVariation, random, () => 1);
    if (classify(steady).class !== wanted.class) continue;
    const isLevel = !wanted.trend && !wanted.season;
    const values = isLevel
      ? steady
      : drawPeriods(periods, chance, size, sizeVariation, random, (period) =>
          levelOn((period + 0.5) * periodDays, wanted),
        );
    return {
      demand: periodDays === 1 ? values : daysOf(values, chance, random),
      chance,
      size,
      sizeVariation,
    };
  }
  throw new RangeError(`no ${wanted.class} demand with pieces of ${wanted.size} in ${days} days`);
}

/** Pieces a day, each customer's one: as theory mostly has it. `rate`: pieces a day on average. */
export function generatePoissonDemand(rate: number, days: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({ length: days }, () => poissonDraw(rate, random));
}

function drawPeriods(
  periods: number,
  chance: number,
  size: number,
  variation: number,
  random: () => number,
  levelOf: (period: number) => number,
): Float64Array {
  return Float64Array.from({ length: periods }, (_, period) => {
    if (random() >= chance) return 0;
    const pieces = gammaDraw(1 / variation, size * variation, random) * levelOf(period);
    return Math.max(1, Math.round(pieces));
  });
}

function levelOn(day: number, { trend = 0, season }: GeneratedDemand): number {
  const grown = Math.max(0, 1 + (trend * day) / 365);
  return season ? grown * (1 + season.share * Math.sin((2 * Math.PI * day) / season.periodDays)) : grown;
}

/** Frequent demand comes on every working day, piece by piece; rare demand on one of them at once. */
function daysOf(weeks: Float64Array, chance: number, random: () => number): Float64Array {
  const days = new Float64Array(weeks.length * 7);
  for (const [week, pieces] of weeks.entries()) {
    if (pieces === 0) continue;
    if (chance < 0.75) days[week * 7 + Math.floor(random() * 5)] = pieces;
    else for (let piece = 0; piece < pieces; piece += 1) days[week * 7 + Math.floor(random() * 5)]! += 1;
  }
  return days;
}

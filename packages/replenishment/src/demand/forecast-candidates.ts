import { croston, syntetosBoylan } from "./croston.ts";
import type { Classification, DemandClass } from "./demand-class.ts";
import type { Forecaster, ForecastMethod } from "./forecaster.ts";
import type { DemandSeries } from "./history.ts";
import { movingAverage } from "./moving-average.ts";
import { seasonalSmoothing } from "./seasonal-smoothing.ts";
import { simpleSmoothing } from "./simple-smoothing.ts";
import { teunterSyntetosBabai } from "./teunter-syntetos-babai.ts";
import { trendSmoothing } from "./trend-smoothing.ts";

/** How a step of one period's demand changes the forecasts of the following ones. */
export interface Gain {
  level: number;
  trend: number;
  damping: number;
}

export interface Candidate {
  method: ForecastMethod;
  parameters: Record<string, number>;
  make: () => Forecaster;
  gain: Gain;
}

/** Autocorrelation at a season's length from which on a season is worth a try. */
const SEASON_CORRELATION = 0.3;

/** Methods that suit the class, the simplest first; each with its grid of parameters, the calmest first. */
export function candidatesFor(classification: Classification, series: DemandSeries): Candidate[][] {
  const suited: Record<DemandClass, readonly Candidate[][]> = {
    none: [],
    "too-short": [],
    smooth: [SIMPLE, AVERAGES, TRENDS],
    erratic: [SIMPLE, AVERAGES, TRENDS],
    intermittent: [SYNTETOS_BOYLAN, CROSTON, SIMPLE, AVERAGES, TEUNTER],
    lumpy: [SYNTETOS_BOYLAN, CROSTON, SIMPLE, AVERAGES, TEUNTER],
  };
  const methods = [...suited[classification.class]];
  const season = series.periodDays === 7 ? 52 : 7;
  const isRegular = classification.class === "smooth" || classification.class === "erratic";
  const canHaveSeason = isRegular || series.periodDays === 1;
  if (canHaveSeason && seasonCorrelation(series.values, season, classification) > SEASON_CORRELATION)
    methods.push(seasonsOf(season));
  if (isRegular) return methods;
  // Croston-like methods react when there is a demand, so their gain by period is smaller.
  return methods.map((grid) =>
    grid.map((candidate) =>
      candidate.method === "croston" || candidate.method === "syntetos-boylan"
        ? {
            ...candidate,
            gain: { ...candidate.gain, level: candidate.gain.level / classification.interval! },
          }
        : candidate,
    ),
  );
}

const SIMPLE = [0.05, 0.1, 0.2, 0.3, 0.5].map(
  (alpha): Candidate => ({
    method: "simple-smoothing",
    parameters: { alpha },
    make: () => simpleSmoothing({ alpha }),
    gain: { level: alpha, trend: 0, damping: 1 },
  }),
);
const AVERAGES = [52, 26, 13, 8, 4].map(
  (window): Candidate => ({
    method: "moving-average",
    parameters: { window },
    make: () => movingAverage({ window }),
    gain: { level: 1 / window, trend: 0, damping: 1 },
  }),
);
const TRENDS = [0.1, 0.25, 0.5].flatMap((alpha) =>
  [0.05, 0.2].map(
    (beta): Candidate => ({
      method: "trend-smoothing",
      parameters: { alpha, beta, damping: 0.95 },
      make: () => trendSmoothing({ alpha, beta, damping: 0.95 }),
      gain: { level: alpha, trend: alpha * beta, damping: 0.95 },
    }),
  ),
);
const CROSTON = [0.05, 0.1, 0.2, 0.3].map(
  (alpha): Candidate => ({
    method: "croston",
    parameters: { alpha },
    make: () => croston({ alpha }),
    gain: { level: alpha, trend: 0, damping: 1 },
  }),
);
const SYNTETOS_BOYLAN = [0.05, 0.1, 0.2, 0.3].map(
  (alpha): Candidate => ({
    method: "syntetos-boylan",
    parameters: { alpha },
    make: () => syntetosBoylan({ alpha }),
    gain: { level: alpha, trend: 0, damping: 1 },
  }),
);
const TEUNTER = [0.05, 0.1, 0.2].flatMap((alpha) =>
  [0.05, 0.1, 0.2].map(
    (beta): Candidate => ({
      method: "teunter-syntetos-babai",
      parameters: { alpha, beta },
      make: () => teunterSyntetosBabai({ alpha, beta }),
      gain: { level: beta, trend: 0, damping: 1 },
    }),
  ),
);

function seasonsOf(season: number): Candidate[] {
  return [0.05, 0.2].flatMap((alpha) =>
    [0.1, 0.3].map(
      (gamma): Candidate => ({
        method: "seasonal-smoothing",
        parameters: { season, alpha, beta: 0.02, gamma, damping: 0.95 },
        make: () => seasonalSmoothing({ season, alpha, beta: 0.02, gamma, damping: 0.95 }),
        gain: { level: alpha, trend: alpha * 0.02, damping: 0.95 },
      }),
    ),
  );
}

/** Correlation of periods that lie a season apart; −1 where there are not two seasons, of which half is known. */
function seasonCorrelation(values: ArrayLike<number>, season: number, { mean }: Classification): number {
  if (values.length < 2 * season) return -1;
  let product = 0;
  let before = 0;
  let after = 0;
  let pairs = 0;
  for (let index = season; index < values.length; index += 1) {
    const a = values[index - season]! - mean;
    const b = values[index]! - mean;
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    product += a * b;
    before += a * a;
    after += b * b;
    pairs += 1;
  }
  if (pairs * 2 < season || before === 0 || after === 0) return -1;
  return product / Math.sqrt(before * after);
}

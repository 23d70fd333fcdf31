/**
 * Plans 100,000 part-locations with 104 weeks of history each: time and memory. `node planning.ts [COUNT] [day]`; with `day`,
 * histories are 728 days instead of 104 weeks.
 */
import { seededRandom, seriesOfValues } from "../src/demand/index.ts";
import { type LocationToPlan, planMany } from "../src/planning/index.ts";

const count = Number(process.argv[2] ?? 100_000);
const periodDays = process.argv[3] === "day" ? 1 : 7;
const length = periodDays === 1 ? 728 : 104;
const random = seededRandom(2026);

const histories = Array.from({ length: count }, (_, index) =>
  seriesOfValues(
    Float32Array.from({ length }, () => demandOf(index % 4)),
    periodDays,
  ),
);
console.log(`${count} histories of ${length} periods: ${megabytes(process.memoryUsage().rss)} MB`);

const begun = performance.now();
const classes = new Map<string, number>();
const methods = new Map<string, number>();
const families = new Map<string, number>();
let most = 0;
let longest = 0;
let last = begun;
for (const plans of planMany(locations())) {
  const now = performance.now();
  longest = Math.max(longest, now - last);
  last = now;
  most = Math.max(most, process.memoryUsage().rss);
  for (const { class: kind, forecast, leadTimeDemand } of plans) {
    classes.set(kind, (classes.get(kind) ?? 0) + 1);
    methods.set(String(forecast.method), (methods.get(String(forecast.method)) ?? 0) + 1);
    families.set(leadTimeDemand.family, (families.get(leadTimeDemand.family) ?? 0) + 1);
  }
}
const seconds = (performance.now() - begun) / 1000;
console.log(
  `planned in ${seconds.toFixed(1)} s on one core, ${((seconds / count) * 1000).toFixed(3)} ms each`,
);
console.log(`longest chunk of 25: ${longest.toFixed(0)} ms; memory at most ${megabytes(most)} MB`);
console.log(
  JSON.stringify({
    classes: Object.fromEntries(classes),
    methods: Object.fromEntries(methods),
    families: Object.fromEntries(families),
  }),
);

function* locations(): Generator<LocationToPlan> {
  for (const [index, history] of histories.entries()) {
    const kind = index % 5;
    yield {
      id: `location-${index}`,
      history,
      leadTime: { meanDays: 2 + (index % 40), sdDays: index % 3 },
      reviewDays: 1,
      unitPrice: 0.5 + (index % 100),
      holdingRate: 0.2,
      orderCost: 10,
      service: { measure: index % 2 === 0 ? "fill-rate" : "cycle", level: 0.98 },
      supply: { packSize: 1 + (index % 10), minimumOrderQuantity: 0, orderMultiple: 1 },
      capacity: 5000,
      policy:
        kind === 0
          ? { kind: "reorder-point", reorderPoint: 40, quantity: 60 }
          : kind === 1
            ? { kind: "kanban", cards: 4, piecesPerCard: 20 }
            : kind === 2
              ? { kind: "two-bin", piecesPerBin: 50 }
              : { kind: "min-max", minimum: 40, maximum: 100 },
      safetyStock: 10,
      onHand: 50,
    };
  }
}

/** Smooth, erratic, intermittent, lumpy; every 20th is missing. */
function demandOf(kind: number): number {
  if (random() < 0.05) return Number.NaN;
  const size = kind % 2 === 0 ? 8 + 4 * random() : -20 * Math.log(1 - random());
  if (kind >= 2 && random() > 0.3) return 0;
  return Math.round(size * (kind < 2 ? 3 : 1));
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}

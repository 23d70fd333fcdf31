/** One decision over random situations: median and 99th percentile, in µs. `node decide.ts [COUNT]`. */
import { seededRandom } from "../src/demand/index.ts";
import { decide, type Policy, type Situation } from "../src/ordering/index.ts";

const count = Number(process.argv[2] ?? 200_000);
const random = seededRandom(2026);
const upTo = (most: number) => Math.floor(random() * (most + 1));
const chance = (share: number) => random() < share;

const situations = Array.from({ length: count }, situation);
// Warm, as in a process that has run for a while.
for (const each of situations.slice(0, 20_000)) decide(each);

const times = new Float64Array(count);
const outcomes = new Map<string, number>();
for (const [index, each] of situations.entries()) {
  const begun = performance.now();
  const decision = decide(each);
  times[index] = (performance.now() - begun) * 1000;
  const outcome = "none" in decision ? decision.none : "order" in decision ? "order" : "grow";
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
}
times.sort();
const at = (share: number) => times[Math.min(count - 1, Math.floor(share * count))]!.toFixed(2);
console.log(`${count} decisions: median ${at(0.5)} µs, 99 % within ${at(0.99)} µs`);
const begun = performance.now();
for (const each of situations) decide(each);
console.log(
  `${(((performance.now() - begun) * 1000) / count).toFixed(3)} µs each, without the clock's share`,
);
console.log(Object.fromEntries(outcomes));

function situation(): Situation {
  const capacity = 50 + upTo(2000);
  const quantity = 1 + upTo(capacity);
  const isOpen = chance(0.25);
  return {
    at: upTo(1e9),
    onHand: chance(0.02) ? null : upTo(capacity / 2),
    onOrder: isOpen ? quantity : 0,
    reserved: chance(0.2) ? upTo(50) : 0,
    policy: policy(capacity),
    safetyStock: upTo(20),
    supply: { packSize: 1 + upTo(12), minimumOrderQuantity: upTo(30), orderMultiple: 1 + upTo(5) },
    capacity,
    openOrder: isOpen ? { quantity, canGrow: chance(0.5), isUrgent: chance(0.1) } : null,
    lastOrderedAt: chance(0.7) ? upTo(1e9) : null,
    minimumHoursBetweenOrders: upTo(8),
    signal: chance(0.3),
    isReview: chance(0.3),
    block: chance(0.05) ? "part-blocked" : null,
  };
}

function policy(capacity: number): Policy {
  const low = upTo(capacity / 2);
  const kinds: readonly Policy[] = [
    { kind: "min-max", minimum: low, maximum: capacity },
    { kind: "reorder-point", reorderPoint: low, quantity: 1 + upTo(capacity - low) },
    { kind: "periodic", reorderPoint: low, maximum: capacity, days: [1, 3], at: "07:00" },
    { kind: "kanban", cards: 5, piecesPerCard: Math.max(1, Math.floor(capacity / 5)) },
    { kind: "two-bin", piecesPerBin: Math.max(1, Math.floor(capacity / 2)) },
    { kind: "event", quantity: 1 + upTo(capacity) },
  ];
  return kinds[upTo(kinds.length - 1)]!;
}

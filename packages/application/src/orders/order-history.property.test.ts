import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
  until,
} from "../application-under-test.ts";
import {
  capacity,
  check,
  isOpen,
  owed,
  type Place,
  type PlantUnderTest,
  type Shown,
  shown,
  sum,
  type Told,
  usualStep,
} from "./plant-under-test.ts";

/** Random histories of a small plant, told by the REST API and by sensors; after each event its figures agree. */

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

const place = fc.constantFrom<Place>("lane", "lane", "lane", "shelf", "line");
const pieces = fc.constantFrom(0, 10, 20, 20, 30, 50, 80, 100);
const reason = { reason: "not-needed" };
const dates = fc.constantFrom("2027-01-10", "2027-02-01");
const confirmation = fc.oneof(
  fc.constant({}),
  fc.record({ quantity: fc.integer({ min: 1, max: 120 }), date: dates }),
  fc
    .array(fc.record({ quantity: fc.integer({ min: 1, max: 60 }), date: dates }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((deliveries) => ({ deliveries })),
);
const receipt = fc.record(
  { quantity: fc.constantFrom(0, 1, 10, 20, 50, 90, 150), isLast: fc.boolean() },
  { requiredKeys: [] },
);
const policies = [
  { kind: "min-max", minimum: 30, maximum: 90 },
  { kind: "min-max", minimum: 70, maximum: 100 },
  { kind: "reorder-point", reorderPoint: 40, quantity: 30 },
  { kind: "kanban", cards: 5, piecesPerCard: 20 },
  { kind: "two-bin", piecesPerBin: 50 },
  { kind: "min-max", minimum: 90, maximum: 30 },
];
const act = fc.oneof(
  { weight: 10, arbitrary: fc.tuple(fc.constant("see" as const), pieces, fc.constantFrom(1, 2, 2, 2)) },
  { weight: 4, arbitrary: fc.tuple(fc.constant("deliver" as const)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant("repeat" as const), pieces) },
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constant("count" as const), place, fc.constantFrom(0, 5, 17, 28, 60, 100, 105)),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constant("order" as const), place, fc.constantFrom(-10, 0, 7, 10, 40, 200)),
  },
  { weight: 12, arbitrary: fc.tuple(fc.constant("advance" as const), place) },
  ...(["approve", "reject", "cancel", "ship", "confirm", "receive"] as const).map((step) => ({
    weight: step === "receive" ? 8 : step === "reject" || step === "cancel" ? 1 : 3,
    arbitrary: fc.tuple(
      fc.constant("step" as const),
      place,
      fc.constant(step),
      step === "confirm"
        ? confirmation
        : step === "receive"
          ? receipt
          : fc.constant(step === "ship" ? {} : reason),
      // Now and then, of an order that is closed already.
      fc.constantFrom(false, false, false, true),
    ),
  })),
  {
    weight: 3,
    arbitrary: fc.tuple(
      fc.constant("reserve" as const),
      place,
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom(null, "2026-01-01T00:00:00Z"),
    ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constant("release" as const)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant("policy" as const), place, fc.constantFrom(...policies)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant("block" as const), fc.constantFrom(false, false, true)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant("approval" as const), fc.boolean()) },
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

async function plant(name: string): Promise<PlantUnderTest> {
  const { accountId, adminKey: key } = await app.createCustomer(name);
  const { ids, body } = lane();
  const call = async (method: string, path: string, body?: object) => {
    const answer = await app.request(method, `/api/v1${path}`, { key, ...(body ? { body } : {}) });
    expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(500);
    return answer;
  };
  const made = async (path: string, record: object) => {
    const answer = await call("POST", path, record);
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body.id as string;
  };
  const imported = await call("POST", "/import", body);
  expect(imported.status).toBe(201);
  const [first] = body.locations;
  const unwatched = { ...first!, id: undefined, deviceIds: [] };
  const shelf = await made("/locations", { ...unwatched, name: "Shelf" });
  const source = { kind: "location", locationId: first!.id, packSize: 10, leadTimeDays: 2 };
  const line = await made("/locations", { ...unwatched, name: "Line", source });
  return { accountId, ids, call, places: { lane: first!.id, shelf, line } as Record<Place, string> };
}

/** Runs one history; gives what to compare after a restart. */
async function live(index: number, acts: readonly Act[]) {
  const own = await plant(`history-${index}`);
  const { accountId, ids, call, places } = own;
  let sequence = 0;
  const told: Told = { onHand: new Map(), held: new Set(), isBlocked: false };
  const { onHand: expected, held } = told;
  let last = 0;
  const message = (onHand: number) => {
    last = Math.max(last + 1, Date.now());
    return app.deliver([reading(accountId, ids.device, ++sequence, onHand, last)]);
  };
  // How messages become a level has tests of its own; here it is what it is, and only messages and counts change it.
  const see = async (onHand: number, times: number) => {
    for (let time = 0; time < times; time++) await message(onHand);
    const { level } = (await call("GET", `/locations/${places.lane}`)).body;
    if (level.onHand !== expected.get("lane")) held.delete("lane");
    expected.set("lane", level.onHand);
  };
  await see(80, 2);
  for (const name of ["shelf", "line"] as const) {
    await call("POST", `/locations/${places[name]}/stock-takes`, { counted: 50 });
    expected.set(name, 50);
  }
  let state = await shown(own);
  check(state, undefined, told);
  const newestOf = (name: Place, isClosed = false): Shown =>
    state.orders.filter((each) => each.locationId === places[name] && (!isClosed || !isOpen(each))).at(-1);

  async function step(name: Place, order: Shown, kind: string, body: object): Promise<void> {
    const answer = await call("POST", `/orders/${order.id}/${kind}`, kind === "approve" ? undefined : body);
    if (answer.status !== 200) {
      expect([400, 409, 422]).toContain(answer.status);
      return;
    }
    if (!isOpen(answer.body) && kind !== "receive") held.add(name);
    const came = (answer.body.receivedQuantity ?? 0) - (order.receivedQuantity ?? 0);
    const before = expected.get(name);
    if (came > 0 && name !== "lane" && before !== undefined) {
      expected.set(name, Math.min(capacity, before + came));
      held.delete(name);
    }
  }
  async function perform(act: Act): Promise<void> {
    switch (act[0]) {
      case "see":
        return see(act[1], act[2]);
      case "deliver": {
        const open = newestOf("lane");
        const more = open && isOpen(open) ? Math.ceil(owed(open) / 10) * 10 : 0;
        return see(Math.min(capacity, (expected.get("lane") ?? 0) + more), 3);
      }
      case "repeat":
        return app.deliver([reading(accountId, ids.device, Math.max(1, sequence - 1), act[1], Date.now())]);
      case "count": {
        const { status } = await call("POST", `/locations/${places[act[1]]}/stock-takes`, {
          counted: act[2],
        });
        expect(status).toBe(act[2] > capacity ? 422 : 201);
        if (status !== 201) return;
        // What is counted as it was known changes no stock.
        if (expected.get(act[1]) !== act[2]) held.delete(act[1]);
        expected.set(act[1], act[2]);
        return;
      }
      case "order":
        await call("POST", "/orders", { locationId: places[act[1]], quantity: act[2] });
        return;
      case "advance": {
        const order = newestOf(act[1]);
        const next = order && usualStep(order);
        if (next === "sent")
          await until(async () => (await call("GET", `/orders/${order.id}`)).body.state !== "placed");
        else if (next) await step(act[1], order, next, {});
        return;
      }
      case "step": {
        const [, name, kind, body, isClosed] = act;
        const order = newestOf(name, isClosed);
        if (order) await step(name, order, kind, body);
        return;
      }
      case "reserve": {
        const [, name, quantity, until] = act;
        await call("POST", "/reservations", { locationId: places[name], quantity, reason: "test", until });
        return;
      }
      case "release": {
        const [first] = state.reservations;
        if (first) await call("DELETE", `/reservations/${first.id}`);
        return;
      }
      case "policy": {
        const { status } = await call("PATCH", `/locations/${places[act[1]]}`, { policy: act[2] });
        expect(status).toBe(act[2].minimum === 90 ? 422 : 200);
        if (status === 200) held.delete(act[1]);
        return;
      }
      case "block":
        await call("PATCH", `/parts/${ids.part}`, { isBlocked: act[1] });
        told.isBlocked = act[1];
        return;
      case "approval":
        await call("PATCH", `/parts/${ids.part}`, { needsApproval: act[1] });
    }
  }

  const done: Act[] = [];
  for (const act of acts) {
    done.push(act);
    try {
      await perform(act);
      const next = await shown(own);
      check(next, state, told);
      state = next;
    } catch (error) {
      throw new Error(`history ${index} after ${JSON.stringify(done)}: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }
  return own;
}

const isBeingSent = (order: Shown) => order.state === "placed" && order.purchaseOrder !== null;

test("whatever happens, each location has one open order at most, its figures are the sums of its events, and a restart changes nothing", async () => {
  const histories = fc.sample(fc.array(act, { minLength: 40, maxLength: 40 }), {
    numRuns: 20,
    seed: 20270328,
  });
  const plants: PlantUnderTest[] = [];
  const waiting = [...histories.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) plants.push(await live(...next));
  };
  await Promise.all(Array.from({ length: 10 }, worker));
  await until(async () =>
    (await Promise.all(plants.map(shown))).every(({ orders }) => !orders.some(isBeingSent)),
  );
  const before = await Promise.all(plants.map(shown));
  expect(sum(before.map(({ orders }) => orders.length))).toBeGreaterThan(30);
  await app.restart();
  expect(await Promise.all(plants.map(shown))).toEqual(before);
}, 180_000);

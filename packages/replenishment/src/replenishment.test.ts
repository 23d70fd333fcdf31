/** The whole way from readings to orders, as the application walks it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  capacityOf,
  decide,
  type Geometry,
  initialLevel,
  isOpen,
  type LifecycleOrder,
  observe,
  onOrder,
  proposedOrder,
  type Reading,
  receiveByRefill,
  restock,
  transition,
  valueAt,
} from "./index.ts";

const lane = {
  kind: "containers",
  emptyDistanceMm: 2400,
  containerDepthMm: 300,
  capacityContainers: 7,
  piecesPerContainer: 20,
} as const;
const policy = { kind: "min-max", minimum: 40, maximum: 140 } as const;
const supply = { packSize: 20, minimumOrderQuantity: 20, orderMultiple: 1 };
const containers = (n: number) => valueAt(lane, n * 20);

/** One location: its level, its orders, and what the application does with a reading. */
function location(geometry: Geometry) {
  let state = initialLevel();
  let at = 0;
  const orders: LifecycleOrder[] = [];
  const open = () => orders.findIndex((order) => isOpen(order.state));
  const read = (reading: Omit<Reading, "at" | "sensor">) => {
    at += 60_000;
    const seen = observe(state, geometry, ["device-1"], { at, sensor: "device-1", ...reading });
    state = seen.state;
    if (seen.change?.kind === "refill" && open() >= 0) {
      const received = receiveByRefill(orders[open()]!, seen.change.pieces, at);
      if ("order" in received) orders[open()] = received.order;
    }
    const current = orders[open()];
    const decision = decide({
      at,
      onHand: seen.level?.onHand ?? null,
      onOrder: current ? onOrder(current) : 0,
      reserved: 0,
      policy,
      safetyStock: 0,
      supply,
      capacity: capacityOf(geometry),
      openOrder: current ? { quantity: current.quantity, canGrow: false, isUrgent: false } : null,
      lastOrderedAt: null,
      minimumHoursBetweenOrders: 0,
      signal: reading.button !== undefined,
      isReview: false,
      block: null,
    });
    if (!("order" in decision)) return;
    let order = proposedOrder(decision.order.quantity);
    for (const kind of ["approve", "place", "dispatch"] as const) {
      const moved = transition(order, { kind, at, cause: "automatic" });
      if ("order" in moved) order = moved.order;
    }
    orders.push(order);
  };
  const receiveByHand = () => {
    const index = open();
    const received = transition(orders[index]!, { kind: "receive", at, cause: "by hand" });
    if ("refused" in received) throw new Error(received.refused);
    orders[index] = received.order;
    state = restock(state, geometry, received.order.receivedQuantity ?? 0, at).state;
  };
  return {
    read,
    see: (...all: number[]) => {
      for (const distanceMm of all) read({ distanceMm });
    },
    orders,
    receiveByHand,
  };
}

describe("from readings to orders", () => {
  test("a sensor that reports the same low level any number of times orders once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 2, max: 50 }), (n, times) => {
        const shelf = location(lane);
        shelf.see(...Array(times).fill(containers(n)));
        expect(shelf.orders).toMatchObject([{ state: "dispatched", quantity: 140 - n * 20 }]);
      }),
    );
  });
  test("an echo that shows an empty lane once, and returns, does not order", () => {
    const shelf = location(lane);
    shelf.see(containers(5), containers(5), containers(0), containers(5), containers(5));
    expect(shelf.orders).toEqual([]);
  });
  test("a hand in front of the sensor does not receive the order", () => {
    const shelf = location(lane);
    shelf.see(containers(2), containers(2), containers(7), containers(2));
    expect(shelf.orders.map((order) => order.state)).toEqual(["dispatched"]);
  });
  test("the refill receives the order, and the next low level orders again", () => {
    const shelf = location(lane);
    shelf.see(containers(2), containers(2), containers(7), containers(7), containers(1), containers(1));
    expect(shelf.orders.map((order) => order.state)).toEqual(["received", "dispatched"]);
    expect(shelf.orders[0]!.piecesSeen).toBe(100);
  });
  test("a pressed button orders at once, again pressed not again, and after the receipt anew", () => {
    const rack = location({ kind: "button", capacityPieces: 140 });
    rack.read({ button: "short" });
    expect(rack.orders).toMatchObject([{ state: "dispatched", quantity: 140 }]);
    rack.read({ button: "short" });
    rack.read({ button: "double" });
    expect(rack.orders).toHaveLength(1);
    rack.receiveByHand();
    rack.read({});
    expect(rack.orders).toHaveLength(1);
    rack.read({ button: "short" });
    expect(rack.orders.map((order) => order.state)).toEqual(["received", "dispatched"]);
  });
  test("faults alone order nothing", () => {
    const shelf = location(lane);
    for (let count = 0; count < 20; count++) shelf.read({ fault: "no-echo" });
    expect(shelf.orders).toEqual([]);
  });
  test("whatever is read, there is never more than one open order, and no order is larger than the location", () => {
    const reading = fc.oneof(
      fc.integer({ min: 0, max: 7 }).map((n) => ({ distanceMm: containers(n) })),
      fc.double({ min: 0, max: 5000, noNaN: true }).map((distanceMm) => ({ distanceMm })),
      fc.constant({ fault: "no-echo" }),
      fc.constant({}),
    );
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 120 }), (readings) => {
        const shelf = location(lane);
        for (const each of readings) {
          shelf.read(each);
          expect(shelf.orders.filter((order) => isOpen(order.state)).length).toBeLessThanOrEqual(1);
        }
        for (const order of shelf.orders) expect(order.quantity).toBeLessThanOrEqual(capacityOf(lane));
      }),
    );
  });
  test("a lane that empties steadily, with noise and hands between, is ordered before it is empty", () => {
    const noise = fc.array(fc.double({ min: -40, max: 40, noNaN: true }), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(noise, fc.integer({ min: 0, max: 23 }), (noises, handAt) => {
        const shelf = location(lane);
        noises.forEach((each, step) => {
          const level = 7 - Math.floor(step / 4);
          shelf.see(step === handAt ? 320 : containers(level) + each);
        });
        expect(shelf.orders).toHaveLength(1);
      }),
    );
  });
});

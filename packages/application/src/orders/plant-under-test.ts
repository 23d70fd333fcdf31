import { expect } from "vitest";
import type { Answer, lane } from "../application-under-test.ts";
import { orderStates } from "./schema.ts";

/** What a small plant's figures must be, whatever has happened to it. */

/** Of each place in pieces. */
export const capacity = 100;
/** A lane that a sensor watches; a shelf and a place at the line that none does. The line is refilled from the lane. */
export type Place = "lane" | "shelf" | "line";

// biome-ignore lint/suspicious/noExplicitAny: records as the REST API shows them
export type Shown = any;
export interface PlantUnderTest {
  accountId: string;
  ids: ReturnType<typeof lane>["ids"];
  call(method: string, path: string, body?: object): Promise<Answer>;
  /** The locations' ids. */
  places: Record<Place, string>;
}

/** All that the API shows of a plant's stock and orders, oldest order first. */
export async function shown({ call, places }: Pick<PlantUnderTest, "call" | "places">) {
  const orders: Shown[] = (await call("GET", "/orders?sort=number&limit=200")).body.items;
  const reservations: Shown[] = (await call("GET", "/reservations?limit=200")).body.items;
  const all: Shown[] = (await call("GET", "/locations?limit=200")).body.items;
  const locations = {} as Record<Place, Shown>;
  for (const [name, id] of Object.entries(places))
    locations[name as Place] = all.find((location) => location.id === id);
  return { orders, reservations, locations };
}
export type State = Awaited<ReturnType<typeof shown>>;

/** What comes next in an order's life; nothing once it is closed. */
export function usualStep({ state, purchaseOrder }: Shown): string | undefined {
  const next: Record<string, string> = {
    proposed: "approve",
    placed: purchaseOrder ? "sent" : "ship",
    dispatched: "confirm",
    confirmed: "ship",
    "in-transit": "receive",
    "partly-received": "receive",
  };
  return next[state];
}

export const isOpen = ({ state }: Shown) => !["received", "cancelled", "rejected"].includes(state);
export const owed = (order: Shown) =>
  Math.max(
    0,
    (order.confirmedQuantity ?? order.quantity) - Math.max(order.receivedQuantity ?? 0, order.piecesSeen),
  );
export const sum = (values: number[]) => values.reduce((total, each) => total + each, 0);

/** What was told alone. */
export interface Told {
  /** Pieces that each place holds; nothing where that was never told. */
  onHand: Map<Place, number>;
  /** Places where somebody decided against an order, and nothing has changed since. */
  held: Set<Place>;
  isBlocked: boolean;
}

/** Pieces that were booked in and not put away, or the rest of a delivery of which half was seen; all within minutes here. */
function underWay(name: Place, orders: Shown[]): number {
  if (name !== "lane") return 0;
  const last = orders.filter((order) => !isOpen(order)).at(-1);
  const open = orders.find(isOpen);
  const unseen = (order: Shown) =>
    order?.receivedQuantity == null ? 0 : Math.max(0, order.receivedQuantity - order.piecesSeen);
  if (last?.state !== "received") return unseen(open);
  const rest =
    last.receivedQuantity === null && last.receivedAt ? (last.confirmedQuantity ?? last.quantity) : 0;
  return unseen(open) + Math.max(unseen(last), rest - last.piecesSeen, 0);
}

export function check(
  now: State,
  before: State | undefined,
  { onHand: expected, held, isBlocked }: Told,
): void {
  expect(now.orders.map(({ number }) => number)).toEqual(now.orders.map((_, index) => index + 1));
  for (const [name, location] of Object.entries(now.locations) as [Place, Shown][]) {
    const own = now.orders.filter(({ locationId }) => locationId === location.id);
    const open = own.filter(isOpen);
    expect(open.length).toBeLessThanOrEqual(1);
    // The one that is open is the newest.
    if (open[0]) expect(open[0].number).toBe(own.at(-1).number);
    expect(location.onOrder).toBe(sum(open.map(owed)));
    const onHand = location.level?.onHand ?? null;
    expect(onHand, `on hand of the ${name}`).toBe(expected.get(name) ?? null);
    const promised = now.reservations.filter(
      ({ locationId, until }) =>
        locationId === location.id && (until === null || Date.parse(until) > Date.now()),
    );
    const toPick = now.orders.filter(
      (order) =>
        order.sourceLocationId === location.id && isOpen(order) && order.placedAt && !order.shippedAt,
    );
    expect(location.reserved).toBe(sum([...promised.map(({ quantity }) => quantity), ...toPick.map(owed)]));
    expect(location.inventoryPosition).toBe(
      onHand === null ? null : onHand + location.onOrder - location.reserved,
    );
    const coming = location.onOrder + underWay(name, own);
    const room = Math.floor((capacity - onHand - coming) / 10) * 10;
    const isLow = onHand + coming - location.reserved <= location.reorderPoint && room >= 20;
    // What is needed has been ordered at once.
    if (isLow && !isBlocked && !held.has(name)) expect(open, `orders of the ${name}`).toHaveLength(1);
    for (const order of open) {
      const old = before?.orders[order.number - 1];
      const isBigger = order.quantity > (old?.quantity ?? 0);
      if (isBigger && !order.events[0].cause.startsWith("ordered by"))
        expect(onHand + coming).toBeLessThanOrEqual(capacity);
    }
  }
  for (const order of now.orders) {
    const states = order.events.map(({ state }: Shown) => orderStates.indexOf(state));
    expect(states[0]).toBe(0);
    expect(orderStates[states.at(-1)]).toBe(order.state);
    expect(order.version).toBe(order.events.length);
    for (const [index, state] of states.entries())
      expect(state, JSON.stringify(order.events)).toBeGreaterThanOrEqual(states[index - 1] ?? 0);
    const old = before?.orders[order.number - 1];
    // What has been written stays.
    if (old) expect(order.events.slice(0, old.events.length)).toEqual(old.events);
  }
}

import { expect, test } from "vitest";
import type { Order } from "../api/client.ts";
import { boardOf, groupsOf, totalOf } from "./board-groups.ts";
import { addDays, comingOf, mondayOf, weekNumber } from "./week.ts";

const now = Date.parse("2027-03-10T12:00:00Z");
let number = 0;
const order = (more: Partial<Order> & { siteId?: string }): Order & { siteId?: string } =>
  ({
    id: `id-${++number}`,
    number,
    state: "approved",
    supplierId: "s",
    sourceLocationId: null,
    purchaseOrder: null,
    bundle: null,
    wait: null,
    quantity: 100,
    value: 10,
    isUrgent: false,
    isLate: false,
    dueAt: null,
    deliveries: [],
    confirmedQuantity: null,
    confirmedDate: null,
    confirmedAt: null,
    receivedQuantity: null,
    piecesSeen: 0,
    receivedAt: null,
    updatedAt: "2027-03-10T12:00:00Z",
    ...more,
  }) as Order;

test("what goes to a supplier at once stands together, and what is late stands first", () => {
  const purchaseOrder = { id: "p", number: 7 };
  const groups = groupsOf([
    order({ state: "dispatched", purchaseOrder, dueAt: "2027-03-12T00:00:00Z" }),
    order({ state: "dispatched", purchaseOrder, dueAt: "2027-03-11T00:00:00Z", value: null }),
    order({ state: "dispatched", isLate: true, dueAt: "2027-03-09T00:00:00Z" }),
    order({ wait: { code: "others" }, siteId: "hall" }),
    order({ wait: { code: "others" }, siteId: "hall" }),
    order({ wait: { code: "others" }, siteId: "yard" }),
    order({ bundle: { id: "b", goesAt: "2027-03-12T00:00:00Z" }, siteId: "hall" }),
    order({ bundle: { id: "b", goesAt: "2027-03-12T00:00:00Z" }, siteId: "hall" }),
  ]);
  expect(groups.map(({ orders, together }) => [orders.length, together])).toEqual([
    [1, null],
    [2, null],
    [2, "waiting"],
    [1, null],
    [2, "merged"],
  ]);
  expect(groups[1]).toMatchObject({ dueAt: "2027-03-11T00:00:00Z", value: null });
  expect(totalOf([order({}), order({ value: 0.5 })])).toBe(10.5);
});

test("what was received stays on the board for a week", () => {
  const board = boardOf(
    [
      order({ state: "received", receivedAt: "2027-03-04T12:00:00Z" }),
      order({ state: "received", receivedAt: "2027-03-02T12:00:00Z" }),
      order({ state: "cancelled" }),
      order({ state: "proposed" }),
    ],
    now,
  );
  expect([board.done.length, board.approve.length, board.wait.length]).toEqual([1, 1, 0]);
});

test("each delivery stands on its day, without what has arrived of it", () => {
  const dayOf = (iso: string) => iso.slice(0, 10);
  const deliveries = [
    { quantity: 60, date: "2027-03-11" },
    { quantity: 40, date: "2027-03-18" },
  ];
  const coming = comingOf(
    [
      order({
        deliveries,
        confirmedQuantity: 100,
        receivedQuantity: 70,
        confirmedAt: "2027-03-09T00:00:00Z",
      }),
      order({ state: "dispatched", dueAt: "2027-03-12T09:00:00Z", piecesSeen: 20 }),
      order({ state: "received", dueAt: "2027-03-12T09:00:00Z" }),
      order({}),
    ],
    dayOf,
  );
  expect(coming.map(({ quantity, day, isPromised }) => [quantity, day, isPromised])).toEqual([
    [30, "2027-03-18", true],
    [80, "2027-03-12", false],
  ]);
});

test("weeks begin on Monday and are counted as ISO 8601 does", () => {
  expect([mondayOf("2027-03-14"), mondayOf("2027-03-15")]).toEqual(["2027-03-08", "2027-03-15"]);
  expect([weekNumber("2026-12-28"), weekNumber("2027-01-04"), weekNumber("2027-12-27")]).toEqual([53, 1, 52]);
  expect(addDays("2027-02-28", 1)).toBe("2027-03-01");
});

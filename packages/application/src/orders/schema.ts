import { undoableKinds } from "@refill/replenishment";
import { Type } from "typebox";
import { cancelReasons } from "../accounts/records.ts";
import { closed, Id, IsoDate, List, Nullable, Pieces, Time } from "../api/schemas.ts";
import type { Decided } from "./cancel-reason.ts";

export const orderStates = [
  "proposed",
  "approved",
  "placed",
  "dispatched",
  "confirmed",
  "in-transit",
  "partly-received",
  "received",
  "cancelled",
  "rejected",
] as const;
export const OrderState = Type.Enum([...orderStates], { type: "string" });
const Choice = <const T extends readonly string[]>(values: T) => Type.Enum([...values], { type: "string" });
export const CancelReason = Choice(cancelReasons);
export const Undoable = Choice(undoableKinds);
export const storyKinds = [
  "propose",
  "grow",
  "approve",
  "reject",
  "merge",
  "alone",
  "split",
  "place",
  "recall",
  "fail",
  "dispatch",
  "confirm",
  "ship",
  "receive",
  "see",
  "late",
  "remind",
  "cancel",
  "undo",
  "remark",
] as const;
export const waitCodes = [
  "approval",
  "part-blocked",
  "never",
  "not-ordered-now",
  "blackout",
  "ordering-time",
  "others",
  "minimum-value",
  "chosen-time",
  "approval-of-others",
] as const;
const Delivery = Type.Object({ quantity: Pieces(1), date: IsoDate }, closed);
const Why = Type.Object({
  policy: Type.String(),
  position: Type.Integer(),
  reorderPoint: Type.Integer(),
  orderUpTo: Type.Integer(),
  available: Type.Integer({ description: "On hand less what is promised" }),
  safetyStock: Type.Integer(),
  wanted: Type.Integer({ description: "What the policy alone asks for" }),
  capacity: Nullable(Type.Integer({ description: "What fits, when that was less" })),
});
const Details = Type.Object(
  {
    quantity: Type.Optional(Type.Integer()),
    isByHand: Type.Optional(Type.Boolean({ description: "Ordered by a person, not by the policy" })),
    isUrgent: Type.Optional(Type.Boolean()),
    why: Type.Optional(Why),
    date: Type.Optional(IsoDate),
    deliveries: Type.Optional(Type.Array(Delivery)),
    isLast: Type.Optional(Type.Boolean()),
    reason: Type.Optional(CancelReason),
    note: Type.Optional(Type.String()),
    orders: Type.Optional(Type.Array(Type.Integer(), { description: "Numbers of those that it goes with" })),
    goesAt: Type.Optional(Time),
    way: Type.Optional(Choice(["email", "webhook"])),
    to: Type.Optional(Type.String({ description: "Address, or the host of a webhook" })),
    subject: Type.Optional(Type.String()),
    attempts: Type.Optional(Type.Integer({ description: "To send it, until then" })),
    problem: Type.Optional(Type.String()),
    dueAt: Type.Optional(Time),
    pieces: Type.Optional(Type.Integer({ description: "Seen by the sensor, in all" })),
    undone: Type.Optional(Undoable),
  },
  { description: "The figures of the event, for words in any language; each kind has some of them" },
);
const StoryEvent = Type.Object({
  at: Time,
  state: OrderState,
  kind: Choice(storyKinds),
  by: Type.Union(
    [
      Type.Object({ kind: Choice(["member", "api-key", "supplier", "operator"]), name: Type.String() }),
      Type.Null(),
    ],
    { description: "Null: Refill itself, by policies, sensors and time" },
  ),
  cause: Type.String({ description: "In words" }),
  details: Details,
});
const Approval = Type.Object(
  {
    code: Choice(["part", "price-unknown", "value-above"]),
    value: Type.Optional(Type.Number()),
    limit: Type.Optional(Type.Number()),
  },
  { description: "Figures of approvalReason, in the account's currency" },
);
const Wait = Type.Object(
  {
    code: Choice(waitCodes),
    until: Type.Optional(Time),
    lastDay: Type.Optional(IsoDate),
    why: Type.Optional(Type.String()),
    value: Type.Optional(Type.Number()),
    minimum: Type.Optional(Type.Number()),
    mostDays: Type.Optional(Type.Integer()),
    others: Type.Optional(Type.Integer()),
  },
  { description: "Figures of waitsFor" },
);
export const Order = Type.Object(
  {
    id: Id,
    number: Type.Integer(),
    state: OrderState,
    locationId: Id,
    partId: Id,
    supplierId: Nullable(Id),
    sourceLocationId: Nullable(Id),
    purchaseOrder: Type.Union(
      [Type.Object({ id: Id, number: Type.Integer({ description: "Its first line's" }) }), Type.Null()],
      { description: "What went to the supplier at once; the order is a line of it" },
    ),
    quantity: Type.Integer(),
    unitPrice: Nullable(Type.Number()),
    value: Nullable(Type.Number({ description: "Quantity × price, in the account's currency" })),
    isUrgent: Type.Boolean(),
    version: Type.Integer({ description: "One more with each step" }),
    createdAt: Time,
    updatedAt: Time,
    approvalReason: Nullable(Type.String({ description: "Why a person has to approve it" })),
    approval: Nullable(Approval),
    approvedAt: Nullable(Time),
    placeAt: Nullable(Time),
    waitsFor: Nullable(Type.String({ description: "Why it is not placed yet" })),
    wait: Nullable(Wait),
    bundle: Type.Union([Type.Object({ id: Id, goesAt: Time }), Type.Null()], {
      description: "Merged orders have the same id, and go out together at that time",
    }),
    confirmedQuantity: Nullable(Type.Integer()),
    confirmedDate: Nullable(IsoDate),
    deliveries: Type.Array(Delivery, {
      description: "As they are asked for, then as the supplier promised; empty: all at once",
    }),
    receivedQuantity: Nullable(Type.Integer({ description: "Said by people or papers" })),
    piecesSeen: Type.Integer({ description: "Seen by the sensor" }),
    placedAt: Nullable(Time),
    dispatchedAt: Nullable(Time),
    confirmedAt: Nullable(Time),
    shippedAt: Nullable(Time),
    receivedAt: Nullable(Time),
    dueAt: Nullable(Time),
    isLate: Type.Boolean(),
    chasedAt: Nullable(Time),
    dispatchProblem: Nullable(Type.String()),
    undoable: Type.Union([Undoable, Type.Null()], {
      description: "The step that can be taken back (POST …/{step}/undo)",
    }),
    events: Type.Array(StoryEvent),
  },
  { $id: "Order", description: "What is to come to one storage location" },
);
export const purchaseOrderStates = [
  "placed",
  "dispatched",
  "confirmed",
  "in-transit",
  "partly-received",
  "received",
  "cancelled",
] as const;
export const PurchaseOrderState = Choice(purchaseOrderStates);
export const PurchaseOrder = Type.Object(
  {
    id: Id,
    number: Type.Integer({ description: "Its first line's" }),
    state: Type.Enum([...purchaseOrderStates], {
      type: "string",
      description: "Of the line that lags most; partly-received as soon as something came",
    }),
    supplierId: Id,
    siteId: Nullable(Id),
    placedAt: Nullable(Time),
    dispatchedAt: Nullable(Time),
    dueAt: Nullable(Time),
    isLate: Type.Boolean(),
    dispatchProblem: Nullable(Type.String()),
    value: Nullable(Type.Number({ description: "In the account's currency; null: a price is not known" })),
    lines: Type.Array(Order),
  },
  { $id: "PurchaseOrder", description: "What goes to a supplier at once" },
);
export const OrderInput = Type.Object({ locationId: Id, quantity: Pieces(1) }, closed);
export const Confirmation = Type.Object(
  {
    quantity: Type.Optional(Pieces(1)),
    date: Type.Optional(IsoDate),
    deliveries: Type.Optional(
      Type.Array(Delivery, { minItems: 1, maxItems: 20, description: "Instead of quantity and date" }),
    ),
  },
  closed,
);
export const Shipment = Type.Object(
  { quantity: Type.Optional(Pieces(1)) },
  { ...closed, description: "Pieces by the delivery note, when not those promised" },
);
const decided = {
  reason: CancelReason,
  note: Type.Optional(Type.String({ maxLength: 500, description: "Needed when the reason is another one" })),
};
export const Reason = Type.Unsafe<Decided>(Type.Object(decided, closed));
const Ids = () => List(Id, { minItems: 1, maxItems: 200, uniqueItems: true });
export const Many = Type.Object({ ids: Ids() }, closed);
export const ManyWithReason = Type.Unsafe<{ ids: readonly string[] } & Decided>(
  Type.Object({ ids: Ids(), ...decided }, closed),
);
export const ManyDone = Type.Object({
  done: Type.Array(Id),
  refused: Type.Array(Type.Object({ id: Id, code: Type.String(), detail: Type.String() }), {
    description: "The others are done nevertheless",
  }),
});
export const Remark = Type.Object(
  { text: Type.String({ minLength: 1, maxLength: 1000, pattern: "\\S" }) },
  closed,
);
const GoesAt = Type.Optional(
  Type.String({
    format: "date-time",
    description: "When it goes out, at most 90 days from now; left out: now",
  }),
);
export const Merge = Type.Object(
  {
    ids: List(Id, {
      minItems: 2,
      maxItems: 200,
      uniqueItems: true,
      examples: [["6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11", "0a4b3c7d-91e2-4d0f-8f57-2f6b1c9d8e22"]],
    }),
    goesAt: GoesAt,
  },
  closed,
);
export const Split = Type.Object(
  {
    quantity: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 10_000_000,
        description: "Pieces of the first of two deliveries; left out: the order goes alone",
      }),
    ),
    date: Type.Optional(Type.String({ format: "date", description: "Of the first delivery" })),
    restDate: Type.Optional(Type.String({ format: "date", description: "Of the rest, a later day" })),
    goesAt: GoesAt,
  },
  { ...closed, description: "Two deliveries: quantity, date and restDate. Alone: nothing, or goesAt" },
);
export const Receipt = Type.Object(
  {
    quantity: Type.Optional(Pieces(1)),
    isLast: Type.Optional(
      Type.Boolean({ description: "Nothing more is to come; left out: so when all has come" }),
    ),
  },
  closed,
);
export const PurchaseOrderReceipt = Type.Object(
  {
    lines: Type.Optional(
      Type.Array(Type.Object({ orderId: Id, ...Receipt.properties }, closed), {
        minItems: 1,
        maxItems: 500,
        description: "Left out: all that has not come yet",
      }),
    ),
  },
  closed,
);
export const Receivable = Type.Object({
  meaning: Type.Union(
    [Choice(["order", "purchase-order", "location", "part", "device", "supplier"]), Type.Null()],
    { description: "What the code names; null: nothing that is known here" },
  ),
  orders: Type.Array(Order, {
    description: "What can be received of it, what is due first first; at most 100",
  }),
});
const SupplierLine = Type.Object({
  orderId: Id,
  number: Type.Integer(),
  state: OrderState,
  partNumber: Type.String({ description: "The supplier's, where it has one" }),
  partName: Type.String(),
  unit: Type.String(),
  quantity: Type.Integer(),
  unitPrice: Nullable(Type.Number()),
  isUrgent: Type.Boolean(),
  confirmedQuantity: Nullable(Type.Integer()),
  confirmedDate: Nullable(IsoDate),
  deliveries: Type.Array(Delivery),
});
export const SupplierOrder = Type.Object(
  {
    number: Type.Integer(),
    customerName: Type.String(),
    supplierName: Type.String(),
    siteName: Type.String(),
    currency: Type.String(),
    createdAt: Time,
    lines: Type.Array(SupplierLine),
  },
  { $id: "SupplierOrder", description: "A purchase order, as its supplier sees it" },
);
export const SupplierConfirmation = Type.Object(
  {
    lines: Type.Optional(
      Type.Array(Type.Object({ orderId: Id, ...Confirmation.properties }, closed), {
        minItems: 1,
        maxItems: 500,
        description: "Left out: all that were not confirmed before, as ordered",
      }),
    ),
  },
  closed,
);

export const orderSchemas = [Order, PurchaseOrder, SupplierOrder];

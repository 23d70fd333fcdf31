import { Type } from "typebox";
import { closed, Id, IsoDate, Nullable, Pieces, Text, Time } from "../api/schemas.ts";

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
const Delivery = Type.Object({ quantity: Pieces(1), date: IsoDate }, closed);
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
    approvedAt: Nullable(Time),
    placeAt: Nullable(Time),
    waitsFor: Nullable(Type.String({ description: "Why it is not placed yet" })),
    confirmedQuantity: Nullable(Type.Integer()),
    confirmedDate: Nullable(IsoDate),
    deliveries: Type.Array(Delivery, { description: "As the supplier promised; empty: all at once" }),
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
    events: Type.Array(Type.Object({ at: Time, state: OrderState, cause: Type.String() })),
  },
  { $id: "Order", description: "What is to come to one storage location" },
);
export const PurchaseOrder = Type.Object(
  {
    id: Id,
    number: Type.Integer(),
    supplierId: Id,
    value: Nullable(Type.Number({ description: "Null: a price is not known" })),
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
export const Reason = Type.Object({ reason: Text() }, closed);
export const Receipt = Type.Object(
  {
    quantity: Type.Optional(Pieces(1)),
    isLast: Type.Optional(
      Type.Boolean({ description: "Nothing more is to come; left out: so when all has come" }),
    ),
  },
  closed,
);
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

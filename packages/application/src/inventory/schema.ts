import { type Static, Type } from "typebox";
import {
  closed,
  EmailAddress,
  Id,
  IsoDate,
  List,
  Nullable,
  Pieces,
  stamps,
  Text,
  Time,
  TimeZone,
} from "../api/schemas.ts";
import { AreaPlace, FloorPlan, RackPlace, Shelves } from "../floor/place-schema.ts";
import { Policy, weekdays } from "./location-schema.ts";

/** Sites, areas, racks, suppliers and parts, as they cross the wire. What is optional in an input has a default. */

const TimeOfDay = Type.String({
  pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$",
  description: "In the time zone beside it",
  examples: ["14:30"],
});
/** Of money, in the account's currency. */
export const Amount = Type.Number({ minimum: 0, maximum: 1e9 });
export const Price = Type.Number({
  minimum: 0,
  maximum: 1e9,
  description: "A piece, in the account's currency",
});

const Blackout = Type.Object({ from: IsoDate, to: IsoDate, reason: Text() }, closed);
const siteOptions = {
  timeZone: TimeZone,
  address: Type.String({
    maxLength: 500,
    description: "Where suppliers deliver to, in lines; empty: the account's address",
  }),
  blackouts: List(Blackout, {
    maxItems: 100,
    description: "Days, both ends included, on which nothing is ordered for the site",
  }),
};
export const SiteInput = Type.Object(
  { name: Text(), ...Type.Partial(Type.Object(siteOptions)).properties },
  closed,
);
export const Site = Type.Object(
  { id: Id, name: Text(), ...siteOptions, floorPlan: Nullable(FloorPlan), ...stamps },
  { $id: "Site" },
);

const area = { siteId: Id, name: Text() };
const areaOptions = { place: Nullable(AreaPlace) };
export const AreaInput = Type.Object(
  { ...area, ...Type.Partial(Type.Object(areaOptions)).properties },
  closed,
);
export const Area = Type.Object({ id: Id, ...area, ...areaOptions, ...stamps }, { $id: "Area" });
const rack = { areaId: Id, name: Text() };
const rackOptions = { place: Nullable(RackPlace), shelves: Shelves };
export const RackInput = Type.Object(
  { ...rack, ...Type.Partial(Type.Object(rackOptions)).properties },
  closed,
);
export const Rack = Type.Object({ id: Id, ...rack, ...rackOptions, ...stamps }, { $id: "Rack" });

const EmailDispatch = Type.Object({ kind: Type.Literal("email"), address: EmailAddress }, closed);
const WebhookDispatch = Type.Object(
  { kind: Type.Literal("webhook"), url: Type.String({ format: "uri", maxLength: 2000 }) },
  closed,
);
export const MessageTemplate = Type.Object(
  { subject: Text(200), text: Text(5_000) },
  {
    ...closed,
    description: "With placeholders like {number}; `POST /suppliers/{id}/message-preview` names them",
  },
);
const messageTemplate = (what: string) =>
  Type.Union([MessageTemplate, Type.Null()], { description: `${what}; null: as usual in its language` });
const supplier = {
  name: Text(),
  leadTimeDays: Type.Number({ minimum: 0, maximum: 1000 }),
  dispatch: Type.Union([EmailDispatch, WebhookDispatch]),
};
const supplierOptions = {
  calendar: Type.Object(
    {
      timeZone: TimeZone,
      orderingDays: weekdays(0),
      cutOff: Nullable(TimeOfDay),
      holidays: List(IsoDate, { maxItems: 400 }),
    },
    { ...closed, description: "When it takes orders" },
  ),
  minimumOrderValue: Type.Number({ minimum: 0, maximum: 1e9, description: "Of a purchase order; 0: none" }),
  collectionMinutes: Type.Integer({
    minimum: 0,
    maximum: 10_080,
    description: "So long an approved order waits for others of the same supplier, at most until the cut-off",
  }),
  approvalAbove: Type.Union([Amount, Type.Null()], {
    description: "Orders above this value wait for a person's approval",
  }),
  chaseAfterDays: Type.Union([Type.Integer({ minimum: 1, maximum: 100 }), Type.Null()], {
    description: "A late order is asked for again every so many days; null: never",
  }),
  language: Type.Enum(["en", "de"], { type: "string", description: "Of its e-mails" }),
  orderMessage: messageTemplate("The e-mail with an order"),
  reminderMessage: messageTemplate("The e-mail that asks for a late order"),
};
const WebhookSecret = Type.String({
  pattern: "^whsec_[A-Za-z0-9+/]{32,128}={0,2}$",
  description:
    "Signs webhooks as the Standard Webhooks specification says; shown when it is made, never again",
});
export const SupplierInput = Type.Object(
  {
    ...supplier,
    ...Type.Partial(Type.Object(supplierOptions)).properties,
    webhookSecret: Type.Optional(WebhookSecret),
  },
  closed,
);
export const Supplier = Type.Object(
  { id: Id, ...supplier, ...supplierOptions, ...stamps, webhookSecret: Type.Optional(WebhookSecret) },
  { $id: "Supplier" },
);

const supplyOptions = {
  partNumber: Type.String({ maxLength: 100, description: "As the supplier calls it" }),
  prices: List(Type.Object({ fromQuantity: Pieces(1), price: Price }, closed), {
    maxItems: 20,
    description: "What a piece costs from a quantity on, the first from 1; empty: not known",
  }),
  packSize: Pieces(1),
  minimumOrderQuantity: Pieces(),
  orderMultiple: Pieces(1),
  leadTimeDays: Type.Union([Type.Number({ minimum: 0, maximum: 1000 }), Type.Null()], {
    description: "Null: the supplier's",
  }),
};
const PartSupplyInput = Type.Object(
  { supplierId: Id, ...Type.Partial(Type.Object(supplyOptions)).properties },
  closed,
);
const PartSupply = Type.Object({ supplierId: Id, ...supplyOptions }, closed);
const part = { number: Text(100), name: Text(), unit: Text(30) };
const partOptions = {
  weightGrams: Type.Union([Type.Number({ exclusiveMinimum: 0, maximum: 1e9 }), Type.Null()], {
    description: "Of a piece",
  }),
  isBlocked: Type.Boolean({ description: "Nothing of it is ordered" }),
  phaseIn: Type.Union([IsoDate, Type.Null()], { description: "Nothing is ordered before this day" }),
  phaseOut: Type.Union([IsoDate, Type.Null()], { description: "Nothing is ordered from this day on" }),
  needsApproval: Type.Boolean({ description: "Each of its orders waits for a person's approval" }),
  policy: Type.Union([Policy, Type.Null()], {
    description: "Of its storage locations that have none of their own",
  }),
};
const suppliesAre = { maxItems: 20, description: "By priority: the first is ordered from" };
export const PartInput = Type.Object(
  {
    ...part,
    supplies: Type.Optional(List(PartSupplyInput, suppliesAre)),
    ...Type.Partial(Type.Object(partOptions)).properties,
  },
  closed,
);
export const Part = Type.Object(
  {
    id: Id,
    ...part,
    supplies: List(PartSupply, suppliesAre),
    ...partOptions,
    pictureAt: Nullable(Time),
    ...stamps,
  },
  { $id: "Part" },
);

export const inventorySchemas = [Site, Area, Rack, Supplier, Part];

export type SiteInput = Static<typeof SiteInput>;
export type AreaInput = Static<typeof AreaInput>;
export type RackInput = Static<typeof RackInput>;
export type SupplierInput = Static<typeof SupplierInput>;
export type PartInput = Static<typeof PartInput>;

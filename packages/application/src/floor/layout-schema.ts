import { type Static, Type } from "typebox";
import { closed, GatewayPlace, Id, List, Nullable } from "../api/schemas.ts";
import { AreaPlace, LocationPlace, RackPlace, Shelves } from "./place-schema.ts";

/** Many places of a site at once, as somebody has arranged them. */

const version = Type.Optional(
  Type.Integer({
    minimum: 1,
    description: "As it was read: the layout is refused when the record is at another",
  }),
);
const placed = <T extends Type.TProperties>(fields: T) =>
  Type.Optional(List(Type.Object({ id: Id, version, ...fields }, closed), { maxItems: 5000 }));

export const LayoutInput = Type.Object(
  {
    areas: placed({ place: Nullable(AreaPlace) }),
    racks: placed({ place: Nullable(RackPlace), shelves: Type.Optional(Shelves) }),
    locations: placed({ place: Nullable(LocationPlace), rackId: Type.Optional(Nullable(Id)) }),
    gateways: placed({ place: Nullable(GatewayPlace) }),
  },
  closed,
);

const laid = <T extends Type.TProperties>(fields: T) =>
  Type.Array(Type.Object({ id: Id, version: Type.Integer(), ...fields }));
export const Layout = Type.Object(
  {
    areas: laid({ place: Nullable(AreaPlace) }),
    racks: laid({ place: Nullable(RackPlace), shelves: Shelves }),
    locations: laid({ place: Nullable(LocationPlace), rackId: Nullable(Id) }),
    gateways: laid({ place: Nullable(GatewayPlace) }),
  },
  { $id: "Layout", description: "The records that a layout names, as they are after it" },
);

export const floorSchemas = [Layout];

export type LayoutInput = Static<typeof LayoutInput>;
export type Layout = Static<typeof Layout>;

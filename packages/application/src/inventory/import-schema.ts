import { type Static, Type } from "typebox";
import { closed, DeviceInput, GatewayInput, Id } from "../api/schemas.ts";
import { LocationInput } from "./location-schema.ts";
import { AreaInput, PartInput, RackInput, SiteInput, SupplierInput } from "./schema.ts";

const listed = <T extends Type.TProperties>(input: Type.TObject<T>) =>
  Type.Optional(Type.Array(Type.Object({ id: Id, ...input.properties }, closed), { maxItems: 5000 }));
export const Import = Type.Object(
  {
    sites: listed(SiteInput),
    areas: listed(AreaInput),
    racks: listed(RackInput),
    suppliers: listed(SupplierInput),
    parts: listed(PartInput),
    gateways: listed(GatewayInput),
    devices: listed(DeviceInput),
    locations: listed(LocationInput),
  },
  closed,
);
export const Imported = Type.Object(
  {
    created: Type.Object({
      sites: Type.Integer(),
      areas: Type.Integer(),
      racks: Type.Integer(),
      suppliers: Type.Integer(),
      parts: Type.Integer(),
      gateways: Type.Integer(),
      devices: Type.Integer(),
      locations: Type.Integer(),
    }),
  },
  { $id: "Imported" },
);

export const importSchemas = [Imported];

export type Import = Static<typeof Import>;

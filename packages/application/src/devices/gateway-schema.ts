import { Type } from "typebox";
import { HeardBy, Id, Nullable, Time } from "../api/schemas.ts";

/** A gateway over time, and which devices it hears. */
export const GatewayHour = Type.Object(
  {
    at: Time,
    uplinks: Type.Integer({ description: "Packets that it brought" }),
    refused: Type.Integer({ description: "Of these, those of strangers, or damaged" }),
    downlinks: Type.Integer(),
    dutyCycleUse: Type.Number({
      description: "The largest share of the allowed sending time that was used in a sub-band",
    }),
  },
  { $id: "GatewayHour", description: "An hour of a gateway; hours in which nothing happened are missing" },
);
const { lastHeardAt, rssiDbm, snrDb } = HeardBy.properties;
export const HeardDevice = Type.Object(
  {
    deviceId: Id,
    name: Type.String(),
    locationId: Nullable(Id),
    rssiDbm,
    snrDb,
    lastHeardAt,
    isBest: Type.Boolean({ description: "No other gateway hears it better" }),
    other: Nullable(HeardBy),
  },
  {
    $id: "HeardDevice",
    description:
      "A device that a gateway heard within a week; `other`: the best of the other gateways, null: there is none",
  },
);
export const Coverage = Type.Object(
  {
    gateways: Type.Array(
      Type.Object({
        gatewayId: Id,
        devices: Type.Integer({ description: "That it heard within a week" }),
        best: Type.Integer({ description: "Of these, those that no other gateway hears better" }),
        only: Type.Integer({ description: "Of these, those that no other gateway hears" }),
      }),
    ),
    onOneGateway: Type.Integer({ description: "Devices that only one gateway hears" }),
    unheard: Type.Integer({ description: "Devices in service that no gateway heard within a week" }),
  },
  { $id: "Coverage" },
);

export const gatewaySchemas = [GatewayHour, HeardDevice, Coverage];

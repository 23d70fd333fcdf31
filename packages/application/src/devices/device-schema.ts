import { settingNames } from "@refill/sensors";
import { type Static, Type } from "typebox";
import { closed, Device, DeviceInput, Downlink, Id, Nullable, Text, Time } from "../api/schemas.ts";

/** What a device can be told, the replacement of one by another, and files before they are taken. */
export const SettingName = Type.Enum([...settingNames], {
  type: "string",
  description:
    "`reporting-interval`: how often it sends, seconds; `request-status`: it tells versions or state; `restart`: it starts anew",
});
export const DeviceSetting = Type.Object(
  {
    setting: SettingName,
    range: Nullable(
      Type.Object(
        { minimum: Type.Integer(), maximum: Type.Integer(), step: Type.Integer() },
        { description: "Of the value, in seconds; null: it takes none" },
      ),
    ),
    sent: Nullable(
      Type.Object(
        {
          value: Nullable(Type.Integer()),
          downlinkId: Id,
          at: Time,
          by: Type.String(),
          state: Nullable(Downlink.properties.state),
          changedAt: Nullable(Time),
          isHeardSince: Type.Boolean({ description: "The device sent something after that" }),
        },
        {
          description:
            "What was sent last; its state is null when newer downlinks took its place in the list",
        },
      ),
    ),
    observed: Nullable(
      Type.Integer({ description: "Seconds, as its latest frames show; of the reporting interval" }),
    ),
  },
  { $id: "DeviceSetting" },
);
const setting = {
  setting: SettingName,
  value: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000, description: "Seconds" })),
};
export const SettingInput = Type.Object(setting, closed);
export const SettingsInput = Type.Object(
  { ...setting, deviceIds: Type.Array(Id, { minItems: 1, maxItems: 500 }) },
  closed,
);
export const SettingResult = Type.Object(
  {
    deviceId: Id,
    downlinkId: Nullable(Id),
    problem: Nullable(Type.String({ description: "Why it was not sent to this device" })),
  },
  { $id: "SettingResult" },
);

const { devEui, appKey, nwkKey, personalised, joinEui, profile, macVersion } = DeviceInput.properties;
export const NewDevice = Type.Object(
  {
    devEui,
    joinEui: Type.Optional(joinEui),
    appKey,
    nwkKey,
    personalised,
    profile: Type.Optional(profile),
    macVersion,
  },
  { ...closed, description: "What is left out is as at the one before" },
);
export const ReplacementInput = Type.Object(
  {
    device: Type.Optional(NewDevice),
    deviceId: Type.Optional(
      Type.String({
        format: "uuid",
        description: "Instead: a device that is registered and watches nothing",
      }),
    ),
    before: Type.Optional(
      Type.Enum(["retire", "remove"], {
        type: "string",
        default: "retire",
        description: "What becomes of the one before: only one that is kept can be brought back",
      }),
    ),
    name: Type.Optional(Text()),
  },
  closed,
);
export const Replacement = Type.Object(
  {
    device: Device,
    beforeId: Nullable(
      Type.String({
        format: "uuid",
        description: "The device before, out of service now; null: it is removed",
      }),
    ),
    locationId: Nullable(Id),
  },
  { description: "The device that has the place now" },
);

export const FilePreview = Type.Object(
  {
    lines: Type.Array(
      Type.Object({
        line: Type.Integer(),
        devEui: Type.String(),
        joinEui: Type.String(),
        name: Type.String(),
        profile: Type.String(),
        region: Type.String(),
        problems: Type.Array(Type.Object({ field: Type.String(), message: Type.String() })),
      }),
    ),
    passedOver: Type.Array(Type.String(), { description: "Names of columns that nothing is made of" }),
  },
  { $id: "DeviceFilePreview" },
);

export const deviceSchemas = [DeviceSetting, SettingResult, FilePreview];

export type SettingInput = Static<typeof SettingInput>;
export type ReplacementInput = Static<typeof ReplacementInput>;

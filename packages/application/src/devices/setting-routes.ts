import { randomUUID } from "node:crypto";
import type { DownlinkStatus } from "@refill/protocol";
import { encodeSetting, profiles, type SettingName } from "@refill/sensors";
import { Type } from "typebox";
import type { Device } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import type { Principal } from "../api/authentication.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { type FieldProblem, notFound, Refusal, refuseFields } from "../refusal.ts";
import * as schemas from "./device-schema.ts";
import { viewOfDevice } from "./device-view.ts";

const tags = ["devices"];

/** What devices can be told in their maker's words, without knowing any bytes. */
export function settingRoutes(app: ApiServer, api: Api): void {
  const { store, network } = api;
  app.get(
    "/devices/:id/settings",
    {
      schema: {
        tags,
        summary: "What a device can be told, what was sent last, and what came of it",
        params: IdParameter,
        response: { 200: Type.Object({ items: Type.Array(schemas.DeviceSetting) }), ...refusals },
      },
    },
    async (request) => {
      const { accountId } = request.principal;
      const set = await store.read(accountId);
      const device = deviceIn(set, request.params.id);
      return { items: settingsView(set, device, await network.downlinks(accountId, device.id)) };
    },
  );
  app.post(
    "/devices/:id/settings",
    {
      config: { actsOutside: true },
      schema: {
        tags,
        summary: "Tell a device a setting: a confirmed downlink, which it acknowledges",
        params: IdParameter,
        body: schemas.SettingInput,
        response: { 201: Type.Object({ items: Type.Array(schemas.DeviceSetting) }), ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId } = request.principal;
      const { setting, value } = request.body;
      const { id } = request.params;
      const device = deviceIn(await store.read(accountId), id);
      const problem = problemOf(device, setting, value);
      if (problem) refuseFields([problem]);
      await send(api, request.principal, [device], setting, value);
      const set = await store.read(accountId);
      const items = settingsView(set, device, await network.downlinks(accountId, id));
      return reply.code(201).send({ items });
    },
  );
  app.post(
    "/devices/settings",
    {
      config: { actsOutside: true },
      schema: {
        tags,
        summary: "Tell many devices the same setting; those that can't take it say why",
        body: schemas.SettingsInput,
        response: { 200: Type.Object({ items: Type.Array(schemas.SettingResult) }), ...refusals },
      },
    },
    async (request) => {
      const { setting, value, deviceIds } = request.body;
      const set = await store.read(request.principal.accountId);
      const ids = [...new Set(deviceIds)];
      const problems = new Map<string, string>();
      const able: Device[] = [];
      const unknown = ids.filter((id) => !set.get("device", id));
      refuseFields(
        unknown.map((id) => ({
          field: `deviceIds[${deviceIds.indexOf(id)}]`,
          message: "there is no such device",
        })),
      );
      for (const id of ids) {
        const device = set.get("device", id)!;
        const problem = problemOf(device, setting, value)?.message;
        if (problem) problems.set(id, problem);
        else able.push(device);
      }
      const { downlinkIds, refused } = await send(api, request.principal, able, setting, value);
      return {
        items: ids.map((deviceId) => ({
          deviceId,
          downlinkId: downlinkIds.get(deviceId) ?? null,
          problem: problems.get(deviceId) ?? refused.get(deviceId) ?? null,
        })),
      };
    },
  );
}

function deviceIn(set: WorkingSet, id: string): Device {
  const device = set.get("device", id);
  if (!device) throw notFound("device");
  return device;
}

function problemOf(
  { profile, retiredAt }: Device,
  setting: SettingName,
  value: number | undefined,
): FieldProblem | undefined {
  if (retiredAt !== null) return { field: "setting", message: "the device is out of service" };
  const isKnown = profiles[profile].settings.some(({ name }) => name === setting);
  try {
    encodeSetting(profile, setting, value);
    return undefined;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { field: isKnown ? "value" : "setting", message: error.message };
  }
}

/** Queues the downlinks, then notes what was sent; of one device a refusal is thrown, of several it is told. */
async function send(
  { store, network }: Api,
  { accountId, actor }: Principal,
  devices: readonly Device[],
  setting: SettingName,
  value: number | undefined,
) {
  const downlinkIds = new Map<string, string>();
  const refused = new Map<string, string>();
  for (const { id: deviceId, profile } of devices) {
    const { fPort, bytes } = encodeSetting(profile, setting, value);
    const downlinkId = randomUUID();
    const payload = Buffer.from(bytes).toString("base64");
    try {
      await network.enqueueDownlink({
        accountId,
        deviceId,
        downlinkId,
        fPort,
        payload,
        confirmed: true,
        expiresAt: null,
      });
      downlinkIds.set(deviceId, downlinkId);
    } catch (error) {
      if (!(error instanceof Refusal) || devices.length === 1) throw error;
      refused.set(deviceId, error.message);
    }
  }
  if (downlinkIds.size > 0)
    await store.change(accountId, actor, (change) => {
      for (const [id, downlinkId] of downlinkIds) {
        const device = change.get("device", id);
        if (!device) continue;
        const { sent } = change.get("sentSettings", id) ?? { sent: {} };
        const latest = { value: value ?? null, downlinkId, at: change.at, by: actor.name };
        change.put("sentSettings", { id, sent: { ...sent, [setting]: latest } });
        const detail = { setting, ...(value === undefined ? {} : { value }), downlinkId };
        change.note({
          action: "device.setting-sent",
          target: { kind: "device", id, name: device.name },
          detail,
        });
      }
    });
  return { downlinkIds, refused };
}

function settingsView(set: WorkingSet, device: Device, downlinks: readonly DownlinkStatus[]) {
  const sent = set.get("sentSettings", device.id)?.sent ?? {};
  const state = set.get("deviceState", device.id);
  const { reportingIntervalSeconds } = viewOfDevice(set, device);
  return profiles[device.profile].settings.map(({ name, range }) => {
    const latest = sent[name];
    const status = downlinks.find(({ downlinkId }) => downlinkId === latest?.downlinkId);
    return {
      setting: name,
      range,
      sent: latest
        ? {
            ...latest,
            at: new Date(latest.at).toISOString(),
            state: status?.state ?? null,
            changedAt: status ? new Date(status.changedAt).toISOString() : null,
            isHeardSince: (state?.lastSeenAt ?? 0) > latest.at,
          }
        : null,
      observed: name === "reporting-interval" ? reportingIntervalSeconds : null,
    };
  });
}

import { readDeviceQrCode } from "@refill/lorawan";
import { Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { IdParameter, refusals, resourceRoutes } from "../api/resource-routes.ts";
import * as schemas from "../api/schemas.ts";
import { notFound, refuseFields } from "../refusal.ts";
import { registerFile } from "./device-file.ts";
import { previewFile } from "./device-file-preview.ts";
import { FilePreview } from "./device-schema.ts";
import { viewOfDevice } from "./device-view.ts";
import { gatewayRoutes } from "./gateway-routes.ts";
import { lorawanRoutes } from "./lorawan-routes.ts";
import { multicastRoutes } from "./multicast-routes.ts";
import { noted, targetOf } from "./noted.ts";
import { replacementRoutes } from "./replacement-routes.ts";
import { deviceResource, gatewayResource } from "./resources.ts";
import { settingRoutes } from "./setting-routes.ts";

export function deviceRoutes(app: ApiServer, api: Api): void {
  resourceRoutes<"device", schemas.DeviceInput>(app, api, deviceResource(api));
  resourceRoutes<"gateway", schemas.GatewayInput>(app, api, gatewayResource(api));
  fileRoutes(app, api);
  commissioningRoutes(app, api);
  lorawanRoutes(app, api);
  settingRoutes(app, api);
  replacementRoutes(app, api);
  gatewayRoutes(app, api);
  multicastRoutes(app, api);
}

const fileQuery = Type.Object(
  {
    profile: Type.Optional(schemas.DeviceInput.properties.profile),
    joinEui: Type.Optional(schemas.DeviceInput.properties.joinEui),
    region: schemas.DeviceInput.properties.region,
    macVersion: schemas.DeviceInput.properties.macVersion,
  },
  { additionalProperties: false },
);
const DeviceFile = Type.Object(
  { csv: Type.String({ minLength: 1, maxLength: 4_000_000 }) },
  { additionalProperties: false },
);
const mostFileBytes = 4 * 1024 * 1024;

/** Many devices at once, from what their maker sent along. */
function fileRoutes(app: ApiServer, api: Api): void {
  app.post(
    "/devices/file/preview",
    {
      bodyLimit: mostFileBytes,
      schema: {
        tags: ["devices"],
        summary: "What a CSV file of devices would register, line by line, with what is wrong in each",
        querystring: fileQuery,
        body: DeviceFile,
        response: { 200: FilePreview, ...refusals },
      },
    },
    async (request) => {
      const set = await api.store.read(request.principal.accountId);
      return previewFile(set, request.body.csv, request.query);
    },
  );
  app.post(
    "/devices/file",
    {
      config: { actsOutside: true },
      bodyLimit: mostFileBytes,
      schema: {
        tags: ["devices"],
        summary: "Register devices from a CSV file, all or none",
        description:
          "First line: column names. DevEUI and AppKey are needed; JoinEUI (AppEUI), NwkKey, Name, Profile, Region, Version and Class may stand beside them; other columns are passed over. The query gives what the file leaves out.",
        querystring: fileQuery,
        body: DeviceFile,
        response: { 201: Type.Object({ items: Type.Array(schemas.Device) }), ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId } = request.principal;
      const devices = await registerFile(api, request.principal, request.body.csv, request.query);
      const set = await api.store.read(accountId);
      return reply.code(201).send({ items: devices.map((device) => viewOfDevice(set, device)) });
    },
  );
}

/** What a person needs to bring a gateway or a device into service. */
function commissioningRoutes(app: ApiServer, { store, network, log }: Api): void {
  app.post(
    "/gateways/:id/station-credentials",
    {
      config: { actsOutside: true },
      schema: {
        tags: ["gateways"],
        summary:
          "New certificate and token for a gateway with LoRa Basics Station; those before are no longer taken",
        params: IdParameter,
        response: { 201: schemas.StationCredentials, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId } = request.principal;
      const { id } = request.params;
      const set = await store.read(accountId);
      if (!set.get("gateway", id)) throw notFound("gateway");
      const target = await targetOf(store, accountId, "gateway", id);
      const credentials = await noted(
        store,
        request.principal,
        { action: "gateway.credentials-renewed", target },
        () => network.renewGatewayCredentials(accountId, id),
      );
      log.info({ accountId, gatewayId: id }, "a gateway was given new credentials");
      return reply.code(201).send(credentials);
    },
  );
  app.post(
    "/devices/qr-code",
    {
      schema: {
        tags: ["devices"],
        summary: "Read a device's QR code (TR005): what it says is then registered with its AppKey",
        body: Type.Object({ text: Type.String({ maxLength: 2_000 }) }, { additionalProperties: false }),
        response: { 200: schemas.DeviceQrCode, ...refusals },
      },
    },
    async (request) => {
      const code = readDeviceQrCode(request.body.text);
      if ("rejected" in code) return refuseFields([{ field: "text", message: code.rejected }]);
      return code;
    },
  );
}

import { randomUUID } from "node:crypto";
import { readDeviceQrCode } from "@refill/lorawan";
import { profiles } from "@refill/sensors";
import { Type } from "typebox";
import type { Device, Gateway } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { IdParameter, refusals, resourceRoutes } from "../api/resource-routes.ts";
import * as schemas from "../api/schemas.ts";
import { notFound, Refusal, refuseFields } from "../refusal.ts";
import { deviceView, putDevice, putGateway, removeDevice } from "./device.ts";
import { registerFile } from "./device-file.ts";
import { downlinkView, factsView, frameView, gatewayView, isSameNetwork, messageView } from "./views.ts";

export function deviceRoutes(app: ApiServer, api: Api): void {
  resourceRoutes<"device", schemas.DeviceInput>(app, api, deviceResource(api));
  resourceRoutes<"gateway", schemas.GatewayInput>(app, api, gatewayResource(api));
  fileRoutes(app, api);
  commissioningRoutes(app, api);
  lorawanRoutes(app, api);
  downlinkRoutes(app, api);
  frameRoutes(app, api);
  multicastRoutes(app, api);
}

function deviceResource({ network, log }: Api) {
  return {
    path: "/devices",
    noun: "device",
    kind: "device" as const,
    schema: schemas.Device,
    create: schemas.DeviceInput,
    update: schemas.DeviceChange,
    inputOf: ({ id: _id, activation: _activation, ...input }: Device) => input,
    async put(change: Parameters<typeof putDevice>[0], id: string, input: schemas.DeviceInput) {
      const before = change.get("device", id);
      if (!before) {
        const { keys, ...device } = putDevice(change, id, input);
        await network.registerDevices(change.base.accountId, [{ ...device, keys }]);
        return device;
      }
      const location = [...change.all("location")].find(({ deviceId }) => deviceId === id);
      const next = { ...before, ...input } as Device;
      if (location && profiles[next.profile].measures !== profiles[before.profile].measures)
        refuseFields([
          { field: "profile", message: `does not fit the geometry of ${location.name}, which it watches` },
        ]);
      const isRadioSame =
        next.deviceClass === before.deviceClass &&
        next.allowsCounterReset === before.allowsCounterReset &&
        JSON.stringify(next.radio) === JSON.stringify(before.radio);
      if (!isRadioSame) await network.changeDevice(change.base.accountId, next);
      if (next.allowsCounterReset !== before.allowsCounterReset)
        log.warn(
          { accountId: change.base.accountId, deviceId: id, allowsCounterReset: next.allowsCounterReset },
          "whether a device may begin its frame counter anew was changed",
        );
      return change.put("device", next);
    },
    async remove(change: Parameters<typeof putDevice>[0], device: Device) {
      removeDevice(change, device);
      await network.removeDevices(change.base.accountId, [device.id]);
    },
    undo: (accountId: string, id: string) => network.removeDevices(accountId, [id]),
    view: viewOfDevice,
  };
}

function gatewayResource({ network }: Api) {
  return {
    path: "/gateways",
    noun: "gateway",
    kind: "gateway" as const,
    schema: schemas.Gateway,
    create: schemas.GatewayInput,
    update: schemas.GatewayChange,
    inputOf: ({ id: _id, ...input }: Gateway) => input,
    async put(change: Parameters<typeof putGateway>[0], id: string, input: schemas.GatewayInput) {
      const before = change.get("gateway", id);
      const gateway = putGateway(change, id, input);
      const isSame = before?.region === gateway.region && before.channelBlock === gateway.channelBlock;
      if (!isSame) await network.registerGateways(change.base.accountId, [gateway]);
      return gateway;
    },
    async remove(change: Parameters<typeof putGateway>[0], { id }: Gateway) {
      change.remove("gateway", id);
      await network.removeGateway(change.base.accountId, id);
    },
    undo: (accountId: string, id: string) => network.removeGateway(accountId, id),
    view: (_set: WorkingSet, gateway: Gateway) => gatewayView(gateway, undefined),
    async viewNow(set: WorkingSet, gateway: Gateway) {
      const statuses = await network.gatewayStatus(set.accountId);
      return gatewayView(gateway, statuses?.get(gateway.id));
    },
    async list(set: WorkingSet) {
      const statuses = await network.gatewayStatus(set.accountId);
      return [...set.all("gateway")].map((gateway) => gatewayView(gateway, statuses?.get(gateway.id)));
    },
  };
}

/** Many devices at once, from what their maker sent along. */
function fileRoutes(app: ApiServer, api: Api): void {
  app.post(
    "/devices/file",
    {
      bodyLimit: 4 * 1024 * 1024,
      schema: {
        tags: ["devices"],
        summary: "Register devices from a CSV file, all or none",
        description:
          "First line: column names. DevEUI and AppKey are needed; JoinEUI (AppEUI), NwkKey, Name, Profile, Region, Version and Class may stand beside them; other columns are passed over. The query gives what the file leaves out.",
        querystring: Type.Object(
          {
            profile: Type.Optional(schemas.DeviceInput.properties.profile),
            joinEui: Type.Optional(schemas.DeviceInput.properties.joinEui),
            region: schemas.DeviceInput.properties.region,
            macVersion: schemas.DeviceInput.properties.macVersion,
          },
          { additionalProperties: false },
        ),
        body: Type.Object(
          { csv: Type.String({ minLength: 1, maxLength: 4_000_000 }) },
          { additionalProperties: false },
        ),
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
      const credentials = await network.renewGatewayCredentials(accountId, id);
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

function lorawanRoutes(app: ApiServer, { store, network }: Api): void {
  app.get(
    "/devices/:id/lorawan",
    {
      schema: {
        tags: ["devices"],
        summary: "What the network server knows of a device: session, radio, battery",
        params: IdParameter,
        response: { 200: schemas.DeviceLorawan, ...refusals },
      },
    },
    async (request) => {
      const { accountId } = request.principal;
      const facts = await network.deviceFacts(accountId, request.params.id);
      if (!facts) throw notFound("device");
      return factsView(facts);
    },
  );
  app.get(
    "/devices/:id/messages",
    {
      config: { isAdminsOnly: true },
      schema: {
        tags: ["devices"],
        summary: "The stored messages of a device (at most 14), decrypted; for admins",
        params: IdParameter,
        response: { 200: Type.Object({ items: Type.Array(schemas.StoredMessage) }), ...refusals },
      },
    },
    async (request) => {
      const { accountId, role } = request.principal;
      if (role !== "admin") throw new Refusal(403, "role", "Raw messages are for the role admin.");
      const messages = await network.messages(accountId, request.params.id);
      return { items: messages.map(messageView) };
    },
  );
  app.get(
    "/unknown-gateways",
    {
      schema: {
        tags: ["gateways"],
        summary: "Gateways that send from your network and that nobody registered",
        response: { 200: Type.Object({ items: Type.Array(schemas.UnknownGateway) }), ...refusals },
      },
    },
    async (request) => {
      const { region } = await store.read(request.principal.accountId);
      const unknown = await network.unknownGateways(region);
      // Other customers' gateways are none of this one's business: they send from other addresses.
      const own = unknown.filter(({ address }) => isSameNetwork(address, request.ip));
      return {
        items: own.slice(0, 100).map(({ gatewayEui, lastSeenAt, protocol }) => ({
          gatewayEui,
          lastSeenAt: new Date(lastSeenAt).toISOString(),
          protocol,
        })),
      };
    },
  );
}

function downlinkRoutes(app: ApiServer, { network }: Api): void {
  const tags = ["downlinks"];
  app.get(
    "/devices/:id/downlinks",
    {
      schema: {
        tags,
        summary: "Downlinks of a device: those that wait and the latest that are done, newest first",
        params: IdParameter,
        response: { 200: Type.Object({ items: Type.Array(schemas.Downlink) }), ...refusals },
      },
    },
    async (request) => {
      const downlinks = await network.downlinks(request.principal.accountId, request.params.id);
      return { items: downlinks.map(downlinkView) };
    },
  );
  app.post(
    "/devices/:id/downlinks",
    {
      schema: {
        tags,
        summary: "Send a downlink: to a class A device in the windows after its next uplink",
        params: IdParameter,
        body: schemas.DownlinkInput,
        response: { 201: schemas.Downlink, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId } = request.principal;
      const { fPort, payload, confirmed, expiresAt } = request.body;
      const downlinkId = randomUUID();
      const expires = expiresAt === undefined ? null : Date.parse(expiresAt);
      if (expires !== null && expires <= Date.now())
        refuseFields([{ field: "expiresAt", message: "is past already" }]);
      await network.enqueueDownlink({
        accountId,
        deviceId: request.params.id,
        downlinkId,
        fPort,
        payload: Buffer.from(payload, "hex").toString("base64"),
        confirmed: confirmed ?? false,
        expiresAt: expires,
      });
      const own = (await network.downlinks(accountId, request.params.id)).find(
        (each) => each.downlinkId === downlinkId,
      );
      return reply.code(201).send(downlinkView(own!));
    },
  );
  app.delete(
    "/devices/:id/downlinks",
    {
      schema: {
        tags,
        summary: "Remove every downlink that waits",
        params: IdParameter,
        response: { 200: Type.Object({ removed: Type.Integer() }), ...refusals },
      },
    },
    async (request) => ({
      removed: await network.removeDownlinks({
        accountId: request.principal.accountId,
        deviceId: request.params.id,
      }),
    }),
  );
  app.delete(
    "/devices/:id/downlinks/:downlinkId",
    {
      schema: {
        tags,
        summary: "Remove a downlink that waits",
        params: Type.Object({ id: schemas.Id, downlinkId: schemas.Id }),
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { id, downlinkId } = request.params;
      const { accountId } = request.principal;
      const removed = await network.removeDownlinks({ accountId, deviceId: id, downlinkId });
      if (removed === 0) throw notFound("waiting downlink");
      return reply.code(204).send(null);
    },
  );
}

function frameRoutes(app: ApiServer, { network }: Api): void {
  for (const [path, noun] of [
    ["/devices/:id/frames", "device"],
    ["/gateways/:id/frames", "gateway"],
  ] as const)
    app.get(
      path,
      {
        schema: {
          tags: [`${noun}s`],
          summary: `The latest frames of a ${noun} with header, MAC commands and refusals in words, oldest first`,
          params: IdParameter,
          querystring: Type.Object(
            { after: Type.Optional(Type.String({ pattern: "^[0-9]{1,15}$" })) },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object({ items: Type.Array(schemas.Frame) }), ...refusals },
        },
      },
      async (request) => {
        const { id } = request.params;
        const frames = await network.frames({
          accountId: request.principal.accountId,
          ...(noun === "device" ? { deviceId: id } : { gatewayId: id }),
          after: Number(request.query.after ?? 0),
        });
        return { items: frames.map(frameView) };
      },
    );
}

function multicastRoutes(app: ApiServer, { store, network }: Api): void {
  const tags = ["multicast"];
  const groupOf = async (accountId: string, id: string) => {
    const group = (await network.multicastGroups(accountId)).find(({ groupId }) => groupId === id);
    if (!group) throw notFound("multicast group");
    const { groupId, accountId: _, regionName, ...rest } = group;
    return { id: groupId, region: regionName, ...rest };
  };
  const put = async (accountId: string, groupId: string, input: schemas.MulticastGroupInput) => {
    const set = await store.read(accountId);
    for (const [index, deviceId] of input.deviceIds.entries())
      if (!set.get("device", deviceId))
        refuseFields([{ field: `deviceIds[${index}]`, message: "is no device of yours" }]);
    const { region, mcAddr, mcKey, groupClass, ...rest } = input;
    await network.putMulticastGroup({
      accountId,
      groupId,
      regionName: region as Device["region"],
      mcAddr: mcAddr.toLowerCase(),
      mcKey: mcKey.toLowerCase(),
      groupClass: groupClass as "B" | "C",
      ...rest,
    });
    return groupOf(accountId, groupId);
  };
  app.get(
    "/multicast-groups",
    {
      schema: {
        tags,
        summary: "List multicast groups",
        response: { 200: Type.Object({ items: Type.Array(schemas.MulticastGroup) }), ...refusals },
      },
    },
    async (request) => {
      const groups = await network.multicastGroups(request.principal.accountId);
      return {
        items: groups.map(({ groupId, accountId: _, regionName, ...rest }) => ({
          id: groupId,
          region: regionName,
          ...rest,
        })),
      };
    },
  );
  app.post(
    "/multicast-groups",
    {
      schema: {
        tags,
        summary:
          "Create a multicast group; its devices are given address and key by their application (TS005)",
        body: schemas.MulticastGroupInput,
        response: { 201: schemas.MulticastGroup, ...refusals },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await put(request.principal.accountId, randomUUID(), request.body)),
  );
  app.put(
    "/multicast-groups/:id",
    {
      schema: {
        tags,
        summary: "Replace a multicast group; another key or address begins its counter anew",
        params: IdParameter,
        body: schemas.MulticastGroupInput,
        response: { 200: schemas.MulticastGroup, ...refusals },
      },
    },
    async (request) => {
      const { accountId } = request.principal;
      await groupOf(accountId, request.params.id);
      return put(accountId, request.params.id, request.body);
    },
  );
  app.delete(
    "/multicast-groups/:id",
    {
      schema: {
        tags,
        summary: "Remove a multicast group",
        params: IdParameter,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId } = request.principal;
      await groupOf(accountId, request.params.id);
      await network.removeMulticastGroup(accountId, request.params.id);
      return reply.code(204).send(null);
    },
  );
  app.post(
    "/multicast-groups/:id/downlinks",
    {
      schema: {
        tags,
        summary: "Send a frame to the whole group, by as few gateways as reach it",
        params: IdParameter,
        body: schemas.MulticastInput,
        response: { 201: schemas.MulticastSent, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId } = request.principal;
      const { fPort, payload } = request.body;
      const sent = await network.multicast({
        accountId,
        groupId: request.params.id,
        fPort,
        payload: Buffer.from(payload, "hex").toString("base64"),
      });
      return reply.code(201).send({ ...sent, at: new Date(sent.at).toISOString() });
    },
  );
}

export function viewOfDevice(set: WorkingSet, device: Device) {
  return deviceView(set, device, set.locationByDevice.get(device.id) ?? null, Date.now());
}

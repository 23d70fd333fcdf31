import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { largestPageSize, Page, pageOf, pageQuery } from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import * as schemas from "../api/schemas.ts";
import { notFound, refuseFields } from "../refusal.ts";
import { noted, targetOf } from "./noted.ts";
import { downlinkView, factsView, frameView, isSameNetwork, messageView } from "./views.ts";

const PageQuery = Type.Object(pageQuery, { additionalProperties: false });

/** What the network server knows of devices and gateways, and what it sends for them. */
export function lorawanRoutes(app: ApiServer, api: Api): void {
  knownRoutes(app, api);
  downlinkRoutes(app, api);
  frameRoutes(app, api);
}

function knownRoutes(app: ApiServer, { store, network }: Api): void {
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
      schema: {
        tags: ["devices"],
        summary: "The stored messages of a device (at most 14), decrypted; for admins",
        params: IdParameter,
        querystring: PageQuery,
        response: { 200: Page(schemas.StoredMessage), ...refusals },
      },
    },
    async (request) => {
      const { accountId } = request.principal;
      const messages = await network.messages(accountId, request.params.id);
      const page = pageOf(messages, request.query, ({ sequence }) => sequence);
      const device = (await store.read(accountId)).get("device", request.params.id);
      if (!device) throw notFound("device");
      return { ...page, items: page.items.map((each) => messageView(each, device.profile)) };
    },
  );
  app.get(
    "/unknown-gateways",
    {
      schema: {
        tags: ["gateways"],
        summary: "Gateways that send from your network and that nobody registered",
        querystring: PageQuery,
        response: { 200: Page(schemas.UnknownGateway), ...refusals },
      },
    },
    async (request) => {
      const { region } = await store.read(request.principal.accountId);
      const unknown = await network.unknownGateways(region);
      // Other customers' gateways are none of this one's business: they send from other addresses.
      const own = unknown.filter(({ address }) => isSameNetwork(address, request.ip));
      const page = pageOf(own, request.query, ({ gatewayEui }) => gatewayEui);
      return {
        ...page,
        items: page.items.map(({ gatewayEui, lastSeenAt, protocol }) => ({
          gatewayEui,
          lastSeenAt: new Date(lastSeenAt).toISOString(),
          protocol,
        })),
      };
    },
  );
}

function downlinkRoutes(app: ApiServer, { store, network }: Api): void {
  const tags = ["downlinks"];
  app.get(
    "/devices/:id/downlinks",
    {
      schema: {
        tags,
        summary: "Downlinks of a device: those that wait and the latest that are done, newest first",
        params: IdParameter,
        querystring: PageQuery,
        response: { 200: Page(schemas.Downlink), ...refusals },
      },
    },
    async (request) => {
      const downlinks = await network.downlinks(request.principal.accountId, request.params.id);
      const page = pageOf(downlinks, request.query, ({ downlinkId }) => downlinkId);
      return { ...page, items: page.items.map(downlinkView) };
    },
  );
  app.post(
    "/devices/:id/downlinks",
    {
      config: { actsOutside: true },
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
      const target = await targetOf(store, accountId, "device", request.params.id);
      const detail = { downlinkId, fPort, payload, confirmed: confirmed ?? false };
      await noted(store, request.principal, { action: "downlink.queued", target, detail }, () =>
        network.enqueueDownlink({
          accountId,
          deviceId: request.params.id,
          downlinkId,
          fPort,
          payload: Buffer.from(payload, "hex").toString("base64"),
          confirmed: confirmed ?? false,
          expiresAt: expires,
        }),
      );
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
    async (request) => {
      const { accountId } = request.principal;
      const deviceId = request.params.id;
      const target = await targetOf(store, accountId, "device", deviceId);
      const removed = await noted(
        store,
        request.principal,
        { action: "downlink.removed", target, detail: { downlinks: "all that waited" } },
        () => network.removeDownlinks({ accountId, deviceId }),
      );
      return { removed };
    },
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
      const target = await targetOf(store, accountId, "device", id);
      const note = { action: "downlink.removed", target, detail: { downlinkId } };
      await noted(store, request.principal, note, async () => {});
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
            {
              ...pageQuery,
              after: Type.Optional(
                Type.Integer({
                  minimum: 0,
                  description: "The last `sequence` that you have: to follow what comes",
                }),
              ),
            },
            { additionalProperties: false },
          ),
          response: { 200: Page(schemas.Frame), ...refusals },
        },
      },
      async (request) => {
        const { id } = request.params;
        const frames = await network.frames({
          accountId: request.principal.accountId,
          ...(noun === "device" ? { deviceId: id } : { gatewayId: id }),
          after: request.query.after ?? 0,
        });
        const page = pageOf(frames, { limit: largestPageSize, ...request.query }, ({ sequence }) => sequence);
        return { ...page, items: page.items.map(frameView) };
      },
    );
}

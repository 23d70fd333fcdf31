import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import type { Device } from "../accounts/records.ts";
import type { Api, ApiServer } from "../api/api.ts";
import type { Principal } from "../api/authentication.ts";
import { Page, pageOf, pageQuery } from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import * as schemas from "../api/schemas.ts";
import { notFound, refuseFields } from "../refusal.ts";
import { noted } from "./noted.ts";

const PageQuery = Type.Object(pageQuery, { additionalProperties: false });

/** Frames for many devices at once, of classes B and C. */
export function multicastRoutes(app: ApiServer, { store, network }: Api): void {
  const tags = ["multicast"];
  const groupOf = async (accountId: string, id: string) => {
    const group = (await network.multicastGroups(accountId)).find(({ groupId }) => groupId === id);
    if (!group) throw notFound("multicast group");
    const { groupId, accountId: _, regionName, ...rest } = group;
    return { id: groupId, region: regionName, ...rest };
  };
  const targetOf = (id: string, mcAddr: string) => ({ kind: "multicast-group", id, name: mcAddr });
  const put = async (
    principal: Principal,
    action: "multicast-group.created" | "multicast-group.changed",
    groupId: string,
    input: schemas.MulticastGroupInput,
  ) => {
    const { accountId } = principal;
    const set = await store.read(accountId);
    for (const [index, deviceId] of input.deviceIds.entries())
      if (!set.get("device", deviceId))
        refuseFields([{ field: `deviceIds[${index}]`, message: "is no device of yours" }]);
    const { region, mcAddr, mcKey, groupClass, ...rest } = input;
    const detail = { region, groupClass, ...rest };
    await noted(store, principal, { action, target: targetOf(groupId, mcAddr), detail }, () =>
      network.putMulticastGroup({
        accountId,
        groupId,
        regionName: region as Device["region"],
        mcAddr: mcAddr.toLowerCase(),
        mcKey: mcKey.toLowerCase(),
        groupClass: groupClass as "B" | "C",
        ...rest,
      }),
    );
    return groupOf(accountId, groupId);
  };
  app.get(
    "/multicast-groups",
    {
      schema: {
        tags,
        summary: "List multicast groups",
        querystring: PageQuery,
        response: { 200: Page(schemas.MulticastGroup), ...refusals },
      },
    },
    async (request) => {
      const groups = await network.multicastGroups(request.principal.accountId);
      const page = pageOf(groups, request.query, ({ groupId }) => groupId);
      return {
        ...page,
        items: page.items.map(({ groupId, accountId: _, regionName, ...rest }) => ({
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
      config: { actsOutside: true },
      schema: {
        tags,
        summary:
          "Create a multicast group; its devices are given address and key by their application (TS005)",
        body: schemas.MulticastGroupInput,
        response: { 201: schemas.MulticastGroup, ...refusals },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await put(request.principal, "multicast-group.created", randomUUID(), request.body)),
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
      return put(request.principal, "multicast-group.changed", request.params.id, request.body);
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
      const { id, mcAddr } = await groupOf(accountId, request.params.id);
      const note = { action: "multicast-group.removed", target: targetOf(id, mcAddr) };
      await noted(store, request.principal, note, () => network.removeMulticastGroup(accountId, id));
      return reply.code(204).send(null);
    },
  );
  app.post(
    "/multicast-groups/:id/downlinks",
    {
      config: { actsOutside: true },
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
      const { id, mcAddr } = await groupOf(accountId, request.params.id);
      const detail = { fPort, payload };
      const note = { action: "multicast-group.sent", target: targetOf(id, mcAddr), detail };
      const sent = await noted(store, request.principal, note, () =>
        network.multicast({
          accountId,
          groupId: id,
          fPort,
          payload: Buffer.from(payload, "hex").toString("base64"),
        }),
      );
      return reply.code(201).send({ ...sent, at: new Date(sent.at).toISOString() });
    },
  );
}

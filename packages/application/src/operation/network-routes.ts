import { Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { refusals } from "../api/resource-routes.ts";
import { answeringRegions } from "./answering-regions.ts";
import { readCustomers, time } from "./customers.ts";
import type { OperatedNetwork } from "./operated-network.ts";
import * as schemas from "./schema.ts";

/** A forwarder by UDP asks for downlinks every ten seconds or so while it is there. */
const goneAfterMs = 2 * 60_000;

/** Operators: the regions' network servers, and the gateways of all customers. */
export function networkRoutes(app: ApiServer, { regions }: Api, network: OperatedNetwork): void {
  const tags = ["operation"];
  app.get(
    "/operation/network",
    {
      schema: {
        tags,
        summary: "Operators: how each region's network server does",
        response: { 200: Type.Object({ items: Type.Array(schemas.OperatedNetwork) }), ...refusals },
      },
    },
    async () => ({
      items: (await network.regions()).map(({ region, isConnected, status }) => {
        if (!status) return { region, isConnected, status: null };
        const {
          accounts,
          minutes,
          processes,
          certificates: _c,
          version: _v,
          protocolVersion: _p,
          ...rest
        } = status;
        const sum = (field: "gateways" | "gatewaysConnected" | "undelivered" | "overwritten") =>
          accounts.reduce((total, account) => total + account[field], 0);
        return {
          region,
          isConnected,
          status: {
            ...rest,
            ownerSince: time(status.ownerSince)!,
            gateways: sum("gateways"),
            gatewaysConnected: sum("gatewaysConnected"),
            undelivered: sum("undelivered"),
            overwritten: sum("overwritten"),
            processes: processes.map(processView),
            minutes: minutes.map((minute) => ({ ...minute, at: time(minute.at)! })),
          },
        };
      }),
    }),
  );
  app.get(
    "/operation/gateways",
    {
      schema: {
        tags,
        summary: "Operators: the gateways of all customers",
        response: { 200: Type.Object({ items: Type.Array(schemas.OperatedGateway) }), ...refusals },
      },
    },
    async () => {
      const [gateways, customers] = await Promise.all([
        network.gateways(),
        answeringRegions(regions.names, (region) => readCustomers(regions, region)),
      ]);
      const slugs = new Map(customers.map(({ id, slug }) => [id, slug]));
      const now = Date.now();
      return {
        items: gateways.map(({ region, gateway }) => ({
          gatewayEui: gateway.gatewayEui,
          accountId: gateway.accountId,
          customer: slugs.get(gateway.accountId) ?? null,
          region,
          channelPlan: gateway.regionName,
          protocol: gateway.protocol,
          isConnected:
            gateway.protocol !== null &&
            gateway.lastSeenAt !== null &&
            gateway.lastSeenAt > now - goneAfterMs,
          lastSeenAt: time(gateway.lastSeenAt),
          uplinks: gateway.uplinks,
          downlinks: gateway.downlinks,
          version: gateway.version,
          dutyCycleUsed: Math.max(
            0,
            ...gateway.dutyCycle.map(({ dutyCycle, used }) => (dutyCycle > 0 ? used / dutyCycle : 0)),
          ),
        })),
      };
    },
  );
}

export function processView(process: {
  name: string;
  role: string;
  version: string;
  protocolVersion: number;
  nodeVersion: string;
  memoryMb: number;
  startedAt: number;
  seenAt: number;
}) {
  const { name, role, version, protocolVersion, nodeVersion, memoryMb, startedAt, seenAt } = process;
  return {
    name,
    role,
    version,
    protocolVersion,
    nodeVersion,
    memoryMb,
    startedAt: time(startedAt)!,
    seenAt: time(seenAt)!,
  };
}

import { customerKeyName } from "@refill/database";
import { Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { refusals } from "../api/resource-routes.ts";
import { Id } from "../api/schemas.ts";
import { notFound } from "../refusal.ts";
import { answeringRegions } from "./answering-regions.ts";
import type { CustomerSurvey } from "./customer-numbers.ts";
import { type CustomerRow, customerView, findCustomer, readCustomers, time } from "./customers.ts";
import type { OperatedNetwork } from "./operated-network.ts";
import * as schemas from "./schema.ts";

/** Operators: who the customers are and how each does. */
export function customerRoutes(
  app: ApiServer,
  api: Api,
  { survey, network }: { survey: CustomerSurvey; network: OperatedNetwork },
): void {
  const { store, regions, access, service, vault } = api;
  const tags = ["operation"];

  app.get(
    "/operation/customers",
    {
      schema: {
        tags,
        summary: "Operators: the customers of every region, and how each does",
        response: { 200: schemas.OperatedCustomers, ...refusals },
      },
    },
    async (request) => {
      const [rows, numbers, sources] = await Promise.all([
        answeringRegions(regions.names, (region) => readCustomers(regions, region)),
        survey.numbers(),
        networkSources(),
      ]);
      const held = new Map(store.heldAccounts().map((set) => [set.accountId, set]));
      const items = rows.map((row) =>
        customerView(
          row,
          {
            ...sources(row),
            set: held.get(row.id),
            numbers: numbers.get(row.id),
            refusedSignIns: service.refusedSignIns.of(row.id),
          },
          request.principal,
        ),
      );
      return { items: items.sort((a, b) => a.slug.localeCompare(b.slug)) };
    },
  );

  app.get(
    "/operation/customers/:accountId",
    {
      schema: {
        tags,
        summary: "Operators: a customer with its keys, limits and how it does",
        params: Type.Object({ accountId: Id }),
        response: { 200: schemas.OperatedCustomerDetails, ...refusals },
      },
    },
    async (request) => {
      const { accountId } = request.params;
      const row = await findCustomer(regions, accountId);
      if (!row) throw notFound("customer");
      const [numbers, sources, keys] = await Promise.all([
        survey.of(accountId),
        networkSources(),
        keysOf(row),
      ]);
      const set = row.state === "closing" ? undefined : await store.readNow(accountId);
      const rotation = [...(set?.all("dataKeyRotation") ?? [])].sort((a, b) => b.startedAt - a.startedAt)[0];
      return {
        ...customerView(
          row,
          { ...sources(row), set, numbers, refusedSignIns: service.refusedSignIns.of(accountId) },
          request.principal,
        ),
        members: set?.records.member.size ?? 0,
        requestsLastMinute: access.rates.used("account", accountId),
        schemaVersion: row.schemaVersion,
        customerKeyVersion:
          (await vault.wrappingKeyVersion(customerKeyName(accountId)).catch(() => null)) ?? null,
        keyRotation: rotation
          ? {
              generation: rotation.generation,
              startedAt: time(rotation.startedAt)!,
              finishedAt: time(rotation.finishedAt),
              done: rotation.done,
              total: rotation.total,
            }
          : null,
        ...keys,
      };
    },
  );

  async function networkSources() {
    const known = await network.regions();
    const traffic = await network.traffic();
    return ({ id, region }: CustomerRow) => ({
      traffic: traffic.get(id),
      isNetworkKnown: known.some((each) => each.region === region && each.status !== undefined),
    });
  }

  /** Generation 0 is the look-up key, which never changes. */
  async function keysOf({ id, region }: CustomerRow) {
    return regions.of(region).inDirectory(async (tx) => {
      const keys = await tx.query<{ generation: number; created_at: Date }>(
        "select generation, created_at from data_key where account_id = $1 and generation > 0 order by generation",
        [id],
      );
      const { rows } = await tx.query<{ summed_until: Date | null; night: string | null }>(
        `select h.summed_until, p.night::text as night from customer c
           left join history h on h.account_id = c.id left join planning p on p.account_id = c.id where c.id = $1`,
        [id],
      );
      return {
        dataKeys: keys.rows.map(({ generation, created_at }) => ({
          generation,
          createdAt: created_at.toISOString(),
        })),
        historySummedUntil: rows[0]?.summed_until?.toISOString() ?? null,
        lastPlannedNight: rows[0]?.night ?? null,
      };
    });
  }
}

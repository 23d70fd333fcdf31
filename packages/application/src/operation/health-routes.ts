import { X509Certificate } from "node:crypto";
import { knownProcesses, newestAccountStep, passwordSince } from "@refill/database";
import { protocolVersion } from "@refill/protocol";
import type { Api, ApiServer } from "../api/api.ts";
import { refusals } from "../api/resource-routes.ts";
import { time } from "./customers.ts";
import { processView } from "./network-routes.ts";
import type { OperatedNetwork } from "./operated-network.ts";
import * as schemas from "./schema.ts";
import { diskOf } from "./service-facts.ts";

/** Operators: versions, processes, databases, certificates and the API's last hours. */
export function healthRoutes(app: ApiServer, api: Api, network: OperatedNetwork): void {
  const { store, regions, service, vault, metrics } = api;

  app.get(
    "/operation/health",
    {
      schema: {
        tags: ["operation"],
        summary: "Operators: how the service does",
        response: { 200: schemas.ServiceHealth, ...refusals },
      },
    },
    async () => {
      const [{ status, checks, version }, networks, databases, processes, disk] = await Promise.all([
        api.health(),
        network.regions(),
        Promise.all(regions.names.map(databaseOf)),
        Promise.all(regions.names.map(applicationsOf)),
        diskOf(service.dataFolder),
      ]);
      const memory = store.memory();
      const { isAway, awaySince } = service.vaultStatus();
      const own = Object.entries(service.certificates).map(([name, pem]) => ({
        region: "",
        name,
        validUntil: new X509Certificate(pem).validToDate.toISOString(),
      }));
      return {
        status: status as "ok" | "degraded",
        checks,
        version,
        protocolVersion,
        nodeVersion: process.versions.node,
        startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
        accountsInMemory: memory.accounts,
        memory: { accountsBytes: memory.bytes, processBytes: process.memoryUsage.rss() },
        disk,
        keyVault: { kind: kindOf(service.vaultAddress), isAway, awaySince: time(awaySince) },
        mail: api.mailer !== undefined,
        processes: [
          ...processes.flat(),
          ...networks.flatMap(({ region, status: known }) =>
            (known?.processes ?? []).map((each) => ({ region, ...processView(each) })),
          ),
        ],
        certificates: [
          ...own,
          ...networks.flatMap(({ region, status: known }) =>
            (known?.certificates ?? []).map(({ name, validUntil }) => ({
              region,
              name,
              validUntil: time(validUntil)!,
            })),
          ),
        ],
        databases,
        toStock: await toStock(),
        minutes: service.requests.minutes().map((minute) => ({ ...minute, at: time(minute.at)! })),
      };
    },
  );

  async function applicationsOf(region: string) {
    const found = await regions
      .of(region)
      .inDirectory((tx) => knownProcesses((text, values) => tx.query(text, values), "directory.process"))
      .catch(() => []);
    return found.map((each) => ({ region, ...processView(each) }));
  }

  async function databaseOf(region: string) {
    try {
      return await regions.of(region).inDirectory(async (tx) => {
        const { rows } = await tx.query<{
          version: string;
          bytes: string;
          behind: number;
          archive_mode: string;
          last_archived_time: Date | null;
          failed_count: string;
          last_failed_time: Date | null;
        }>(
          `select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
             (select count(*)::int from customer where schema_version < $1 and state in ('active', 'suspended')) as behind,
             current_setting('archive_mode') as archive_mode, last_archived_time, failed_count, last_failed_time
           from pg_stat_archiver`,
          [newestAccountStep],
        );
        const row = rows[0]!;
        const since = await passwordSince(vault, region, "refill_application").catch(() => undefined);
        return {
          region,
          version: row.version,
          bytes: Number(row.bytes),
          schema: { newest: newestAccountStep, accountsBehind: row.behind },
          passwordSince: since?.toISOString() ?? null,
          archive: {
            isOn: row.archive_mode !== "off",
            lastAt: row.last_archived_time?.toISOString() ?? null,
            failures: Number(row.failed_count),
            lastFailureAt: row.last_failed_time?.toISOString() ?? null,
          },
        };
      });
    } catch {
      return {
        region,
        version: null,
        bytes: null,
        schema: { newest: newestAccountStep, accountsBehind: 0 },
        passwordSince: null,
        archive: null,
      };
    }
  }

  async function toStock() {
    const { values } = await metrics.uplinkToStock.get();
    const quantile = (of: number) =>
      values.find(({ labels }) => (labels as { quantile?: number }).quantile === of)?.value ?? 0;
    const p99 = quantile(0.99);
    return p99 > 0 ? { medianMs: quantile(0.5) * 1000, p99Ms: p99 * 1000 } : null;
  }
}

/** `local`, `azure`, `openbao`: of an address only what it is, not where. */
function kindOf(address: string): string {
  return /^[a-z]+/.exec(address)?.[0] ?? "local";
}

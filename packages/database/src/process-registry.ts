import { randomUUID } from "node:crypto";
import type pg from "pg";

/** What a process says of itself. */
export interface ProcessFacts {
  /** e.g. `application`, `network-server-2`. */
  name: string;
  /** `serving`; of the network server `owner` or `standby`. */
  role: string;
  version: string;
  /** Of the contract between network server and application. */
  protocolVersion: number;
}

export interface KnownProcess extends ProcessFacts {
  processId: string;
  nodeVersion: string;
  /** Resident, MB. */
  memoryMb: number;
  /** ms since 1970. */
  startedAt: number;
  seenAt: number;
}

type Query = <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<{ rows: Row[] }>;
type Table = "directory.process" | "network.process";

const everyMs = 10_000;
/** A process that said nothing for so long is gone, and forgotten by those that go on. */
const forgottenAfter = "5 minutes";

/**
 * Tells the database every ten seconds that this process runs, so that whoever looks finds all of them, also those that
 * stand by. While the database is away nothing is told; that is not an error of the process.
 */
export function announceProcess(
  query: Query,
  table: Table,
  facts: () => ProcessFacts,
): { stop(): Promise<void> } {
  const processId = randomUUID();
  const startedAt = new Date(Date.now() - process.uptime() * 1000).toISOString();
  let telling: Promise<unknown> = tell();
  const timer = setInterval(() => {
    telling = telling.then(tell);
  }, everyMs);
  timer.unref();

  async function tell(): Promise<void> {
    const { name, role, version, protocolVersion } = facts();
    const memoryMb = Math.round(process.memoryUsage.rss() / 2 ** 20);
    try {
      await query(
        `insert into ${table} (process_id, name, role, version, protocol_version, node_version, memory_mb, started_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (process_id) do update set role = excluded.role, memory_mb = excluded.memory_mb, seen_at = now()`,
        [processId, name, role, version, protocolVersion, process.versions.node, memoryMb, startedAt],
      );
      await query(`delete from ${table} where seen_at < now() - interval '${forgottenAfter}'`);
    } catch {
      // Told again in ten seconds.
    }
  }

  return {
    async stop() {
      clearInterval(timer);
      await telling;
      await query(`delete from ${table} where process_id = $1`, [processId]).catch(() => {});
    },
  };
}

/** The processes that were there within the last minutes, the ones that began first first. */
export async function knownProcesses(query: Query, table: Table): Promise<KnownProcess[]> {
  const { rows } = await query<{
    process_id: string;
    name: string;
    role: string;
    version: string;
    protocol_version: number;
    node_version: string;
    memory_mb: number;
    started_at: Date;
    seen_at: Date;
  }>(`select * from ${table} order by started_at, name limit 100`);
  return rows.map((row) => ({
    processId: row.process_id,
    name: row.name,
    role: row.role,
    version: row.version,
    protocolVersion: row.protocol_version,
    nodeVersion: row.node_version,
    memoryMb: row.memory_mb,
    startedAt: row.started_at.getTime(),
    seenAt: row.seen_at.getTime(),
  }));
}

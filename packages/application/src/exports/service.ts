import { randomUUID } from "node:crypto";
import type { AccountStore } from "../accounts/account-store.ts";
import { type Actor, systemActor } from "../accounts/actor.ts";
import type { DataExport } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { notFound, Refusal, refuseFields } from "../refusal.ts";
import type { ExportResource } from "./resources.ts";

const lifeMs = 24 * 60 * 60 * 1000;
const mostOpen = 100;

export interface ExportRequest {
  format: "ndjson" | "csv";
  resources: readonly ExportResource[];
  from?: string;
  to?: string;
}

export async function createExport(
  store: AccountStore,
  accountId: string,
  actor: Actor,
  { format, resources, from, to }: ExportRequest,
): Promise<DataExport> {
  if (format === "csv" && resources.length !== 1)
    refuseFields([{ field: "resources", message: "CSV holds one resource; take ndjson for more" }]);
  if (from && to && Date.parse(from) > Date.parse(to))
    refuseFields([{ field: "from", message: "must not be later than to" }]);
  await removeExpired(store, accountId);
  return store.change(accountId, actor, (change) => {
    if ([...change.all("dataExport")].length >= mostOpen)
      throw new Refusal(
        409,
        "too-many-exports",
        `There are ${mostOpen} exports already; each is gone after 24 hours.`,
      );
    return change.put("dataExport", {
      id: randomUUID(),
      format,
      resources,
      from: from ? Date.parse(from) : null,
      to: to ? Date.parse(to) : null,
      expiresAt: change.at + lifeMs,
      fetchedAt: null,
    });
  });
}

/** Notes in the audit trail who fetches it. */
export function noteFetch(
  store: AccountStore,
  accountId: string,
  actor: Actor,
  id: string,
): Promise<DataExport> {
  return store.change(accountId, actor, (change) => {
    const wanted = change.get("dataExport", id);
    if (!wanted || wanted.expiresAt <= change.at) throw notFound("export");
    const { resources, format } = wanted;
    change.note({
      action: "export.fetched",
      target: { kind: "export", id, name: resources.join(", ") },
      detail: { format, resources },
    });
    return change.put("dataExport", { ...wanted, fetchedAt: change.at });
  });
}

/** The newest first. */
export function openExports(set: WorkingSet, now: number): DataExport[] {
  return [...set.all("dataExport")]
    .filter(({ expiresAt }) => expiresAt > now)
    .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
}

export function findExport(set: WorkingSet, id: string, now: number): DataExport {
  const found = set.get("dataExport", id);
  if (!found || found.expiresAt <= now) throw notFound("export");
  return found;
}

async function removeExpired(store: AccountStore, accountId: string): Promise<void> {
  const isOver = ({ expiresAt }: DataExport) => expiresAt <= Date.now();
  const set = await store.read(accountId);
  if (![...set.all("dataExport")].some(isOver)) return;
  await store.change(accountId, systemActor, (change) => {
    for (const each of [...change.all("dataExport")]) if (isOver(each)) change.remove("dataExport", each.id);
  });
}

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** The export as the REST API shows it. */
export function exportView({ id, format, resources, ...record }: DataExport) {
  return {
    id,
    format,
    resources: [...resources] as ExportResource[],
    from: iso(record.from),
    to: iso(record.to),
    createdAt: new Date(record.createdAt).toISOString(),
    expiresAt: new Date(record.expiresAt).toISOString(),
    fetchedAt: iso(record.fetchedAt),
  };
}

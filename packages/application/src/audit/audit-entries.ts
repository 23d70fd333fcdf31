import { isDeepStrictEqual } from "node:util";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Actor } from "../accounts/actor.ts";
import type { Kind, Records } from "../accounts/records.ts";

/** What an entry of the audit trail says, beside its number and time. */
export interface AuditContent {
  v: 1;
  /** e.g. `part.changed`. */
  action: string;
  actor: Actor;
  target: { kind: string; id: string | null; name: string } | null;
  /** Of a changed record only the fields that differ; secrets never. */
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  detail: Record<string, unknown> | null;
}

type Fields = Record<string, unknown>;
interface Audited<K extends Kind> {
  /** As in the actions' names. */
  noun: string;
  name(record: Records[K], change: AccountChange): string;
  /** What happened, where created, changed or removed is not the word for it. */
  verb?(before: Records[K] | undefined, after: Records[K] | undefined, at: number): string | undefined;
  /** Fields that are left out: secrets, hashes, and what is told elsewhere. */
  without?: readonly string[];
  /** What stands for a field that holds a secret. */
  masked?(record: Records[K]): Fields;
  /** The secret itself: the entry says only that it changed. */
  secret?(record: Records[K]): unknown;
}

const audited: { readonly [K in Kind]?: Audited<K> } = {
  site: { noun: "site", name: ({ name }) => name },
  supplier: {
    noun: "supplier",
    name: ({ name }) => name,
    masked: ({ dispatch }) =>
      dispatch.kind === "webhook" ? { dispatch: { kind: dispatch.kind, url: dispatch.url } } : { dispatch },
    secret: ({ dispatch }) => (dispatch.kind === "webhook" ? dispatch.secret : null),
  },
  part: { noun: "part", name: ({ number, name }) => `${number} ${name}` },
  device: { noun: "device", name: ({ name }) => name },
  gateway: { noun: "gateway", name: ({ name }) => name },
  location: { noun: "location", name: ({ name }) => name },
  order: { noun: "order", name: ({ number }) => `order ${number}`, without: ["events", "updatedAt"] },
  member: { noun: "member", name: ({ name }) => name },
  apiKey: {
    noun: "api-key",
    name: ({ name }) => name,
    without: ["hash"],
    verb(before, after) {
      if (before && after && before.revokedAt !== after.revokedAt) return "revoked";
      return !after && before?.revokedAt != null ? "forgotten" : undefined;
    },
  },
  registrationLink: {
    noun: "invitation",
    name: ({ role, email }) => (email ? `${email} (${role})` : role),
    without: ["hash"],
    verb(before, after, at) {
      if (before?.usedAt === null && after?.usedAt != null) return "used";
      if (!before || after) return undefined;
      return before.usedAt !== null || before.expiresAt <= at ? "forgotten" : "withdrawn";
    },
  },
  session: {
    noun: "session",
    name: ({ memberId }, change) =>
      (change.get("member", memberId) ?? change.base.get("member", memberId))?.name ?? "session",
    without: ["hash"],
    verb: (before, after, at) =>
      !before ? "started" : after ? undefined : before.expiresAt <= at ? "expired" : "ended",
  },
  webhook: {
    noun: "webhook",
    name: ({ url }) => url,
    without: ["secrets"],
    masked: ({ secrets }) => ({ secretsInUse: secrets.length }),
    secret: ({ secrets }) => secrets,
  },
  setting: { noun: "setting", name: () => "settings", verb: () => "changed" },
  // Who fetched it is told by a note.
  dataExport: { noun: "export", name: ({ resources }) => resources.join(", "), without: ["fetchedAt"] },
};
const stamps = ["id", "version", "createdAt", "updatedAt"];

/** The entries that a change leaves, in the order of its kinds, then its notes. */
export function auditEntries(change: AccountChange): AuditContent[] {
  const entries: AuditContent[] = [];
  for (const kind of Object.keys(audited) as Kind[])
    for (const [id, record] of change.overlay[kind]) {
      const entry = entryOf(change, kind, id, record);
      if (entry) entries.push(entry);
    }
  for (const { action, target, detail } of change.notes)
    entries.push({
      v: 1,
      action,
      actor: change.actor,
      target: target ?? null,
      before: null,
      after: null,
      detail: detail ?? null,
    });
  return entries;
}

function entryOf<K extends Kind>(
  change: AccountChange,
  kind: K,
  id: string,
  record: Records[K] | undefined,
): AuditContent | undefined {
  const { noun, name, verb, secret } = audited[kind] as Audited<K>;
  const known = change.base.get(kind, id);
  if (!known && !record) return undefined;
  const before = known && fieldsOf(kind, known);
  const after = record && fieldsOf(kind, record);
  const differ = new Set(
    [...Object.keys(before ?? {}), ...Object.keys(after ?? {})].filter(
      (field) => !isDeepStrictEqual(before?.[field], after?.[field]),
    ),
  );
  const isSecretChanged = known && record && !isDeepStrictEqual(secret?.(known), secret?.(record));
  if (differ.size === 0 && !isSecretChanged) return undefined;
  const only = (fields: Fields | undefined) =>
    fields ? Object.fromEntries(Object.entries(fields).filter(([field]) => differ.has(field))) : null;
  return {
    v: 1,
    action: `${noun}.${verb?.(known, record, change.at) ?? (!known ? "created" : !record ? "removed" : "changed")}`,
    actor: change.actor,
    target: { kind: noun, id, name: name((record ?? known)!, change) },
    before: only(before),
    after: only(after),
    detail: isSecretChanged ? { secret: "changed" } : null,
  };
}

function fieldsOf<K extends Kind>(kind: K, record: Records[K]): Fields {
  const { without = [], masked } = audited[kind] as Audited<K>;
  const fields: Fields = { ...(record as unknown as Fields), ...masked?.(record) };
  for (const field of [...stamps, ...without]) delete fields[field];
  return fields;
}

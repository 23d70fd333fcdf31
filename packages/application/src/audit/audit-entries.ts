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
  area: { noun: "area", name: ({ name }) => name },
  rack: { noun: "rack", name: ({ name }) => name },
  reservation: {
    noun: "reservation",
    name: ({ locationId, quantity }, change) =>
      `${quantity} at ${change.get("location", locationId)?.name ?? "a removed location"}`,
  },
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
  order: {
    noun: "order",
    name: ({ number }) => `order ${number}`,
    without: ["events", "updatedAt", "sendingSince", "sendAttempts"],
  },
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
    without: ["hash", "mailedAt", "mailProblem"],
    verb(before, after, at) {
      if (before && after && before.sending !== after.sending) return "sent-again";
      if (before?.usedAt === null && after?.usedAt != null) return "used";
      if (!before || after) return undefined;
      return before.usedAt !== null || before.expiresAt <= at ? "forgotten" : "withdrawn";
    },
  },
  session: {
    noun: "session",
    name: ({ memberId, visit }, change) => visit?.operatorName ?? memberName(memberId, change) ?? "session",
    without: ["hash", "deviceHash", "provider", "confirmedAt"],
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
  group: { noun: "group", name: ({ name }) => name },
  connection: {
    noun: "connection",
    name: ({ name }) => name,
    without: ["test"],
    masked: ({ settings }) => ({ settings: withoutSecret(settings) }),
    secret: ({ settings }) => (settings.kind === "oidc" ? settings.clientSecret : settings.ownPrivateKey),
  },
  domain: {
    noun: "domain",
    name: ({ name }) => name,
    verb: (before, after) =>
      before && after && before.verifiedAt !== after.verifiedAt ? "verified" : undefined,
  },
  identity: {
    noun: "identity",
    name: ({ memberId }, change) => memberName(memberId, change) ?? "identity",
    verb: (before) => (before ? undefined : "linked"),
  },
  passkey: {
    noun: "passkey",
    name: ({ name }) => name,
    without: ["credentialId", "publicKey", "counter", "transports", "lastUsedAt", "isBackedUp"],
  },
  authenticator: {
    noun: "authenticator",
    name: ({ id }, change) => memberName(id, change) ?? "authenticator",
    without: ["secret", "lastStep"],
  },
  recoveryCodes: {
    noun: "recovery-codes",
    name: ({ id }, change) => memberName(id, change) ?? "recovery codes",
    masked: ({ hashes }) => ({ left: hashes.length }),
    without: ["hashes"],
    verb: (before, after) =>
      before && after && after.hashes.length < before.hashes.length ? "used" : before ? undefined : "created",
  },
  operatorAccess: {
    noun: "operator-access",
    name: ({ operatorName }) => operatorName ?? "operators",
    verb(before, after) {
      if (after?.state === before?.state) return undefined;
      return after?.state === "asked" ? "asked-for" : after?.state;
    },
  },
  notificationChoice: {
    noun: "notification-choice",
    name: ({ id }, change) => memberName(id, change) ?? "member",
    verb: (_before, after) => (after ? "changed" : undefined),
  },
  notificationDefault: { noun: "notification-default", name: () => "notifications", verb: () => "changed" },
  setting: { noun: "setting", name: () => "settings", verb: () => "changed" },
  // Who fetched it is told by a note.
  dataExport: { noun: "export", name: ({ resources }) => resources.join(", "), without: ["fetchedAt"] },
  // What it did to each record stands in that record's own entry.
  dataImport: {
    noun: "import",
    name: ({ kind, fileName }) => fileName ?? kind,
    without: ["actor", "by", "columns", "mapping", "chunksDone", "startedAt", "finishedAt", "expiresAt"],
    verb(before, after) {
      if (!before) return "created";
      if (!after) return "forgotten";
      return before.state === after.state ? undefined : after.state;
    },
  },
};
function memberName(id: string | null, change: AccountChange): string | undefined {
  return id === null ? undefined : (change.get("member", id) ?? change.base.get("member", id))?.name;
}

function withoutSecret(settings: Records["connection"]["settings"]): Fields {
  if (settings.kind === "oidc") {
    const { clientSecret: _secret, ...rest } = settings;
    return rest;
  }
  const { ownPrivateKey: _key, ...rest } = settings;
  return rest;
}

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

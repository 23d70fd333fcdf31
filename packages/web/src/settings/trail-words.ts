import type { AuditEntry } from "../api/client.ts";
import { dateTime, pieces } from "../words.ts";

/** What the trail tells of, by the first part of its actions. */
export const nounWords: Record<string, string> = {
  access: "Access",
  account: "Account",
  "api-key": "API key",
  "audit-trail": "Audit trail",
  authenticator: "Authenticator app",
  connection: "Connection",
  "customer-key": "Customer key",
  "data-key": "Data key",
  device: "Device",
  domain: "Domain",
  export: "Export",
  gateway: "Gateway",
  group: "Group",
  identity: "Identity at a provider",
  invitation: "Invitation",
  location: "Location",
  member: "Member",
  "operator-access": "Operator access",
  order: "Order",
  part: "Part",
  passkey: "Passkey",
  "recovery-codes": "Recovery codes",
  "second-factor": "Second factor",
  session: "Session",
  setting: "Settings",
  "sign-in": "Sign-in",
  site: "Site",
  supplier: "Supplier",
  webhook: "Webhook",
};
export const actorWords: Record<AuditEntry["actor"]["kind"], string> = {
  member: "Member",
  "api-key": "API key",
  supplier: "Supplier",
  operator: "Operator",
  system: "Refill itself",
};

/** `api-key.created` → "API key created". */
export function actionWords(action: string): string {
  const [noun = "", ...verb] = action.split(".");
  return [nounWords[noun] ?? noun, verb.join(" ").replaceAll("-", " ")].join(" ").trim();
}

export interface FieldChange {
  name: string;
  /** Undefined: there was none. */
  before?: string;
  after?: string;
}

/** An entry's before and after, field by field: `policy.minimum`. */
export function changesOf({ before, after }: AuditEntry): FieldChange[] {
  const [was, is] = [flat(before ?? {}), flat(after ?? {})];
  const names = new Set([...was.keys(), ...is.keys()]);
  return [...names]
    .map((name) => ({
      name,
      ...(was.has(name) ? { before: was.get(name)! } : {}),
      ...(is.has(name) ? { after: is.get(name)! } : {}),
    }))
    .filter((change) => change.before !== change.after);
}

export function detailOf({ detail }: AuditEntry): [string, string][] {
  return [...flat(detail ?? {})];
}

function flat(fields: object, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(fields)) {
    const name = path ? `${path}.${key}` : key;
    if (isFields(value) && Object.keys(value).length > 0)
      for (const [inner, text] of flat(value, name)) found.set(inner, text);
    else found.set(name, valueWords(name, value));
  }
  return found;
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Records hold moments in ms; beyond this number nothing else is one of them. */
const firstMoment = Date.UTC(2001, 0);
function valueWords(name: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number")
    return /(At|Until|Since|^from|^to)$/.test(name) && value > firstMoment
      ? dateTime(new Date(value).toISOString())
      : pieces(value);
  if (Array.isArray(value))
    return value.length === 0 ? "none" : value.map((each) => valueWords(name, each)).join(", ");
  if (isFields(value)) return Object.keys(value).length === 0 ? "none" : JSON.stringify(value);
  return String(value);
}

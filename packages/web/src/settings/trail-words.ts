import type { AuditEntry } from "../api/client.ts";
import { t } from "../language/language.ts";
import { dateTime, pieces } from "../words.ts";

/** What the trail tells of, by the first part of its actions. */
export const nounWords: Record<string, string> = {
  access: t("Access"),
  account: t("Account"),
  "api-key": t("API key"),
  "audit-trail": t("Audit trail"),
  authenticator: t("Authenticator app"),
  connection: t("Connection"),
  "customer-key": t("Customer key"),
  "data-key": t("Data key"),
  device: t("Device"),
  domain: t("Domain"),
  export: t("Export"),
  gateway: t("Gateway"),
  group: t("Group"),
  identity: t("Identity at a provider"),
  invitation: t("Invitation"),
  location: t("Location"),
  member: t("Member"),
  "operator-access": t("Operator access"),
  order: t("Order"),
  part: t("Part"),
  passkey: t("Passkey"),
  "recovery-codes": t("Recovery codes"),
  "second-factor": t("Second factor"),
  session: t("Session"),
  setting: t("Settings"),
  "sign-in": t("Sign-in"),
  site: t("Site"),
  supplier: t("Supplier"),
  webhook: t("Webhook"),
  "notification-choice": t("Notifications of a member"),
  "notification-default": t("Notifications, defaults"),
};
/** What became of it; a verb that is not here stands as the trail has it. */
const verbWords: Record<string, string> = {
  created: t("created"),
  changed: t("changed"),
  removed: t("removed"),
  revoked: t("revoked"),
  forgotten: t("forgotten"),
  "sent-again": t("sent again"),
  used: t("used"),
  withdrawn: t("withdrawn"),
  started: t("started"),
  expired: t("expired"),
  ended: t("ended"),
  verified: t("verified"),
  linked: t("linked"),
  "asked-for": t("asked for"),
  granted: t("granted"),
  refused: t("refused"),
  exported: t("exported"),
  fetched: t("fetched"),
  destroyed: t("destroyed"),
  replayed: t("replayed"),
};
export const actorWords: Record<AuditEntry["actor"]["kind"], string> = {
  member: t("Member"),
  "api-key": t("API key"),
  supplier: t("Supplier"),
  operator: t("Operator"),
  system: t("Refill itself"),
};

/** `api-key.created` → "API key created". */
export function actionWords(action: string): string {
  const [noun = "", ...verb] = action.split(".");
  const did = verb.join(" ");
  return [nounWords[noun] ?? noun, verbWords[did] ?? did.replaceAll("-", " ")].join(" ").trim();
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
  if (value === null || value === undefined || value === "") return t("none");
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (typeof value === "number")
    return /(At|Until|Since|^from|^to)$/.test(name) && value > firstMoment
      ? dateTime(new Date(value).toISOString())
      : pieces(value);
  if (Array.isArray(value))
    return value.length === 0 ? t("none") : value.map((each) => valueWords(name, each)).join(", ");
  if (isFields(value)) return Object.keys(value).length === 0 ? t("none") : JSON.stringify(value);
  return String(value);
}

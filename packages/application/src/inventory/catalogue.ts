import type { AccountChange } from "../accounts/account-change.ts";
import type { DispatchWay, Draft, Kind, Part, Records, Site, Supplier } from "../accounts/records.ts";
import { claim, partNumber, siteName, supplierName, type UniqueKey } from "../accounts/unique-keys.ts";
import type { PartInput, SiteInput, SupplierInput } from "../api/schemas.ts";
import { checkWebhookUrl, newWebhookSecret } from "../dispatch/webhook.ts";
import { Refusal, refuseFields } from "../refusal.ts";
import { stampedView } from "./stock.ts";

/** Sites, suppliers and parts: what storage locations refer to. */

export function putSite(change: AccountChange, id: string, input: SiteInput): Site {
  const draft = { id, ...input };
  refuseTakenName(change, siteName, draft, "name", "site");
  return change.put("site", draft);
}

export function removeSite(change: AccountChange, { id }: Site): void {
  refuseWhileUsed(change, "storage location", "site", ({ siteId }) => siteId === id);
  change.remove("site", id);
}

/** `mayReachPrivate`: webhooks to this machine or a private network are allowed (the demonstration). */
export function putSupplier(
  change: AccountChange,
  id: string,
  input: SupplierInput,
  mayReachPrivate: boolean,
): Supplier {
  const { webhookSecret, ...content } = input;
  const known = change.get("supplier", id)?.dispatch;
  let dispatch: DispatchWay;
  if (content.dispatch.kind === "webhook") {
    const problem = checkWebhookUrl(content.dispatch.url, mayReachPrivate);
    if (problem) refuseFields([{ field: "dispatch.url", message: problem }]);
    const kept = known?.kind === "webhook" ? known.secret : undefined;
    dispatch = { ...content.dispatch, secret: webhookSecret ?? kept ?? newWebhookSecret() };
  } else dispatch = content.dispatch;
  const draft = { id, ...content, dispatch };
  refuseTakenName(change, supplierName, draft, "name", "supplier");
  return change.put("supplier", draft);
}

export function removeSupplier(change: AccountChange, { id }: Supplier): void {
  const part = [...change.all("part")].find(({ supplierId }) => supplierId === id);
  if (part) throw inUse("supplier", `part ${part.number}`);
  change.remove("supplier", id);
}

export function putPart(change: AccountChange, id: string, input: PartInput): Part {
  if (!change.get("supplier", input.supplierId))
    refuseFields([{ field: "supplierId", message: "there is no such supplier" }]);
  const draft = { id, ...input };
  refuseTakenName(change, partNumber, draft, "number", "part");
  return change.put("part", draft);
}

export function removePart(change: AccountChange, { id }: Part): void {
  refuseWhileUsed(change, "storage location", "part", ({ partId }) => partId === id);
  change.remove("part", id);
}

/** Throws a 409 refusal when another record has the name, in whatever case. */
export function refuseTakenName<K extends Kind>(
  change: AccountChange,
  unique: UniqueKey<K>,
  draft: Draft<Records[K]>,
  field: string,
  noun: string,
): void {
  if (!claim(change, unique, draft)) return;
  const message = `is taken: another ${noun} has it`;
  throw new Refusal(409, "name-taken", `${field}: ${message}`, [{ field, message }]);
}

function refuseWhileUsed(
  change: AccountChange,
  by: string,
  what: string,
  uses: (location: { siteId: string; partId: string }) => boolean,
): void {
  for (const location of change.all("location"))
    if (uses(location)) throw inUse(what, `${by} ${location.name}`);
}

export function inUse(what: string, by: string): Refusal {
  return new Refusal(409, "in-use", `The ${what} is used by ${by}; change or remove that first.`);
}

/** The supplier as the REST API shows it, without its webhook secret. */
export function supplierView({ dispatch, ...supplier }: Supplier) {
  return {
    ...stampedView(supplier),
    dispatch: dispatch.kind === "webhook" ? { kind: dispatch.kind, url: dispatch.url } : dispatch,
  };
}

/** The same, once, with the secret. */
export function newSupplierView(supplier: Supplier) {
  const { dispatch } = supplier;
  return {
    ...supplierView(supplier),
    ...(dispatch.kind === "webhook" ? { webhookSecret: dispatch.secret } : {}),
  };
}

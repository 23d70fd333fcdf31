import {
  type Blackout,
  capacityOf,
  isOpen,
  type Policy,
  validateCalendar,
  validatePolicy,
  validatePrices,
  type Weekday,
} from "@refill/replenishment";
import type { AccountChange } from "../accounts/account-change.ts";
import type {
  Area,
  DispatchWay,
  Draft,
  Kind,
  Part,
  Rack,
  Records,
  Site,
  StorageLocation,
  Supplier,
} from "../accounts/records.ts";
import {
  areaName,
  claim,
  partNumber,
  rackName,
  siteName,
  supplierName,
  type UniqueKey,
} from "../accounts/unique-keys.ts";
import { zoneProblems } from "../api/time-zone.ts";
import { validateTemplate } from "../dispatch/message-template.ts";
import { checkWebhookUrl, newWebhookSecret } from "../dispatch/webhook.ts";
import { placeAfterMove } from "../floor/place-after-move.ts";
import { placeWaiting } from "../orders/placement.ts";
import { reorderIfNeeded } from "../orders/reorder.ts";
import { type FieldProblem, Refusal, refuseFields } from "../refusal.ts";
import type { AreaInput, PartInput, RackInput, SiteInput, SupplierInput } from "./schema.ts";
import { stampedView } from "./stock.ts";

/** Sites with areas and racks, suppliers and parts: what storage locations refer to. */

export function putSite(change: AccountChange, id: string, input: SiteInput): Site {
  const floorPlan = change.get("site", id)?.floorPlan ?? null;
  const draft = { id, timeZone: "UTC", address: "", blackouts: [], ...input, floorPlan };
  refuseFields([...zoneProblems("timeZone", draft.timeZone), ...blackoutProblems(draft.blackouts)]);
  refuseTakenName(change, siteName, draft, "name", "site");
  const isKnown = change.get("site", id) !== undefined;
  const site = change.put("site", draft);
  if (isKnown)
    placeWaiting(change, ({ locationId }) => change.get("location", locationId)?.siteId === id, change.at);
  return site;
}

export function removeSite(change: AccountChange, { id }: Site): void {
  refuseWhileUsed(change, "site", ({ siteId }) => siteId === id);
  for (const area of change.all("area")) if (area.siteId === id) throw inUse("site", `area ${area.name}`);
  change.remove("site", id);
}

export function putArea(change: AccountChange, id: string, input: AreaInput): Area {
  if (!change.get("site", input.siteId))
    refuseFields([{ field: "siteId", message: "there is no such site" }]);
  const known = change.get("area", id);
  const draft = { id, ...input, place: placeAfterMove(known, input, known?.siteId === input.siteId) };
  if (known?.siteId !== input.siteId) refuseWhileUsed(change, "area", ({ areaId }) => areaId === id);
  refuseTakenName(change, areaName, draft, "name", "area of this site");
  return change.put("area", draft);
}

export function removeArea(change: AccountChange, { id }: Area): void {
  refuseWhileUsed(change, "area", ({ areaId }) => areaId === id);
  for (const rack of change.all("rack")) if (rack.areaId === id) throw inUse("area", `rack ${rack.name}`);
  change.remove("area", id);
}

export function putRack(change: AccountChange, id: string, input: RackInput): Rack {
  const area = change.get("area", input.areaId);
  if (!area) return refuseFields([{ field: "areaId", message: "there is no such area" }]) as never;
  const known = change.get("rack", id);
  const isSameSite = known !== undefined && change.get("area", known.areaId)?.siteId === area.siteId;
  const draft = { id, shelves: null, ...input, place: placeAfterMove(known, input, isSameSite) };
  if (known?.areaId !== input.areaId) refuseWhileUsed(change, "rack", ({ rackId }) => rackId === id);
  refuseTakenName(change, rackName, draft, "name", "rack of this area");
  return change.put("rack", draft);
}

export function removeRack(change: AccountChange, { id }: Rack): void {
  refuseWhileUsed(change, "rack", ({ rackId }) => rackId === id);
  change.remove("rack", id);
}

/** Takes orders at any time, for any value, each at once. */
const supplierDefaults = {
  calendar: { timeZone: "UTC", orderingDays: [1, 2, 3, 4, 5, 6, 7] as Weekday[], cutOff: null, holidays: [] },
  minimumOrderValue: 0,
  collectionMinutes: 0,
  approvalAbove: null,
  chaseAfterDays: null,
  language: "en" as const,
  orderMessage: null,
  reminderMessage: null,
};

/** `mayReachPrivate`: webhooks to this machine or a private network are allowed (the demonstration). */
export function putSupplier(
  change: AccountChange,
  id: string,
  input: SupplierInput,
  mayReachPrivate: boolean,
): Supplier {
  const { webhookSecret, ...content } = input;
  const known = change.get("supplier", id);
  let dispatch: DispatchWay;
  if (content.dispatch.kind === "webhook") {
    const problem = checkWebhookUrl(content.dispatch.url, mayReachPrivate);
    if (problem) refuseFields([{ field: "dispatch.url", message: problem }]);
    const kept = known?.dispatch.kind === "webhook" ? known.dispatch.secret : undefined;
    dispatch = { ...content.dispatch, secret: webhookSecret ?? kept ?? newWebhookSecret() };
  } else dispatch = content.dispatch;
  const draft = { id, ...supplierDefaults, ...content, dispatch } as Draft<Supplier>;
  refuseFields(
    validateCalendar({ ...draft.calendar, blackouts: [] }).map(({ field, message }) => ({
      field: `calendar.${field}`,
      message,
    })),
  );
  refuseFields([
    ...(draft.orderMessage ? validateTemplate(draft.orderMessage, "orderMessage") : []),
    ...(draft.reminderMessage ? validateTemplate(draft.reminderMessage, "reminderMessage") : []),
  ]);
  refuseTakenName(change, supplierName, draft, "name", "supplier");
  const supplier = change.put("supplier", draft);
  if (known) placeWaiting(change, ({ supplierId }) => supplierId === id, change.at);
  return supplier;
}

export function removeSupplier(change: AccountChange, { id }: Supplier): void {
  for (const { number, supplies } of change.all("part"))
    if (supplies.some(({ supplierId }) => supplierId === id)) throw inUse("supplier", `part ${number}`);
  for (const order of change.all("order"))
    if (order.supplierId === id && isOpen(order.state)) throw inUse("supplier", `open order ${order.number}`);
  change.remove("supplier", id);
}

const supplyDefaults = {
  partNumber: "",
  prices: [],
  packSize: 1,
  minimumOrderQuantity: 0,
  orderMultiple: 1,
  leadTimeDays: null,
};
const partDefaults = {
  weightGrams: null,
  isBlocked: false,
  phaseIn: null,
  phaseOut: null,
  needsApproval: false,
  policy: null,
};

export function putPart(change: AccountChange, id: string, input: PartInput): Part {
  const known = change.get("part", id);
  const pictureAt = known?.pictureAt ?? null;
  const supplies = (input.supplies ?? []).map((supply) => ({ ...supplyDefaults, ...supply }));
  const draft = { id, ...partDefaults, ...input, pictureAt, supplies } as Draft<Part>;
  refuseFields(partProblems(change, draft));
  refuseTakenName(change, partNumber, draft, "number", "part");
  const part = change.put("part", draft);
  // A new one lies nowhere yet: an import of thousands does not look through all locations and orders for each.
  if (known) {
    reorderLocationsOf(change, part);
    placeWaiting(change, ({ partId }) => partId === id, change.at);
  }
  return part;
}

function partProblems(change: AccountChange, { supplies, phaseIn, phaseOut, policy, id }: Draft<Part>) {
  const problems: FieldProblem[] = [];
  for (const [index, { supplierId, prices }] of supplies.entries()) {
    const field = `supplies[${index}]`;
    if (!change.get("supplier", supplierId))
      problems.push({ field: `${field}.supplierId`, message: "there is no such supplier" });
    else if (supplies.findIndex((other) => other.supplierId === supplierId) < index)
      problems.push({ field: `${field}.supplierId`, message: "this supplier is named twice" });
    for (const problem of validatePrices(prices))
      problems.push({ field: `${field}.${problem.field}`, message: problem.message });
  }
  if (phaseIn !== null && phaseOut !== null && phaseIn >= phaseOut)
    problems.push({ field: "phaseOut", message: "must lie after phaseIn" });
  if (policy && change.get("part", id)) problems.push(...partPolicyProblems(change, id, policy));
  return problems;
}

/** A part's policy has to suit each of its locations without a policy of its own. */
function partPolicyProblems(change: AccountChange, partId: string, policy: Policy): FieldProblem[] {
  for (const location of change.locationsOfPart(partId)) {
    if (location.policy !== null) continue;
    const [problem] = validatePolicy(policy, capacityOf(location.geometry));
    if (problem)
      return [
        { field: `policy.${problem.field}`, message: `${problem.message} (location ${location.name})` },
      ];
  }
  return [];
}

/** What blocked the part, or how it is ordered, may have changed. */
function reorderLocationsOf(change: AccountChange, part: Part): void {
  for (const location of change.locationsOfPart(part.id)) reorderIfNeeded(change, location, change.at);
}

export function removePart(change: AccountChange, { id }: Part): void {
  refuseWhileUsed(change, "part", ({ partId }) => partId === id);
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
  what: string,
  uses: (location: StorageLocation) => boolean,
): void {
  for (const location of change.all("location"))
    if (uses(location)) throw inUse(what, `storage location ${location.name}`);
}

function blackoutProblems(blackouts: readonly Blackout[]): FieldProblem[] {
  return blackouts.flatMap(({ from, to }, index) =>
    from <= to ? [] : [{ field: `blackouts[${index}].to`, message: "must not lie before its begin" }],
  );
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

export function partView(part: Part) {
  const { pictureAt } = part;
  return { ...stampedView(part), pictureAt: pictureAt === null ? null : new Date(pictureAt).toISOString() };
}

import { levelOf } from "@refill/replenishment";
import type { AccountStore } from "../accounts/account-store.ts";
import { systemActor } from "../accounts/actor.ts";
import type { Order, StorageLocation } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { openOrderOf, policyOf, silence } from "../inventory/stock.ts";
import { type Forecast, readForecastsAfter } from "../planning/forecast.ts";
import { lasts, raise, resolve } from "./episodes.ts";
import { tellOfLocation } from "./from-changes.ts";

const dayMs = 24 * 60 * 60_000;
/** It has to be empty for so long to be told; over when it is not empty at all. So it is not told and taken back by turns. */
const shortMs = dayMs / 2;
const readAtOnce = 500;
const changedAtOnce = 500;

/** When a location runs out, and when pieces come; ms. */
interface Outlook {
  runsOutAt: number;
  refillAt: number;
}

/**
 * Looks which locations will be empty before their refill comes: stock ÷ forecast use, against the day that the open order
 * is due or, without one, the planned lead time from now. Where nothing is ordered by itself, nothing is expected.
 */
export async function lookForRunOuts(store: AccountStore, accountId: string): Promise<void> {
  const outlooks = new Map<string, Outlook>();
  let last: string | null = null;
  for (;;) {
    const set = await store.read(accountId);
    const after: string | null = last;
    const forecasts: Forecast[] = await store.query(accountId, (tx) =>
      readForecastsAfter(tx, set.sealer, after, readAtOnce),
    );
    for (const { locationId, content } of forecasts) {
      const location = set.get("location", locationId);
      const { forecast, leadTimeDemand } = content.plan;
      const outlook =
        location && outlookOf(set, location, { ...forecast, leadDays: leadTimeDemand.days }, Date.now());
      if (outlook) outlooks.set(locationId, outlook);
    }
    if (forecasts.length < readAtOnce) break;
    last = forecasts.at(-1)!.locationId;
  }
  await tell(store, accountId, outlooks);
}

/** Undefined: nothing is used there, its level is not known, or nothing is ordered for it. */
export function outlookOf(
  set: WorkingSet,
  location: StorageLocation,
  { ratePerDay, leadDays }: { ratePerDay: number; leadDays: number },
  now: number,
): Outlook | undefined {
  const level = set.get("level", location.id);
  const known = level && levelOf(level.state);
  if (!known || known.onHand <= 0 || !(ratePerDay > 0)) return undefined;
  if (silence(set, location, now) !== undefined) return undefined;
  const order = openOrderOf(set, location.id);
  if (!order && policyOf(set, location) === null) return undefined;
  return {
    runsOutAt: Math.round(now + (known.onHand / ratePerDay) * dayMs),
    refillAt: refillAt(order, leadDays, now),
  };
}

function refillAt(order: Order | undefined, leadDays: number, now: number): number {
  const due = order?.dueAt ?? null;
  // What is late comes tomorrow at the earliest; what is not placed yet has its lead time before it.
  if (due !== null) return Math.max(due, order?.lateSince == null ? due : now + dayMs);
  return Math.round(now + leadDays * dayMs);
}

async function tell(
  store: AccountStore,
  accountId: string,
  outlooks: ReadonlyMap<string, Outlook>,
): Promise<void> {
  const set = await store.read(accountId);
  const open = new Set<string>();
  for (const { kind, subject, resolvedAt } of set.all("notification"))
    if (kind === "runs-out" && resolvedAt === null) open.add(subject.id);
  const changed = [
    ...[...outlooks].filter(([id, outlook]) => isShort(outlook) && !open.has(id)).map(([id]) => id),
    ...[...open].filter((id) => isOver(outlooks.get(id))),
  ];
  for (let from = 0; from < changed.length; from += changedAtOnce)
    await store.change(accountId, systemActor, (change) => {
      for (const id of changed.slice(from, from + changedAtOnce)) {
        const [location, outlook] = [change.get("location", id), outlooks.get(id)];
        if (!location || isOver(outlook)) resolve(change, "runs-out", id);
        // Told as empty, it is not told again as to be.
        else if (!lasts(change, "location-empty", id))
          raise(change, { kind: "runs-out", ...tellOfLocation(change, location, { ...outlook }) });
      }
    });
}

function isShort({ runsOutAt, refillAt }: Outlook): boolean {
  return runsOutAt + shortMs < refillAt;
}

function isOver(outlook: Outlook | undefined): boolean {
  return outlook === undefined || outlook.runsOutAt >= outlook.refillAt;
}

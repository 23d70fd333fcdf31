import type { AccountStore } from "../accounts/account-store.ts";
import { systemActor } from "../accounts/actor.ts";
import type { Device } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { lifeOf, silentFrom } from "../inventory/stock.ts";

const devicesAtOnce = 500;
/** A silence that begins is told so soon after, ms. */
const promptlyMs = 1_000;

/** Notes the silence of devices that fell silent, so that people and webhooks are told of it once. */
export async function noteSilence(store: AccountStore, accountId: string): Promise<void> {
  for (;;) {
    const found = silentUntold(await store.read(accountId), Date.now());
    if (found.length === 0) return;
    await store.change(accountId, systemActor, (change) => {
      for (const { id } of found.slice(0, devicesAtOnce)) {
        const [device, state] = [change.get("device", id), change.get("deviceState", id)];
        // Heard of meanwhile.
        if (!device || !state || lifeOf(device, state, change.at) !== "silent") continue;
        change.put("deviceState", { ...state, isSilenceTold: true });
      }
    });
  }
}

/** When the first device that is heard now would be silent, ms; infinity when none is. */
export function nextSilence(set: WorkingSet): number {
  let next = Number.POSITIVE_INFINITY;
  for (const device of set.all("device")) {
    const state = set.get("deviceState", device.id);
    if (state && !state.isSilenceTold && device.retiredAt === null)
      next = Math.min(next, silentFrom(device, state) + promptlyMs);
  }
  return next;
}

function silentUntold(set: WorkingSet, now: number): Device[] {
  return [...set.all("device")].filter((device) => {
    const state = set.get("deviceState", device.id);
    return state && !state.isSilenceTold && lifeOf(device, state, now) === "silent";
  });
}

import type { Device, DeviceHistory, DeviceState } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { type Account, lifeOf, stampedView } from "../inventory/stock.ts";
import { medianGap } from "../telemetry/device-state.ts";
import { batteryLife } from "./battery-life.ts";
import { signalMarginDb } from "./signal.ts";

const iso = (ms: number | null | undefined) => (ms == null ? null : new Date(ms).toISOString());

/** The device as the REST API shows it. */
export function deviceView(account: Account, device: Device, locationId: string | null, now: number) {
  const state = account.get("deviceState", device.id);
  const history = account.get("deviceHistory", device.id);
  const frames = framesOf(state, history);
  const life = batteryLife(history, state?.batteryPercent ?? null, frames.perDay);
  return {
    ...stampedView(device),
    retiredAt: iso(device.retiredAt),
    locationId,
    batteryPercent: state?.batteryPercent ?? null,
    batteryDaysLeft: life.days,
    batteryLifeUnknown: life.unknown,
    lastSeenAt: iso(state?.lastSeenAt),
    rssiDbm: state?.rssiDbm ?? null,
    snrDb: state?.snrDb ?? null,
    signalMarginDb: signalMarginDb(state),
    dataRate: state?.dataRate ?? null,
    spreadingFactor: state?.spreadingFactor ?? null,
    frameCounter: state?.frameCounter ?? null,
    lostShare: frames.lostShare,
    reportingIntervalSeconds: medianGap(state?.gaps ?? []),
    overwritten: state?.overwritten ?? 0,
    hardwareVersion: state?.hardwareVersion ?? null,
    firmwareVersion: state?.firmwareVersion ?? null,
    restartedAt: iso(state?.restartedAt),
    gateways: (state?.gateways ?? []).map(({ lastHeardAt, ...signal }) => ({
      ...signal,
      lastHeardAt: iso(lastHeardAt)!,
    })),
    state: lifeOf(device, state, now),
  };
}

export function viewOfDevice(set: WorkingSet, device: Device, now = Date.now()) {
  return deviceView(set, device, set.locationByDevice.get(device.id) ?? null, now);
}

/** Of the present day and the seven before: share of frames that nobody heard, and frames sent on a day that is over. */
function framesOf(
  state: DeviceState | undefined,
  history: DeviceHistory | undefined,
): { lostShare: number | null; perDay: number | null } {
  if (!state) return { lostShare: null, perDay: null };
  const over = (history?.days ?? []).filter(({ day }) => day >= state.today.day - 7);
  let [heard, lost] = [0, 0];
  for (const each of over) {
    heard += each.heard;
    lost += each.lost;
  }
  // From the first of these days up to today: days on which nothing came are among them.
  const perDay = over.length === 0 ? null : (heard + lost) / (state.today.day - over[0]!.day);
  heard += state.today.heard;
  lost += state.today.lost;
  const lostShare = heard + lost === 0 ? null : Math.round((lost / (heard + lost)) * 10_000) / 10_000;
  return { lostShare, perDay };
}

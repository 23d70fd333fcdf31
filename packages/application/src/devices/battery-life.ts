import type { DeviceHistory } from "../accounts/records.ts";

/** Why it is not known how long a battery lasts. */
export type BatteryLifeUnknown = "no-reading" | "too-early" | "no-decline";
export type BatteryLife = { days: number; unknown: null } | { days: null; unknown: BatteryLifeUnknown };

/** Below that, days and percents, the slope would be that of noise and rounding. */
const leastDays = 14;
const leastDecline = 2;
/** Cells lose 1 to 2 % a year by themselves: nothing beyond is promised. */
const mostDays = 3650;

/**
 * For how many days the battery lasts, from the decline of its charge for each frame that was sent, and the frames that the
 * device sends a day now: so a changed reporting interval counts at once. The decline is the median of the slopes between
 * all pairs of points that lie at least a third of the time apart (Theil 1950, Sen 1968), which a few wrong readings and a
 * voltage that follows the temperature do not move.
 *
 * `percent`: charge now; null: the device does not tell. `framesPerDay`: of the latest days, heard or not.
 */
export function batteryLife(
  history: DeviceHistory | undefined,
  percent: number | null,
  framesPerDay: number | null,
): BatteryLife {
  if (percent === null) return { days: null, unknown: "no-reading" };
  const points = history?.battery.points ?? [];
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || last[0] - first[0] < leastDays || framesPerDay === null || framesPerDay === 0)
    return { days: null, unknown: "too-early" };
  const decline = knownDecline(history!.battery, (last[0] - first[0]) / 3);
  if (decline === null || decline * (last[2] - first[2]) < leastDecline)
    return { days: null, unknown: "no-decline" };
  return { days: Math.min(mostDays, Math.round(percent / (decline * framesPerDay))), unknown: null };
}

/** A history changes once a day, and is looked at with each message and list. */
const declines = new WeakMap<DeviceHistory["battery"], number | null>();

function knownDecline(battery: DeviceHistory["battery"], leastApart: number): number | null {
  const known = declines.get(battery);
  if (known !== undefined) return known;
  const decline = declinePerFrame(battery.points, leastApart);
  declines.set(battery, decline);
  return decline;
}

function declinePerFrame(points: DeviceHistory["battery"]["points"], leastApart: number): number | null {
  const slopes: number[] = [];
  for (const [index, [day, percent, frames]] of points.entries())
    for (const [laterDay, laterPercent, laterFrames] of points.slice(index + 1))
      if (laterDay - day >= leastApart && laterFrames > frames)
        slopes.push((percent - laterPercent) / (laterFrames - frames));
  slopes.sort((a, b) => a - b);
  const middle = slopes.length >> 1;
  if (slopes.length === 0) return null;
  return slopes.length % 2 === 1 ? slopes[middle]! : (slopes[middle - 1]! + slopes[middle]!) / 2;
}

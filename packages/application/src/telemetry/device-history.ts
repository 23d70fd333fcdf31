import type { DeviceHistory, DeviceState } from "../accounts/records.ts";

const daysKept = 7;
const pointsKept = 48;
/** Such a rise, in percent, is no noise: the battery was changed. */
const newBatteryRise = 20;

/** The device's history with a day that is over. */
export function historyWith(
  before: DeviceHistory | undefined,
  id: string,
  { day, heard, lost, batterySum, batteryReadings }: DeviceState["today"],
): DeviceHistory {
  const frames = (before?.frames ?? 0) + heard + lost;
  const battery = before?.battery ?? { stepDays: 1, points: [] };
  const percent = batteryReadings === 0 ? null : Math.round((batterySum / batteryReadings) * 10) / 10;
  return {
    id,
    days: [...(before?.days ?? []), { day, heard, lost }].slice(-daysKept),
    frames,
    battery: percent === null ? battery : batteryWith(battery, [day, percent, frames]),
  };
}

/** Bounded however long it lasts: when there are too many points, every second one goes, and the steps double. */
function batteryWith(
  { stepDays, points }: DeviceHistory["battery"],
  point: DeviceHistory["battery"]["points"][number],
): DeviceHistory["battery"] {
  const last = points.at(-1);
  if (!last) return { stepDays: 1, points: [point] };
  if (point[1] >= last[1] + newBatteryRise) return { stepDays: 1, points: [point] };
  if (point[0] < last[0] + stepDays) return { stepDays, points };
  const all = [...points, point];
  if (all.length <= pointsKept) return { stepDays, points: all };
  return { stepDays: stepDays * 2, points: all.filter((_, index) => index % 2 === 0) };
}

/**
 * Every policy is replayed against the same demand, so days that are not known need one. They take that of the same weekday
 * of the nearest week that is known, of two the earlier one: whole pieces, and the week keeps its shape. Where no such day
 * is known at all, nothing is demanded. Fractions of pieces are carried on to the next day with demand.
 */
export function demandToReplay(values: ArrayLike<number>): { demand: Float64Array; missing: Uint8Array } {
  const length = values.length;
  const demand = new Float64Array(length);
  const missing = new Uint8Array(length);
  let rest = 0;
  for (let day = 0; day < length; day += 1) {
    const value = values[day]!;
    if (!(value >= 0) || value === Number.POSITIVE_INFINITY) {
      missing[day] = 1;
      continue;
    }
    if (value === 0) continue;
    const pieces = Math.round(value + rest);
    rest += value - pieces;
    demand[day] = pieces;
  }
  for (let day = 0; day < length; day += 1) {
    if (missing[day] === 0) continue;
    const like = nearest(missing, day);
    if (like !== null) demand[day] = demand[like]!;
  }
  return { demand, missing };
}

function nearest(missing: Uint8Array, day: number): number | null {
  for (let away = 7; day - away >= 0 || day + away < missing.length; away += 7) {
    if (day - away >= 0 && missing[day - away] === 0) return day - away;
    if (day + away < missing.length && missing[day + away] === 0) return day + away;
  }
  return null;
}

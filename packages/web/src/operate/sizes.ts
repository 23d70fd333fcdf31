import { measure } from "../words.ts";

const units = ["B", "kB", "MB", "GB", "TB"];

/** Bytes as people read them: powers of 1,024. */
export function bytes(count: number | null): string {
  if (count === null) return "–";
  let value = count;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return measure(value, units[unit], value < 10 && unit > 0 ? 1 : 0);
}

/** 850 ms, 2.4 s. */
export function duration(ms: number | null): string {
  if (ms === null) return "–";
  return ms < 1000 ? measure(ms, "ms", 0) : measure(ms / 1000, "s", 1);
}

import type { Quota } from "@refill/database";
import { CommandRefused } from "./command-refused.ts";

/** The quota's options: whole numbers, or `none` for no limit; what is left out stays as it was. */
export function quotaOf(
  options: { devices?: string; requests?: string; storage?: string },
  before: Partial<Quota> = {},
): Partial<Quota> {
  const quota = { ...before };
  const fields = [
    ["devices", "devices", 0],
    ["requests", "requestsPerMinute", 1],
    ["storage", "storageMb", 1],
  ] as const;
  for (const [option, field, least] of fields) {
    const text = options[option];
    if (text === undefined) continue;
    if (text !== "none" && (!/^\d{1,9}$/.test(text) || Number(text) < least))
      throw new CommandRefused(`--${option} takes a whole number from ${least}, or none.`);
    quota[field] = text === "none" ? null : Number(text);
  }
  return quota;
}

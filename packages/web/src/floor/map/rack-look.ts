import { t } from "../../language/language.ts";
import { listed, measure } from "../../words.ts";
import type { Coverage, Signal } from "../signal.ts";
import type { RackOnFloor, State } from "../site-floor.ts";
import type { Tone } from "./patterns.tsx";

export const signalTone: Record<Signal, Tone> = {
  good: "ok",
  fair: "low",
  weak: "empty",
  silent: "unknown",
  none: "none",
};
export const signalWords: Record<Signal, string> = {
  good: t("heard well"),
  fair: t("heard fairly"),
  weak: t("heard weakly"),
  silent: t("not heard"),
  none: t("no sensor"),
};

/** How a rack is drawn, and what a screen reader says of it. */
export function rackLook(
  { rack, area, counts, locations, coming, worst }: RackOnFloor,
  covered: Coverage | undefined,
): { tone: Tone; badge: string | undefined; words: string } {
  const name = `${rack.name}, ${area.name}`;
  if (covered) {
    const { signal, rssiDbm } = covered;
    return {
      tone: signalTone[signal],
      badge: rssiDbm === null ? undefined : measure(rssiDbm, "", 0),
      words: `${name}: ${signalWords[signal]}${rssiDbm === null ? "" : `, ${measure(rssiDbm, "dBm", 0)}`}`,
    };
  }
  const inNeed = counts.empty + counts.low;
  return {
    tone: worst ?? "none",
    badge: inNeed > 0 ? String(inNeed) : undefined,
    words: `${name}: ${locations.length === 0 ? t("nothing lies in it") : countWords(counts, coming)}`,
  };
}

/** "1 empty, 2 low, 9 in stock, 1 on order": what there is, the worst first. */
export function countWords(counts: Readonly<Record<State, number>>, coming: number): string {
  const { empty, low, unknown, ok } = counts;
  return listed(
    [
      empty > 0 && t("{count} empty", { count: empty }),
      low > 0 && t("{count} low", { count: low }),
      unknown > 0 && t("{count} unknown", { count: unknown }),
      ok > 0 && t("{count} in stock", { count: ok }),
      coming > 0 && t("{count} on order", { count: coming }),
    ].filter((part) => part !== false),
  );
}

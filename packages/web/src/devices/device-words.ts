import type { Device } from "../api/client.ts";
import { t } from "../language/language.ts";
import { measure } from "../words.ts";

/** A length of time as people say it: 45 days, 14 months, 3 years. */
export function duration(days: number): string {
  if (days < 60) return t("{count, plural, one {# day} other {# days}}", { count: days });
  if (days < 730)
    return t("{count, plural, one {# month} other {# months}}", { count: Math.round(days / 30.4) });
  if (days >= 3650) return t("10 years and more");
  return t("{count, plural, one {# year} other {# years}}", { count: Math.round(days / 365) });
}

const lifeUnknown: Record<NonNullable<Device["batteryLifeUnknown"]>, string> = {
  "no-reading": t("it does not tell its battery"),
  "too-early": t("known after two weeks of readings"),
  "no-decline": t("it has hardly fallen yet"),
};
/** How long its battery lasts, or why that is not known. */
export function lifeWords({ batteryDaysLeft, batteryLifeUnknown }: Device): string {
  if (batteryDaysLeft !== null) return t("lasts about {time}", { time: duration(batteryDaysLeft) });
  return batteryLifeUnknown === null ? "–" : lifeUnknown[batteryLifeUnknown];
}

/** Low in charge, or soon empty. */
export function isBatteryWeak({ batteryPercent, batteryDaysLeft }: Device): boolean {
  return (
    (batteryPercent !== null && batteryPercent <= 20) || (batteryDaysLeft !== null && batteryDaysLeft < 90)
  );
}

/** dB: at 5 rain or a closed door may silence it, from 15 on nothing will. */
const steps = [5, 10, 15];
/** 1 to 4; null: nothing was heard. */
export function signalBars(marginDb: number | null): number | null {
  return marginDb === null ? null : 1 + steps.filter((step) => marginDb >= step).length;
}
export const signalWords = [t("no signal"), t("weak"), t("fair"), t("good"), t("strong")];
/** The best gateway's signal, smoothed where it is known. */
export function bestRssi({ gateways, rssiDbm }: Device): number | null {
  return gateways[0]?.rssiDbm ?? rssiDbm;
}

/** Every 20 min., every 18 h. */
export function everyWords(seconds: number | null): string {
  if (seconds === null) return "–";
  if (seconds < 90) return t("every {time}", { time: measure(seconds, "s", 0) });
  if (seconds < 5400) return t("every {time}", { time: measure(seconds / 60, "min", 0) });
  return t("every {time}", { time: measure(seconds / 3600, "h", 1) });
}

export const settingWords: Record<string, { name: string; description: string }> = {
  "reporting-interval": {
    name: t("Reporting interval"),
    description: t(
      "How often the sensor sends. Sending half as often makes its battery last about twice as long.",
    ),
  },
  "request-status": {
    name: t("Ask for its state"),
    description: t("The sensor answers with its versions or its state; what it is set to does not change."),
  },
  restart: {
    name: t("Restart"),
    description: t("The sensor starts anew and joins again. It is away for a minute or two."),
  },
};

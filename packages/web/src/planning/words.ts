import { t } from "../language/language.ts";
import { measure, pieces, percent as shareOf } from "../words.ts";
import type { LocationPlan, PlanDetails, Proposal } from "./queries.ts";

export const classWords: Record<PlanDetails["class"], string> = {
  none: t("Not used"),
  "too-short": t("Too little known"),
  smooth: t("Smooth"),
  erratic: t("Erratic"),
  intermittent: t("Intermittent"),
  lumpy: t("Lumpy"),
};

/** What each class means. */
export const classAdvice: Record<PlanDetails["class"], string> = {
  none: t("Nothing was used in all that is known."),
  "too-short": t("Fewer than eight days or weeks are known: no telling."),
  smooth: t("Used often, and always about as much."),
  erratic: t("Used often, but in very different quantities."),
  intermittent: t("Used now and then, always about as much."),
  lumpy: t("Used now and then, in very different quantities."),
};

const methods: Record<string, string> = {
  "moving-average": t("moving average"),
  "simple-smoothing": t("exponential smoothing"),
  "trend-smoothing": t("smoothing with a trend"),
  "seasonal-smoothing": t("smoothing with trend and season"),
  croston: "Croston",
  "syntetos-boylan": "Syntetos-Boylan (SBA)",
  "teunter-syntetos-babai": "Teunter-Syntetos-Babai (TSB)",
};
export function methodWords(method: string | null): string {
  return method === null ? t("nothing is expected") : (methods[method] ?? method);
}

export const familyWords: Record<PlanDetails["leadTimeDemand"]["family"], string> = {
  certain: t("without deviation"),
  normal: t("normal distribution"),
  gamma: t("gamma distribution"),
  poisson: t("Poisson distribution"),
  "negative-binomial": t("negative binomial distribution"),
  empirical: t("as it was seen (bootstrap)"),
};

const notes: Record<string, string> = {
  "no-demand": t("Nothing is used here, so nothing is recommended."),
  "too-short": t("So little is known yet that the figures are rough."),
  capacity: t("The location is too small to reach the wanted service."),
  "minimum-order": t("The smallest possible order is more than twice what would be economical."),
  "price-unknown": t(
    "The part has no price: values and costs are not known, and quantities can't weigh them.",
  ),
  "lead-time-unusable": t("The lead time is not known well enough to plan with."),
  "supply-unusable": t("Nobody supplies the part in quantities that fit in here."),
  "policy-unusable": t("The present policy can't be calculated with: look at its numbers."),
};
export function noteWords(note: string): string {
  return notes[note] ?? note;
}

export const proposalWords: Record<Proposal["state"], string> = {
  open: t("Open"),
  applied: t("Applied"),
  dismissed: t("Dismissed"),
  withdrawn: t("Withdrawn"),
};

export const movementWords: Record<NonNullable<NonNullable<LocationPlan["forecast"]>["movement"]>, string> = {
  moving: t("moving"),
  slow: t("slow mover"),
  "non-mover": t("non-mover"),
};

/** Two significant digits below ten, whole numbers above. */
export function figure(value: number | null | undefined, unit = ""): string {
  if (value == null) return "–";
  const size = Math.abs(value);
  const digits = size >= 10 || size === 0 ? 0 : size >= 1 ? 1 : 2;
  const factor = 10 ** digits;
  return pieces(Math.round(value * factor) / factor, unit);
}

/** "+12", "−0.4", "±0". */
export function signed(value: number, write: (size: number) => string = figure): string {
  const text = write(Math.abs(value));
  const isNothing = !/[1-9]/.test(text);
  return `${isNothing ? "±" : value > 0 ? "+" : "−"}${text}`;
}

/** A difference of shares: 0.018 → "1.8 points". */
export function points(share: number): string {
  return t("{points} points", { points: measure(share * 100) });
}

/** 0.985 → "98.5%". What is not all is never written as all. */
export function percent(share: number | null | undefined): string {
  const isNearlyAll = share != null && share < 1 && Math.round(share * 1000) === 1000;
  return isNearlyAll ? t("more than {share}", { share: shareOf(0.999) }) : shareOf(share);
}

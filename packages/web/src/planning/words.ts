import { pieces } from "../words.ts";
import type { LocationPlan, PlanDetails, Proposal } from "./queries.ts";

export const classWords: Record<PlanDetails["class"], string> = {
  none: "Not used",
  "too-short": "Too little known",
  smooth: "Smooth",
  erratic: "Erratic",
  intermittent: "Intermittent",
  lumpy: "Lumpy",
};

/** What each class means. */
export const classAdvice: Record<PlanDetails["class"], string> = {
  none: "Nothing was used in all that is known.",
  "too-short": "Fewer than eight days or weeks are known: no telling.",
  smooth: "Used often, and always about as much.",
  erratic: "Used often, but in very different quantities.",
  intermittent: "Used now and then, always about as much.",
  lumpy: "Used now and then, in very different quantities.",
};

const methods: Record<string, string> = {
  "moving-average": "moving average",
  "simple-smoothing": "exponential smoothing",
  "trend-smoothing": "smoothing with a trend",
  "seasonal-smoothing": "smoothing with trend and season",
  croston: "Croston",
  "syntetos-boylan": "Syntetos-Boylan (SBA)",
  "teunter-syntetos-babai": "Teunter-Syntetos-Babai (TSB)",
};
export function methodWords(method: string | null): string {
  return method === null ? "nothing is expected" : (methods[method] ?? method);
}

export const familyWords: Record<PlanDetails["leadTimeDemand"]["family"], string> = {
  certain: "without deviation",
  normal: "normal distribution",
  gamma: "gamma distribution",
  poisson: "Poisson distribution",
  "negative-binomial": "negative binomial distribution",
  empirical: "as it was seen (bootstrap)",
};

const notes: Record<string, string> = {
  "no-demand": "Nothing is used here, so nothing is recommended.",
  "too-short": "So little is known yet that the figures are rough.",
  capacity: "The location is too small to reach the wanted service.",
  "minimum-order": "The smallest possible order is more than twice what would be economical.",
  "price-unknown": "The part has no price: values and costs are not known, and quantities can't weigh them.",
  "lead-time-unusable": "The lead time is not known well enough to plan with.",
  "supply-unusable": "Nobody supplies the part in quantities that fit in here.",
  "policy-unusable": "The present policy can't be calculated with: look at its numbers.",
};
export function noteWords(note: string): string {
  return notes[note] ?? note;
}

export const proposalWords: Record<Proposal["state"], string> = {
  open: "Open",
  applied: "Applied",
  dismissed: "Dismissed",
  withdrawn: "Withdrawn",
};

export const movementWords: Record<NonNullable<NonNullable<LocationPlan["forecast"]>["movement"]>, string> = {
  moving: "moving",
  slow: "slow mover",
  "non-mover": "non-mover",
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
  return `${Math.round(share * 1000) / 10} points`;
}

/** 0.985 → "98.5 %". What is not all is never written as all. */
export function percent(share: number | null | undefined): string {
  if (share == null) return "–";
  const shown = Math.round(share * 1000) / 10;
  return shown === 100 && share < 1 ? "> 99.9 %" : `${shown} %`;
}

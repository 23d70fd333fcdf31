import type { ProposalState } from "./queries.ts";

/** What is in the addresses of planning's pages; whatever else stands there is left out. */

const states = ["open", "applied", "dismissed", "withdrawn"] as const;
export function proposalSearchOf({ state }: Record<string, unknown>): { state?: ProposalState } {
  const known = states.find((each) => each === state);
  return known ? { state: known } : {};
}

export const valueClasses = ["A", "B", "C"] as const;
export const variationClasses = ["X", "Y", "Z"] as const;
export interface LocationSearch {
  value?: (typeof valueClasses)[number];
  variation?: (typeof variationClasses)[number];
}
export function locationSearchOf({ value, variation }: Record<string, unknown>): LocationSearch {
  const knownValue = valueClasses.find((each) => each === value);
  const knownVariation = variationClasses.find((each) => each === variation);
  return {
    ...(knownValue ? { value: knownValue } : {}),
    ...(knownVariation ? { variation: knownVariation } : {}),
  };
}

export function whatIfSearchOf({ location }: Record<string, unknown>): { location?: string } {
  return typeof location === "string" && location !== "" ? { location } : {};
}

export const slowDays = [30, 90, 180, 365] as const;
export const usualSlowDays = 90;
/** The list's own search, order and filters stand beside it. */
export function slowMoverSearchOf(search: Record<string, unknown>): { days?: number } {
  const { days, ...list } = search;
  const known = slowDays.find((each) => each === days);
  return { ...list, ...(known && known !== usualSlowDays ? { days: known } : {}) };
}

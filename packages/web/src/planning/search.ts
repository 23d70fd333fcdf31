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

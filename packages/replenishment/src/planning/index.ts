/** Demand → policy, what is to be expected of it, and whether a change is worth proposing. */
export * from "./location-to-plan.ts";
export type { Expected } from "./order-cycle.ts";
export * from "./plan-location.ts";
export * from "./plan-many.ts";
export * from "./proposal.ts";
export { policyInWords } from "./proposal-words.ts";
export * from "./stock-outlook.ts";

/**
 * Measurements → stock level → inventory position → order; demand → plan; what if. Pure: no I/O, no clock, and no
 * randomness but what is given in.
 */
export * from "./day-summary.ts";
export * from "./demand/index.ts";
export { isoDay } from "./iso-day.ts";
export * from "./levels/index.ts";
export * from "./ordering/index.ts";
export * from "./planning/index.ts";
export * from "./simulation/index.ts";
export * from "./theory/index.ts";

/** Measurements → stock level → inventory position → order. Pure: no I/O, no clock. */
export * from "./day-summary.ts";
export * from "./geometry.ts";
export * from "./order-lifecycle.ts";
export * from "./reorder.ts";
export * from "./stock-level.ts";

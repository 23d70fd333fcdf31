/** Measurements → stock level → inventory position → order. Pure: no I/O, no clock. */
export * from "./geometry.ts";
export * from "./order-lifecycle.ts";
export * from "./reorder.ts";
export * from "./stock-level.ts";

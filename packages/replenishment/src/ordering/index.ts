/** Inventory position → decision → the order's life. Pure: no I/O, no clock. */
export * from "./approval.ts";
export * from "./block.ts";
export * from "./calendar.ts";
export * from "./cards.ts";
export * from "./collection.ts";
export { dayAt, endOfDay, isDay, isTimeZone } from "./day.ts";
export * from "./decide.ts";
export * from "./lateness.ts";
export * from "./lead-time.ts";
export * from "./order-lifecycle.ts";
export * from "./policy.ts";
export * from "./price.ts";
export * from "./receipt.ts";
export * from "./review.ts";
export * from "./supply.ts";
export * from "./take-back.ts";
export * from "./transfer.ts";

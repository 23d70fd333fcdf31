/** Inventory theory: pure formulas, each with its source, each checked by published figures. */
export * from "./approximate-r-q.ts";
export * from "./ddmrp.ts";
export * from "./dynamic-lot-sizing.ts";
export * from "./economic-order-quantity.ts";
export * from "./exact-r-q.ts";
export * from "./exact-s-s.ts";
export * from "./joint-replenishment.ts";
export * from "./kanban-cards.ts";
export * from "./newsvendor.ts";
export * from "./quantity-discounts.ts";
export * from "./safety-stock.ts";

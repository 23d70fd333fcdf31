/** Consumption → demand → class, forecast, distribution of the demand over the lead time, run-out, ranks. */
export * from "./abc-xyz.ts";
export * from "./croston.ts";
export * from "./demand-class.ts";
export * from "./distribution.ts";
export * from "./forecast-choice.ts";
export * from "./forecaster.ts";
export * from "./history.ts";
export * from "./lead-time-demand.ts";
export * from "./moving-average.ts";
export * from "./random.ts";
export * from "./run-out.ts";
export * from "./seasonal-smoothing.ts";
export * from "./simple-smoothing.ts";
export * from "./teunter-syntetos-babai.ts";
export * from "./trend-smoothing.ts";

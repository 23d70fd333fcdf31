/** Measurements → stock level. */
export * from "./calibration.ts";
export { agreeing, type CalibrationPoint, READING_FLOOR } from "./calibration-readings.ts";
export { FAULTS_UNTIL_UNKNOWN } from "./combine.ts";
export * from "./conversion.ts";
export * from "./geometry.ts";
export * from "./geometry-problems.ts";
export { initialLevel, type LevelState, type Track, type UnknownReason } from "./level-state.ts";
export * from "./stock-level.ts";
export { compensated } from "./temperature.ts";

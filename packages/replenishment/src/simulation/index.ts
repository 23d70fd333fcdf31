/** What would have been: demand replayed against policies. */
export * from "./compare.ts";
export * from "./consumption-csv.ts";
export type { CoursePoint } from "./course.ts";
export type { LineProblem } from "./csv-cells.ts";
export * from "./demand-csv.ts";
export * from "./demand-to-replay.ts";
export * from "./generate-demand.ts";
export * from "./simulate.ts";
export type * from "./simulation.ts";

import { type Geometry, spanOf, toleranceOf } from "./geometry.ts";

/**
 * What can be expected of one sensor's values (see `Track` for their unit): mm of fill or grams on one scale; 1 and 0
 * for a position.
 */
export type Signal = {
  /** Value of the full location; the empty one is 0. */
  span: number;
  /** Differences up to this are the same stock. */
  tolerance: number;
  /** The recent mean must leave the known value by this much to move it. */
  deadband: number;
  /** Where only multiples of it can be: depth of a container, 1 for a position; null: anything. */
  grid: number | null;
  /** It only tells if a position is taken. */
  isPosition: boolean;
  /** Its ends are the location's ends: what lies beyond them is the sensor's error. Not so for one scale of several. */
  hasEnds: boolean;
};

export function signalOf(geometry: Exclude<Geometry, { kind: "button" }>, sensors: number): Signal {
  if (geometry.kind === "presence")
    return { span: 1, tolerance: 0.5, deadband: 1, grid: 1, isPosition: true, hasEnds: false };
  const tolerance = toleranceOf(geometry);
  const common = {
    span: spanOf(geometry),
    tolerance,
    deadband: tolerance / 2,
    isPosition: false,
    hasEnds: true,
  };
  if (geometry.kind === "containers") return { ...common, grid: geometry.containerDepthMm };
  return { ...common, grid: null, hasEnds: geometry.kind === "fill-height" || sensors === 1 };
}

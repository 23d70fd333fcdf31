import type { CurvePoint, FillHeightGeometry, Measured, WeightGeometry } from "./geometry.ts";

/**
 * Pieces at a measured value: containers rounded to the nearest, a fill height along its curve, a weight by the piece;
 * 0 … capacity. Undefined when the value cannot be stock (`isPlausible`).
 */
export function piecesAt(geometry: Measured, value: number): number | undefined {
  return isPlausible(geometry, value) ? nearestPieces(geometry, value) : undefined;
}

/**
 * A surface farther than the empty location or nearer than the full one (a hand, an echo, a moved sensor) by more than
 * half a container or a tenth of the fill height cannot be stock; nor can a weight that is a tenth of the capacity
 * below the tare (the carrier is lifted) or above the full load.
 */
export function isPlausible(geometry: Measured, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (geometry.kind === "containers") {
    const containers = (geometry.emptyDistanceMm - value) / geometry.containerDepthMm;
    return value >= 0 && containers >= -0.5 && containers <= geometry.capacityContainers + 0.5;
  }
  const share = shareAt(geometry, value);
  if (geometry.kind === "fill-height") return value >= 0 && share >= -0.1 && share <= 1.1;
  const slack = Math.max(0.1, 1.5 / geometry.capacityPieces);
  return share >= -slack && share <= 1 + slack;
}

/** The same as `piecesAt`, with the nearest end for a value beyond it. */
export function nearestPieces(geometry: Measured, value: number): number {
  if (geometry.kind === "containers") {
    const containers = Math.round((geometry.emptyDistanceMm - value) / geometry.containerDepthMm);
    return Math.min(geometry.capacityContainers, Math.max(0, containers)) * geometry.piecesPerContainer;
  }
  const share = Math.min(1, Math.max(0, shareAt(geometry, value)));
  const content =
    geometry.kind === "fill-height" && geometry.curve ? contentAt(geometry.curve, share) : share;
  return Math.round(content * geometry.capacityPieces);
}

/** A measured value at which exactly this many pieces lie. `pieces`: 0 … capacity. */
export function valueAt(geometry: Measured, pieces: number): number {
  if (geometry.kind === "containers")
    return geometry.emptyDistanceMm - (pieces / geometry.piecesPerContainer) * geometry.containerDepthMm;
  const share = pieces / geometry.capacityPieces;
  if (geometry.kind === "weight") return geometry.tareGrams + pieces * geometry.pieceGrams;
  const height = geometry.curve ? heightAt(geometry.curve, share) : share;
  return geometry.emptyDistanceMm - height * (geometry.emptyDistanceMm - geometry.fullDistanceMm);
}

function shareAt(geometry: FillHeightGeometry | WeightGeometry, value: number): number {
  if (geometry.kind === "weight")
    return (value - geometry.tareGrams) / (geometry.pieceGrams * geometry.capacityPieces);
  return (geometry.emptyDistanceMm - value) / (geometry.emptyDistanceMm - geometry.fullDistanceMm);
}

function contentAt(curve: readonly CurvePoint[], height: number): number {
  for (let index = 1; index < curve.length; index++) {
    const [low, high] = [curve[index - 1]!, curve[index]!];
    if (height > high.height && index < curve.length - 1) continue;
    const along = (height - low.height) / (high.height - low.height);
    return low.content + along * (high.content - low.content);
  }
  return height;
}

function heightAt(curve: readonly CurvePoint[], content: number): number {
  for (let index = 1; index < curve.length; index++) {
    const [low, high] = [curve[index - 1]!, curve[index]!];
    if (content > high.content && index < curve.length - 1) continue;
    const rise = high.content - low.content;
    return rise === 0
      ? low.height
      : low.height + ((content - low.content) / rise) * (high.height - low.height);
  }
  return content;
}

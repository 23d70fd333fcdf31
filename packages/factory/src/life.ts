import { random } from "./random.ts";

/** How what is taken from a location comes, in the words of Syntetos and Boylan's classes of demand. */
export type DemandKind = "smooth" | "erratic" | "intermittent" | "lumpy";

/** What a location's life is like; the same whenever it is asked for. */
export interface Life {
  /** Share of the capacity that lies there when the plant starts. */
  shareAtStart: number;
  batteryPercent: number;
  demand: DemandKind;
  /** So long a full location lasts, on average; hours of the plant. */
  hoursToEmpty: number;
  /** Pieces taken at once on average, as a share of the capacity. */
  shareTaken: number;
}

/** Follows from the seed. `shareAtStart`: where it is not left to chance; then parts go steadily as well. */
export function lifeOf(seed: string, locationId: string, shareAtStart?: number): Life {
  const dice = random(`${seed}/${locationId}`);
  // A few shelves are low and some are about to be; the others have from half to all.
  const share = dice.chance(0.04) ? 0.2 : dice.chance(0.08) ? 0.36 : 0.5 + 0.5 * dice.next();
  const batteryPercent = 60 + 40 * dice.next();
  const hours = dice.integer(40, 120);
  const chance = dice.next();
  const demand =
    shareAtStart !== undefined || chance < 0.45
      ? "smooth"
      : chance < 0.65
        ? "erratic"
        : chance < 0.85
          ? "intermittent"
          : "lumpy";
  const isSeldom = demand === "intermittent" || demand === "lumpy";
  return {
    shareAtStart: shareAtStart ?? share,
    batteryPercent,
    demand,
    hoursToEmpty: isSeldom ? 2 * hours : hours,
    shareTaken: isSeldom ? 1 / 10 : 1 / 40,
  };
}

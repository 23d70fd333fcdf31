/** Pieces. The zones lie on each other: red, yellow above it, green on top. */
export interface BufferView {
  redBase: number;
  redSafety: number;
  red: number;
  yellow: number;
  green: number;
  topOfRed: number;
  topOfYellow: number;
  topOfGreen: number;
}

export interface BufferProfile {
  /** Pieces a day (ADU). */
  averageDailyUse: number;
  /** Decoupled lead time, days. */
  leadTimeDays: number;
  /** Share of the lead time's use, 0…1. */
  leadTimeFactor: number;
  /** Share of the red base, 0…1. */
  variabilityFactor: number;
  /** Pieces. */
  minimumOrderQuantity: number;
  /** Days that are wished between orders; 0: none. */
  orderCycleDays: number;
}

/** Source: Ptak, Smith (2019), Demand Driven Material Requirements Planning, 3rd ed., chapters 7 and 8. */
export function bufferView(profile: BufferProfile): BufferView {
  const { averageDailyUse, leadTimeDays, leadTimeFactor, variabilityFactor } = profile;
  const yellow = averageDailyUse * leadTimeDays;
  const redBase = yellow * leadTimeFactor;
  const redSafety = redBase * variabilityFactor;
  const red = redBase + redSafety;
  const green = Math.max(redBase, profile.minimumOrderQuantity, averageDailyUse * profile.orderCycleDays);
  return {
    redBase,
    redSafety,
    red,
    yellow,
    green,
    topOfRed: red,
    topOfYellow: red + yellow,
    topOfGreen: red + yellow + green,
  };
}

/** The usual factors: the longer the lead time, the smaller; the more demand varies, the larger. */
export function usualFactors(
  leadTimeDays: number,
  variation: number | null,
): Pick<BufferProfile, "leadTimeFactor" | "variabilityFactor"> {
  return {
    leadTimeFactor: leadTimeDays <= 7 ? 0.7 : leadTimeDays <= 30 ? 0.5 : 0.3,
    variabilityFactor: variation === null || variation > 1 ? 0.8 : variation > 0.5 ? 0.5 : 0.3,
  };
}

/**
 * What counts as demand today: all that is due by today, and of each later day within the horizon what is wanted in a spike
 * (at or above the threshold).
 *
 * `due`: pieces due by today, late ones too. `later`: pieces by day from tomorrow on, to the end of the horizon.
 *
 * Source: Ptak, Smith (2019), chapter 9.
 */
export function qualifiedDemand(due: number, later: readonly number[], spikeThreshold: number): number {
  return later.reduce((sum, pieces) => (pieces >= spikeThreshold && pieces > 0 ? sum + pieces : sum), due);
}

export interface NetFlow {
  /** On hand + on order − qualified demand, in pieces; may be below 0. */
  position: number;
  zone: "red" | "yellow" | "green" | "above";
  /** Of the top of green; the lower, the more urgent. null: the buffer is empty. */
  share: number | null;
  /** Pieces to order now, up to the top of green; 0: nothing. */
  order: number;
}

/** Where the net flow stands in the buffer, and what would be ordered. Source: Ptak, Smith (2019), chapter 9. */
export function netFlow(
  { topOfRed, topOfYellow, topOfGreen }: BufferView,
  stock: { onHand: number; onOrder: number; qualifiedDemand: number },
): NetFlow {
  const position = stock.onHand + stock.onOrder - stock.qualifiedDemand;
  const zone =
    position <= topOfRed
      ? "red"
      : position <= topOfYellow
        ? "yellow"
        : position <= topOfGreen
          ? "green"
          : "above";
  return {
    position,
    zone,
    share: topOfGreen > 0 ? position / topOfGreen : null,
    order: position <= topOfYellow ? Math.max(0, Math.ceil(topOfGreen - position)) : 0,
  };
}

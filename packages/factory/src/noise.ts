/**
 * What comes between the stock and the number that a sensor sends. Shares are of messages, 0 to 1.
 */
export interface Noise {
  /** Standard deviation of a distance. */
  deviationMm: number;
  /** Standard deviation of a scale, as a share of what it weighs when full. */
  deviationShare: number;
  /** Nothing came back. */
  faults: number;
  /**
   * One message tells something else: a hand, an echo past the stock, a bin lifted or leaned on, a contact that
   * bounces. The next one is right again.
   */
  outliers: number;
  /**
   * Something stands in front of the sensor, or was laid on the scale, for several messages: it shows more than there
   * is and hides what is taken. `begins`: share of the messages with which one begins.
   */
  occlusions: { begins: number; messages: readonly [fewest: number, most: number] };
  /** How the zero moves, slowly: with age (up and down around the right one) and with the temperature. */
  drift: {
    amplitudeMm: number;
    /** Share of what the scale weighs when full. */
    amplitudeShare: number;
    periodDays: number;
    mmPerDegree: number;
    shareOfWeightPerDegree: number;
    /** By how much the day is warmer, and the night colder, than 20 °C. */
    degrees: number;
  };
  /** Frames that no gateway hears. */
  lostFrames: number;
}

const none = {
  amplitudeMm: 0,
  amplitudeShare: 0,
  periodDays: 1,
  mmPerDegree: 0,
  shareOfWeightPerDegree: 0,
  degrees: 0,
};

/** As it is in a plant on most days; what is lost on the air, the radio decides. */
export const usualNoise: Noise = {
  deviationMm: 3,
  deviationShare: 0.000_3,
  faults: 0.01,
  outliers: 0.03,
  occlusions: { begins: 0, messages: [1, 1] },
  drift: none,
  lostFrames: 0,
};

/** A plant in which the sensors have it hard. */
export const heavyNoise: Noise = {
  deviationMm: 4,
  deviationShare: 0.000_5,
  faults: 0.01,
  outliers: 0.05,
  occlusions: { begins: 0.004, messages: [2, 8] },
  drift: {
    amplitudeMm: 12,
    amplitudeShare: 0.001,
    periodDays: 40,
    mmPerDegree: 0.4,
    shareOfWeightPerDegree: 0.000_05,
    degrees: 8,
  },
  lostFrames: 0.05,
};

const daySeconds = 24 * 3600;

/** °C at a moment, in seconds: warmest at three in the afternoon of days that begin at 0. */
export function temperatureAt({ drift }: Noise, at: number): number {
  return 20 + drift.degrees * Math.sin(2 * Math.PI * (at / daySeconds - 9 / 24));
}

/**
 * How far the zero has moved: mm to add to a distance, share of the full weight to add to a weight.
 * `phase`: 0 to 1, where in the period this sensor begins.
 */
export function driftAt(noise: Noise, at: number, phase: number): { mm: number; share: number } {
  const { drift } = noise;
  const age = Math.sin(2 * Math.PI * (at / daySeconds / drift.periodDays + phase));
  const degrees = temperatureAt(noise, at) - 20;
  return {
    mm: drift.amplitudeMm * age + drift.mmPerDegree * degrees,
    share: drift.amplitudeShare * age + drift.shareOfWeightPerDegree * degrees,
  };
}

import { type Forecaster, gainOf } from "./forecaster.ts";

export interface TeunterSyntetosBabaiParameters {
  /** Weight of the newest demand for the size, 0…1. */
  alpha: number;
  /** Weight of the newest period for the probability that there is a demand, 0…1. */
  beta: number;
}

/**
 * Size of a demand, smoothed when there is one, times the probability of a demand, smoothed in every period: the forecast
 * of a part that is used no more falls. Missing periods change nothing.
 *
 * Source: Teunter, Syntetos, Babai (2011), "Intermittent demand: Linking forecasting to inventory obsolescence", European
 * Journal of Operational Research 214, 606–615.
 */
export function teunterSyntetosBabai({ alpha, beta }: TeunterSyntetosBabaiParameters): Forecaster {
  let size = 0;
  let probability = 0;
  let demands = 0;
  let periods = 0;
  return {
    learn(value) {
      if (Number.isNaN(value)) return;
      periods += 1;
      probability += gainOf(beta, periods) * ((value > 0 ? 1 : 0) - probability);
      if (value === 0) return;
      demands += 1;
      size += gainOf(alpha, demands) * (value - size);
    },
    ahead(next) {
      return size * probability * next;
    },
  };
}

import { type Forecaster, gainOf } from "./forecaster.ts";

export interface CrostonParameters {
  /** Weight of the newest demand for size and interval, 0…1. */
  alpha: number;
}

/**
 * Size of a demand and interval between demands, each smoothed when there is a demand; their quotient is the rate. Missing
 * periods don't lengthen an interval. Before the first demand the forecast is 0.
 *
 * Source: Croston (1972), "Forecasting and stock control for intermittent demands", Operational Research Quarterly 23, 289–303.
 */
export function croston({ alpha }: CrostonParameters): Forecaster {
  return sizeByInterval(alpha, 1);
}

/**
 * Croston's method without its bias, by the factor 1 − α/2.
 *
 * Source: Syntetos, Boylan (2005), "The accuracy of intermittent demand estimates", International Journal of Forecasting 21, 303–314.
 */
export function syntetosBoylan({ alpha }: CrostonParameters): Forecaster {
  return sizeByInterval(alpha, 1 - alpha / 2);
}

function sizeByInterval(alpha: number, factor: number): Forecaster {
  let size = 0;
  let interval = 1;
  let demands = 0;
  let since = 0;
  return {
    learn(value) {
      if (Number.isNaN(value)) return;
      since += 1;
      if (value === 0) return;
      demands += 1;
      const gain = gainOf(alpha, demands);
      size += gain * (value - size);
      interval += gain * (since - interval);
      since = 0;
    },
    ahead(periods) {
      return (factor * size * periods) / interval;
    },
  };
}

import type { Forecaster } from "./forecaster.ts";

/** How a forecaster did on a series that it learned period by period, each forecast made before the period was learned. */
export interface Trial {
  /** Sum of squared errors of the next period, and their number, before the first origin … */
  training: { squares: number; count: number };
  /** … and over everything but the first quarter, in which it still warms up. */
  late: { squares: number; count: number };
  /** Mean squared error of the demand cumulated over the horizon, from the first origin on; null: no such forecast. */
  cumulated: number | null;
  /** After the last period. */
  forecaster: Forecaster;
}

/** What is to be tested on: made once for all forecasters of a series. */
export interface Course {
  values: ArrayLike<number>;
  /** Periods that a forecast is made for. */
  horizon: number;
  /** Period from which on forecasts are judged; those before serve to choose parameters. */
  firstOrigin: number;
  /** Demand of the `horizon` periods from each period on; NaN: more than half of it is missing. */
  cumulated: Float64Array;
}

/** `values`: pieces a period, NaN missing. `horizon`: whole periods, ≥ 1; shortened to a quarter of the series. */
export function courseOf(values: ArrayLike<number>, horizon: number): Course {
  const length = values.length;
  const reach = Math.max(1, Math.min(horizon, Math.floor(length / 4)));
  const cumulated = new Float64Array(length).fill(Number.NaN);
  for (let begin = 0; begin + reach <= length; begin += 1) {
    let sum = 0;
    let known = 0;
    for (let index = begin; index < begin + reach; index += 1) {
      const value = values[index]!;
      if (Number.isNaN(value)) continue;
      sum += value;
      known += 1;
    }
    if (known * 2 >= reach && known > 0) cumulated[begin] = (sum * reach) / known;
  }
  return { values, horizon: reach, firstOrigin: Math.ceil(length / 2), cumulated };
}

/**
 * Rolling-origin test: from each period of the second half on, the demand cumulated over the horizon is forecast and
 * compared. Cumulated, since that is what stock has to cover, and since single periods of intermittent demand would reward
 * who forecasts zero.
 */
export function tryOut(forecaster: Forecaster, course: Course): Trial {
  const { values, horizon, firstOrigin, cumulated } = course;
  const warm = Math.ceil(values.length / 4);
  const training = { squares: 0, count: 0 };
  const late = { squares: 0, count: 0 };
  let squares = 0;
  let count = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]!;
    if (index > 0 && !Number.isNaN(value)) {
      const error = value - forecaster.ahead(1);
      if (index < firstOrigin) {
        training.squares += error * error;
        training.count += 1;
      }
      if (index >= warm) {
        late.squares += error * error;
        late.count += 1;
      }
    }
    if (index >= firstOrigin && !Number.isNaN(cumulated[index]!)) {
      const error = cumulated[index]! - forecaster.ahead(horizon);
      squares += error * error;
      count += 1;
    }
    forecaster.learn(value);
  }
  return { training, late, cumulated: count > 0 ? squares / count : null, forecaster };
}

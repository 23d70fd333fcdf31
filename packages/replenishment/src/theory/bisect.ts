const MOST_STEPS = 200;

/** Where `rises`, which never falls, becomes ≥ 0 between `low` and `high`; to 10⁻¹² of the distance. */
export function bisect(rises: (x: number) => number, low: number, high: number): number {
  let below = low;
  let above = high;
  const enough = 1e-12 * Math.abs(high - low);
  for (let step = 0; step < MOST_STEPS && above - below > enough; step += 1) {
    const middle = (below + above) / 2;
    if (rises(middle) < 0) below = middle;
    else above = middle;
  }
  return above;
}

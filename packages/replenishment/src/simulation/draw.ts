/** Draws from distributions. `random`: numbers in [0, 1). */

/**
 * `shape`, `scale`: above 0.
 *
 * Source: Marsaglia, Tsang (2000), "A simple method for generating gamma variables", ACM Transactions on Mathematical
 * Software 26, 363–372.
 */
export function gammaDraw(shape: number, scale: number, random: () => number): number {
  if (shape < 1) return gammaDraw(shape + 1, scale, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalDraw(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v * scale;
  }
}

/** By the time between one piece and the next. `mean`: from 0 to some hundred. */
export function poissonDraw(mean: number, random: () => number): number {
  let count = 0;
  let passed = -Math.log(1 - random());
  while (passed <= mean) {
    count += 1;
    passed -= Math.log(1 - random());
  }
  return count;
}

/** Mean 0, deviation 1 (Box and Muller). */
function normalDraw(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

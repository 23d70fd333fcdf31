/** Normal distribution and incomplete gamma function, to about 14 digits. */

export function standardNormalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/** Through the incomplete gamma function: P(|Z| ≤ z) = P(½, z²/2). */
export function standardNormalCdf(z: number): number {
  if (z < -38) return 0;
  if (z > 9) return 1;
  const square = (z * z) / 2;
  // Far out, the small side itself is computed, not the difference of two numbers near ½.
  if (square > 1.5) {
    const tail = gammaRest(0.5, square) / 2;
    return z < 0 ? tail : 1 - tail;
  }
  const half = gammaRatio(0.5, square) / 2;
  return z < 0 ? 0.5 - half : 0.5 + half;
}

/** Newton's steps from a start by Abramowitz, Stegun (1964), 26.2.23. */
export function standardNormalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  const small = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * Math.log(small));
  const start =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  let z = p < 0.5 ? -start : start;
  for (let step = 0; step < 3; step += 1) z -= (standardNormalCdf(z) - p) / standardNormalDensity(z);
  return z;
}

/** Regularised lower incomplete gamma function P(a, x). Source: NIST Digital Library of Mathematical Functions, 8.7.1 and 8.9.2. */
export function gammaRatio(a: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= a + 1) return 1 - gammaRest(a, x);
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < 100_000; n += 1) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * 1e-15) break;
  }
  return Math.min(1, sum * Math.exp(a * Math.log(x) - x - logGamma(a)));
}

/** Q(a, x) = 1 − P(a, x) by its continued fraction; x ≥ a + 1, or a = ½ and x ≥ 1.5. */
function gammaRest(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 100_000; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return Math.exp(a * Math.log(x) - x - logGamma(a)) * fraction;
}

/** Stirling's series after a shift to ≥ 8. Source: NIST DLMF 5.11.1. */
export function logGamma(value: number): number {
  let x = value;
  let shift = 1;
  while (x < 8) {
    shift *= x;
    x += 1;
  }
  const inverse = 1 / x;
  const square = inverse * inverse;
  const series =
    inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))));
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series - Math.log(shift);
}

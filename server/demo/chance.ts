/** Seeded chance and the log-normal of service times, so that a replay or a sample day comes out the same each time. */

/** Uniform in [0, 1); mulberry32. */
export type Chance = () => number;

export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Of minutes: the mean and the deviation of their logarithms. */
export type LogNormal = { mu: number; sigma: number };

/** Counts are in whole seconds at best: shorter ones are taken as this, in minutes. */
const LEAST = 0.25;
/** With fewer values than this the fallback is used. */
const ENOUGH = 5;

export function fitLogNormal(minutes: readonly number[], fallback: LogNormal): LogNormal {
  if (minutes.length < ENOUGH) return fallback;
  const logs = minutes.map((one) => Math.log(Math.max(LEAST, one)));
  const mu = logs.reduce((sum, one) => sum + one, 0) / logs.length;
  const variance = logs.reduce((sum, one) => sum + (one - mu) ** 2, 0) / logs.length;
  return { mu, sigma: Math.sqrt(variance) };
}

/** By mean and coefficient of variation. */
export function logNormalOf(mean: number, variation: number): LogNormal {
  const sigma = Math.sqrt(Math.log(1 + variation ** 2));
  return { mu: Math.log(mean) - sigma ** 2 / 2, sigma };
}

/** Minutes, at most `most`: drawn again while longer, and `most` itself when that does not end. */
export function drawMinutes({ mu, sigma }: LogNormal, chance: Chance, most = Number.POSITIVE_INFINITY): number {
  for (let tries = 0; tries < 50; tries++) {
    const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
    const minutes = Math.exp(mu + sigma * normal);
    if (minutes <= most) return minutes;
  }
  return most;
}

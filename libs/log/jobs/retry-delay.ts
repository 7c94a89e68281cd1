/** Pauses between attempts, in milliseconds: the first, doubled each time, up to the longest. */
export interface Backoff {
  readonly first: number;
  readonly longest: number;
}

/** With the default of 18 attempts: from one second to six hours, about a day in all. */
export const DEFAULT_BACKOFF: Backoff = { first: 1_000, longest: 6 * 3_600_000 };

/**
 * How long to wait after a failed attempt, in milliseconds. Up to a fifth is added at random: what failed together
 * must not come back together.
 *
 * @param attempt that failed, from 1
 * @param random from 0 to 1
 */
export function retryDelay(attempt: number, { first, longest }: Backoff, random = Math.random()): number {
  // 2^30 already exceeds any pause; without the bound the power would overflow to Infinity.
  const pause = Math.min(longest, first * 2 ** Math.min(attempt - 1, 30));
  return Math.round(pause * (1 + random / 5));
}

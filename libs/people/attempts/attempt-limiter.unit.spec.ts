import { ProblemError } from '@fil/ui/http/problem';
import { AttemptLimiter, MOST_WRONG_TRIES, WINDOW_MINUTES } from './attempt-limiter';

const wrong = (): Promise<boolean> => Promise.resolve(false);
const right = (): Promise<boolean> => Promise.resolve(true);
const NOW = 1_800_000_000_000;

describe('limiting tries of a secret', () => {
  it('answers 429 after five wrong tries, also to the right secret, and only for that object', async () => {
    const limiter = new AttemptLimiter();
    for (let n = 0; n < MOST_WRONG_TRIES; n++) expect(await limiter.attempt('a', wrong, undefined, NOW)).toBe(false);
    await expect(limiter.attempt('a', right, undefined, NOW)).rejects.toMatchObject({ status: 429 });
    expect(await limiter.attempt('b', right, undefined, NOW)).toBe(true);
  });

  it('lets tries through again after the window', async () => {
    const limiter = new AttemptLimiter();
    for (let n = 0; n < MOST_WRONG_TRIES; n++) await limiter.attempt('a', wrong, undefined, NOW);
    expect(await limiter.attempt('a', right, undefined, NOW + WINDOW_MINUTES * 60_000)).toBe(true);
  });

  it('never counts the right secret', async () => {
    const limiter = new AttemptLimiter();
    for (let n = 0; n < 3 * MOST_WRONG_TRIES; n++) expect(await limiter.attempt('a', right, undefined, NOW)).toBe(true);
  });

  it('counts tries that are made at the same moment', async () => {
    const limiter = new AttemptLimiter();
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => limiter.attempt('a', wrong, undefined, NOW)),
    );
    const refused = tries.filter((one) => one.status === 'rejected' && one.reason instanceof ProblemError);
    expect(refused).toHaveLength(20 - MOST_WRONG_TRIES);
  });
});

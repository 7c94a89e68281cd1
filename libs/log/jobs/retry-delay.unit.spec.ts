import { DEFAULT_MAX_ATTEMPTS } from './job';
import { DEFAULT_BACKOFF, retryDelay } from './retry-delay';

const backoff = { first: 100, longest: 1_000 };

it('doubles up to the longest, however many attempts there were', () => {
  expect([1, 2, 3, 4, 5, 2_000].map((attempt) => retryDelay(attempt, backoff, 0))).toEqual([
    100, 200, 400, 800, 1_000, 1_000,
  ]);
});

it('adds up to a fifth, so that what failed together comes back apart', () => {
  expect(retryDelay(2, backoff, 1)).toBe(240);
});

it('tries for about a day by default', () => {
  const pauses = Array.from({ length: DEFAULT_MAX_ATTEMPTS - 1 }, (_, index) =>
    retryDelay(index + 1, DEFAULT_BACKOFF, 0),
  );
  const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3_600_000;
  expect(hours).toBeGreaterThan(18);
  expect(hours).toBeLessThan(30);
});

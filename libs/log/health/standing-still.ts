import { setTimeout as sleep } from 'node:timers/promises';

interface Follower {
  readonly name: string;
  /** Entries it has read; null before it ever did. */
  readonly size: number | null;
  readonly lag: number;
}

/** Milliseconds. The longest batch takes less. */
const PATIENCE = 5_000;
const PAUSE = 250;

/**
 * Of those that are behind, and that a program leads, the ones that do not move while they are watched.
 *
 * @param led names of those that could move
 */
export async function standingStill(
  look: () => Promise<readonly Follower[]>,
  led: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  let still = (await look()).filter(({ name, lag }) => lag > 0 && led.has(name));
  for (const until = performance.now() + PATIENCE; still.length > 0 && performance.now() < until;) {
    await sleep(PAUSE);
    const now = await look();
    still = still.filter(({ name, size }) => now.some((one) => one.name === name && one.size === size));
  }
  return new Set(still.map(({ name }) => name));
}

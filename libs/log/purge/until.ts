import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds. */
const PAUSE = 200;

/** How long whatever is in the way is waited for. */
export interface Patience {
  /** Milliseconds, of each thing; null: as long as it takes. */
  readonly limit: number | null;
  readonly signal?: AbortSignal;
}

/**
 * Asks again until nothing is in the way any more.
 *
 * @returns what still is, once patience is over; null when nothing is
 */
export async function until<T>(inTheWay: () => Promise<T | null>, { limit, signal }: Patience): Promise<T | null> {
  const begun = performance.now();
  for (;;) {
    signal?.throwIfAborted();
    const found = await inTheWay();
    if (found === null || (limit !== null && performance.now() - begun > limit)) return found;
    await sleep(PAUSE, undefined, { signal });
  }
}

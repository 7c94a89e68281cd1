import { setTimeout as sleep } from 'node:timers/promises';
import type { Readiness } from './readiness';

/** Milliseconds between two looks. */
const LOOK_AGAIN = 100;

/**
 * Who reads read models that are being made for the first time would find an empty register: nobody is answered before.
 *
 * @param onWait told at each look what is missing
 */
export async function untilReady(
  readiness: Readiness,
  onWait: (missing: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  while (!signal?.aborted) {
    const { ready, missing } = await readiness.now();
    if (ready) return;
    onWait(missing.join('; '));
    await sleep(LOOK_AGAIN, undefined, { signal }).catch(() => undefined);
  }
}

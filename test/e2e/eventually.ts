import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for what a process brings about. @throws after ten seconds, naming what was awaited */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined | null | false>,
  milliseconds = 10_000,
): Promise<T> {
  const until = Date.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > until) throw new Error(`${what} did not come within ${milliseconds} ms`);
    await sleep(25);
  }
}

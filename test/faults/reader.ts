import { setTimeout as sleep } from 'node:timers/promises';

const PAGES = ['/', '/contributions', '/demarches', '/api/v1/overview'];
const PAUSE = 100;
/** A page, or that there is none for the moment. */
const EXPECTED = new Set([200, 503]);

/** Somebody who reads while everything breaks: pages come or are refused for the moment, and never fail. */
export class Reader {
  readonly faults: string[] = [];

  constructor(private readonly url: string) {}

  async workUntil(signal: AbortSignal): Promise<void> {
    for (let n = 0; !signal.aborted; n++) {
      const path = PAGES[n % PAGES.length]!;
      try {
        const answer = await fetch(`${this.url}${path}`, { signal: AbortSignal.timeout(20_000) });
        const text = await answer.text();
        if (!EXPECTED.has(answer.status))
          this.faults.push(`${path} was answered ${answer.status}: ${text.slice(0, 300)}`);
      } catch {
        // Its program has just died.
      }
      await sleep(PAUSE);
    }
  }
}

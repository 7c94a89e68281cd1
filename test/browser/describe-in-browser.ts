import type { Browser } from 'playwright-core';
import { findChromium, launchChromium } from './chromium';

/**
 * A suite in Chromium. Where there is none the suite is skipped and says so; with REQUIRE_BROWSER=1 (as in .ci/run) it
 * fails instead, so that nobody mistakes a skipped suite for a passed one.
 */
export function describeInBrowser(name: string, suite: (browser: () => Browser) => void): void {
  if (!findChromium()) {
    const advice = `No Chromium for "${name}". Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.`;
    if (process.env.REQUIRE_BROWSER === '1') {
      it(name, () => {
        throw new Error(advice);
      });
      return;
    }
    console.warn(advice);
    describe.skip(name, () => suite(() => undefined as never));
    return;
  }
  describe(name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await launchChromium();
    });
    afterAll(() => browser?.close());
    suite(() => {
      if (!browser) throw new Error('Chromium is there only inside a test.');
      return browser;
    });
  });
}

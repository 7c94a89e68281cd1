/**
 * Every page from the specifications' answers, in Chromium without scripts: accessible by axe's rules in both schemes,
 * no sideways scrolling at 320 px, nothing blocked by our own content policy. With SCREENSHOTS=<folder> pictures are
 * written there, to look at.
 */
import { mkdirSync } from 'node:fs';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { renderPage } from '@fil/ui/page/render';
import { STYLESHEET_ADDRESS, stylesheet } from '@fil/ui/styles/stylesheet';
import { CONTENT_POLICY } from '@fil/ui/http/security-headers';
import { specifiedPages } from '@fil/site/public/specification/specified-pages';
import { describeInBrowser } from '../browser/describe-in-browser';

const ORIGIN = 'http://register.invalid';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The schemes differ in their colours only. */
const RUN_ONLY = { light: RULES, dark: ['color-contrast'] };
const folder = process.env.SCREENSHOTS;

async function opened(browser: Browser, name: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === STYLESHEET_ADDRESS) return route.fulfill({ contentType: 'text/css', body: stylesheet });
    if (pathname !== `/${name}`) return route.fulfill({ status: 204 });
    const body = renderPage(specifiedPages[name]!());
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': CONTENT_POLICY },
      body,
    });
  });
  await page.goto(`${ORIGIN}/${name}`);
  return page;
}

describeInBrowser('the public pages', (browser) => {
  if (folder) mkdirSync(folder, { recursive: true });

  describe.each(Object.keys(specifiedPages))('%s', (name) => {
    it.each(['light', 'dark'] as const)('is accessible in the %s scheme', async (colorScheme) => {
      const page = await opened(browser(), name, {
        colorScheme,
        viewport: { width: 1200, height: 900 },
        bypassCSP: true,
      });
      await page.evaluate(axe.source);
      if (folder) await page.screenshot({ path: `${folder}/${name}.${colorScheme}.png`, fullPage: true });
      // As text: the compiler of the tests would rename `axe` inside a function.
      const { violations } = await page.evaluate<AxeResults>(
        `axe.run(document, ${JSON.stringify({ runOnly: RUN_ONLY[colorScheme] })})`,
      );
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
      await page.context().close();
    });

    it('needs no sideways scrolling at 320 px, without scripts', async () => {
      const page = await opened(browser(), name, { javaScriptEnabled: true, viewport: { width: 320, height: 700 } });
      const refused: string[] = [];
      page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
      await page.reload();
      if (folder) await page.screenshot({ path: `${folder}/${name}.320.png`, fullPage: true });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(refused).toEqual([]);
      await page.context().close();
    });
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { formatReceipt } from '@fil/log/transparency/receipt';
import { describeInBrowser } from '../../../test/browser/describe-in-browser';
import { MemoryTree } from '../../../test/transparency/memory-tree';
import {
  POLICY_TEXT,
  sampleCheckpoint,
  sampleReceipt,
  sampleTree,
  shownFields,
} from '../../../test/transparency/sample-register';

const tree = sampleTree(20);
/** Pictures are written there, to look at. */
const folder = process.env.SCREENSHOTS;

describeInBrowser('The page that verifies', (browser) => {
  let home: string;
  const faults: string[] = [];
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'fil-page-'));
    execFileSync(process.execPath, [resolve(__dirname, '../../../scripts/build-verifier.mjs'), home]);
  });
  afterAll(() => rmSync(home, { recursive: true }));

  /** From the disk, without a network; whatever the browser complains of is a fault. */
  const opened = async (locale: string, fragment = ''): Promise<Page> => {
    const context = await browser().newContext({ locale, offline: true });
    const page = await context.newPage();
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(pathToFileURL(join(home, 'verify.html')).href + fragment);
    return page;
  };
  const check = async (page: Page, paper: string, newer = ''): Promise<string> => {
    await page.fill('#trust-text', POLICY_TEXT);
    await page.fill('#paper-text', paper);
    await page.fill('#newer-text', newer);
    await page.click('button[type=submit]');
    await page.waitForSelector('#result:focus');
    return page.innerText('#result');
  };

  it('verifies a receipt as the program does, in both languages', async () => {
    const page = await opened('fr-FR');
    const receipt = formatReceipt(await sampleReceipt(tree, 7, 20));
    const said = await check(page, receipt);
    expect(said).toContain('Tout est juste.');
    expect(said).toContain('Le passage piéton no 7 de la rue Émile-Zola n’est plus éclairé.');
    await page.click('[data-language=en]');
    expect(await page.innerText('#conclusion')).toBe('Everything is right.');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await check(page, receipt.replace('\n20\n', '\n21\n'))).toContain('it may be proof of misconduct');
    await page.context().close();
  });

  it('shows words as words, whatever they are', async () => {
    const page = await opened('en-GB');
    const value = { fr: '<img src=x onerror=alert(1)>' };
    const receipt = formatReceipt(await sampleReceipt(tree, 7, 20, [{ ...shownFields(7)[1]!, value }]));
    expect(await check(page, receipt)).toContain('The check has failed.');
    expect(await page.locator('img').count()).toBe(0);
    await page.context().close();
  });

  it('hands out the proof of two histories as a file', async () => {
    const page = await opened('fr-FR');
    const other = new MemoryTree(Array.from({ length: 20 }, (_, n) => Buffer.alloc(32, n)));
    const said = await check(page, await sampleCheckpoint(tree, 20), await sampleCheckpoint(other, 20));
    expect(said).toContain('Le registre a signé deux histoires');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save')]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('fil-fork/1');
    await page.context().close();
  });

  it('takes the text of a QR code from behind its address, and files', async () => {
    const page = await opened('fr-FR', `#${encodeURIComponent('6BFOXN')}`);
    expect(await page.inputValue('#paper-text')).toContain('6BFOXN');
    await page.setInputFiles('#trust-file', {
      name: 'trust',
      mimeType: 'text/plain',
      buffer: Buffer.from(POLICY_TEXT),
    });
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#trust-text')!.value !== '');
    await page.fill('#trust-text', '');
    await page.click('button[type=submit]');
    expect(await page.innerText('#problem')).toContain('fichier de confiance');
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('can be used by everyone in the %s scheme', async (colorScheme) => {
    const page = await opened('fr-FR');
    await page.emulateMedia({ colorScheme });
    await check(page, formatReceipt(await sampleReceipt(tree, 7, 20, shownFields(8))));
    await page.evaluate(axe.source);
    // As text: the compiler of the tests would rename `axe` inside a function.
    const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    if (folder) await page.screenshot({ path: `${folder}/verifier.${colorScheme}.narrow.png`, fullPage: true });
    await page.setViewportSize({ width: 1100, height: 900 });
    if (folder) await page.screenshot({ path: `${folder}/verifier.${colorScheme}.png`, fullPage: true });
    await page.context().close();
  });

  it('asks nothing of the network, and the browser complains of nothing', () => {
    expect(faults).toEqual([]);
  });
});

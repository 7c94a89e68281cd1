/** The real application with the invented commune, as a citizen uses it: in Chromium, without scripts. */
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../browser/describe-in-browser';
import { startApp, type RunningApp } from '../e2e/running-app';
import { eventually } from '../e2e/eventually';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

describeInBrowser('a citizen', (browser) => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp({ demonstration: true });
    await eventually('the common answer on the page of a member', async () => {
      const answer = await fetch(`${running.url}/api/v1/contributions?q=asseoir`);
      const { items } = (await answer.json()) as { items: { standing: string }[] };
      return items[0]?.standing === 'accepted';
    });
  });
  afterAll(() => running.close());

  const visit = async (path: string, language = 'fr-FR'): Promise<Page> => {
    const context = await browser().newContext({
      javaScriptEnabled: false,
      locale: language,
      viewport: { width: 1200, height: 900 },
    });
    const page = await context.newPage();
    await page.goto(running.url + path);
    return page;
  };

  it('goes from a word to the whole thread of one contribution', async () => {
    const page = await visit('/');
    await page.getByRole('searchbox').first().fill('asseoir');
    await page.getByRole('button', { name: 'Chercher' }).first().click();
    await page.getByRole('link', { name: 'S’asseoir à l’ombre' }).click();
    const words = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
    for (const said of [
      'j’ai 81 ans', // what was said
      'De l’ombre et de la pleine terre', // its synthesis
      'Divergences et points de vue minoritaires',
      'Retenue', // the answer
      'Adjointe aux espaces publics', // who decided
      'Conseil municipal',
      'Planter vingt-quatre arbres', // the commitment
      'Une conduite de gaz non signalée', // why it slipped
      'repoussée de', // by how much
      'J’ai compté dix-sept arbres', // the contest beside the claim
    ]) {
      expect(words).toContain(said);
    }
    await page.context().close();
  });

  it('finds her page by the number on her receipt, however it is typed', async () => {
    const { items } = (await (await fetch(`${running.url}/api/v1/contributions?q=asseoir`)).json()) as {
      items: { number: string }[];
    };
    const number = items[0]!.number;
    for (const typed of [number, number.toLowerCase(), ` ${number.replace('-', ' ')} `]) {
      const page = await visit('/');
      await page.getByRole('searchbox').first().fill(typed);
      await page.getByRole('button', { name: 'Chercher' }).first().click();
      expect(await page.locator('h1').innerText()).toBe('S’asseoir à l’ombre');
      await page.context().close();
    }
  });

  it('reads an answer that got worse, with the reason, and the one it replaced', async () => {
    const page = await visit('/contributions?q=terrasses');
    await page.getByRole('link', { name: /Étendre les terrasses/ }).click();
    const words = await page.locator('main').innerText();
    expect(words).toContain('Non retenue');
    expect(words).toContain('Retenu à titre d’essai pour un été');
    expect(words).toContain('avis défavorable');
    await page.context().close();
  });

  it('sees who waits longest, and that nobody promised an answer where nobody did', async () => {
    const page = await visit('/sans-reponse');
    const days = (await page.locator('.waiting-row .days').allInnerTexts()).map((text) =>
      Number(/(\d+)\s*jours?$/.exec(text.replaceAll(/\s+/g, ' ').trim())?.[1]),
    );
    expect(days.length).toBeGreaterThan(5);
    expect(days).toEqual([...days].sort((a, b) => b - a));
    await page.getByRole('link', { name: 'Marche exploratoire du quartier des Tanneries' }).first().click();
    expect(await page.locator('main').innerText()).toContain('Aucune autorité ne s’est engagée à répondre');
    await page.context().close();
  });

  it('does not read the words of a report with limited access, which counts all the same', async () => {
    const page = await visit('/sans-reponse');
    await page.getByRole('link', { name: 'Contribution dont le titre n’est pas public' }).click();
    const html = await page.content();
    expect(html).not.toContain('maison de santé');
    expect(page.url()).toContain('/contributions/');
    await page.context().close();
  });

  it.each([
    '/',
    '/contributions',
    '/sans-reponse',
    '/demarches',
    '/a-propos',
    '/accessibilite',
    '/contributions?q=zzzz',
  ])('%s is accessible and complete in both languages', async (path) => {
    for (const language of ['fr-FR', 'en-GB']) {
      const context = await browser().newContext({ locale: language, bypassCSP: true });
      const page = await context.newPage();
      const response = await page.goto(running.url + path);
      expect(response!.status()).toBe(200);
      expect(await page.locator('html').getAttribute('lang')).toBe(language.slice(0, 2));
      await page.evaluate(axe.source);
      // As text: the compiler of the tests would rename `axe` inside a function.
      const { violations } = await page.evaluate<AxeResults>(
        `axe.run(document, ${JSON.stringify({ runOnly: RULES })})`,
      );
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
      await context.close();
    }
  });

  it('is told in her language what to do when there is no such page', async () => {
    const page = await visit('/contributions/contribution-01890000-0000-7000-8000-000000000000', 'en-GB');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('main').innerText()).toMatch(/number|search/i);
    await page.context().close();
  });
});

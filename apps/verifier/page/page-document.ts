/** The one file that the page is: its script and style stand in it, and nothing else may be loaded. */
import { PAGE_STYLE } from './page-style';
import { PAGE_TEXTS, type PageText } from './page-texts';

/** French, until the script knows the reader's language. */
const text = (name: PageText, tag = 'span'): string => `<${tag} data-text="${name}">${PAGE_TEXTS[name].fr}</${tag}>`;

const field = (name: 'trust' | 'paper' | 'newer', rows: number): string => `
      <fieldset>
        <legend>${text(name)}</legend>
        <p id="${name}-hint">${text(`${name}Hint`)}</p>
        <label for="${name}-file">${text(`${name}File`)}</label>
        <input type="file" id="${name}-file" aria-describedby="${name}-hint">
        <label for="${name}-text">${text(`${name}Text`)}</label>
        <textarea id="${name}-text" rows="${rows}" spellcheck="false" autocomplete="off" autocapitalize="off" aria-describedby="${name}-hint"></textarea>
      </fieldset>`;

/** @param sha256Of base64 of the SHA-256 of a text: what the policy of the page admits by its hash */
export function pageDocument(script: string, sha256Of: (text: string) => string): string {
  // A closing tag within the script would end it.
  const safe = script.replaceAll('</', '<\\/');
  const policy = [
    `default-src 'none'`,
    `script-src 'sha256-${sha256Of(safe)}'`,
    `style-src 'sha256-${sha256Of(PAGE_STYLE)}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>${PAGE_TEXTS.title.fr}</title>
    <style>${PAGE_STYLE}</style>
  </head>
  <body>
    <header>
      <div class="languages" role="group" aria-label="Langue, language">
        <button type="button" data-language="fr" lang="fr" aria-pressed="true">Français</button>
        <button type="button" data-language="en" lang="en" aria-pressed="false">English</button>
      </div>
      <h1>${text('title')}</h1>
      <p>${text('intro')}</p>
    </header>
    <main>
      <noscript><p class="notice">Cette page calcule dans votre navigateur : elle a besoin de JavaScript. This page computes in your browser: it needs JavaScript.</p></noscript>
      <form id="form" novalidate>${field('trust', 5)}${field('paper', 8)}${field('newer', 4)}
        <p><button type="submit" class="main">${text('check')}</button></p>
        <p id="problem" role="alert"></p>
      </form>
      <section id="result" aria-live="polite" aria-labelledby="result-title" tabindex="-1" hidden>
        <h2 id="result-title">${text('result')}</h2>
        <p id="conclusion"></p>
        <ul id="findings"></ul>
        <div id="advice-part" hidden><h3>${text('whatToDo')}</h3><ul id="advice"></ul></div>
        <div id="shown-part" hidden><h3>${text('whatItSays')}</h3><dl id="shown"></dl></div>
        <p class="actions">
          <button type="button" id="print">${text('print')}</button>
          <button type="button" id="save" hidden>${text('saveProof')}</button>
        </p>
      </section>
    </main>
    <footer><p>${text('itself')}</p></footer>
    <script>${safe}</script>
  </body>
</html>
`;
}

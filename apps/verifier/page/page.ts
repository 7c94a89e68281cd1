/** The page: fields in, the same checks as the program's, findings out. */
import type { Label } from '@fil/facts/codes/label';
import { formatFork } from '@fil/log/transparency/fork-file';
import { parsePolicy, type Policy } from '@fil/log/transparency/policy';
import { Unreadable } from '@fil/log/transparency/unreadable';
import { checkPaper } from '../checks/check-paper';
import { hasFailed, type Outcome, type Verdict } from '../checks/finding';
import { PAGE_TEXTS, type PageText } from './page-texts';

type Language = 'fr' | 'en';

let language: Language = /^fr\b/i.test(navigator.language) ? 'fr' : 'en';
let shown: Verdict | null = null;

function element<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found as T;
}

const say = (said: Label): string => said[language];
const text = (name: PageText): string => say(PAGE_TEXTS[name]);
const field = (id: string): HTMLTextAreaElement => element<HTMLTextAreaElement>(id);

function speak(chosen: Language): void {
  language = chosen;
  document.documentElement.lang = chosen;
  document.title = text('title');
  for (const part of document.querySelectorAll<HTMLElement>('[data-text]')) {
    part.textContent = text(part.dataset.text as PageText);
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === chosen));
  }
  if (shown) show(shown);
}

/** What is wrong with the fields; nothing when they can be checked. */
function complain(words: string): void {
  element('problem').textContent = words;
  element('result').hidden = true;
  shown = null;
}

function givenPolicy(): Policy | null {
  const given = field('trust-text').value;
  if (given.trim() === '') {
    complain(text('noTrust'));
    field('trust-text').focus();
    return null;
  }
  try {
    return parsePolicy(`${given.replaceAll('\r', '').trimEnd()}\n`);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    complain(`${text('badTrust')} (${error.message}).`);
    field('trust-text').focus();
    return null;
  }
}

async function check(): Promise<void> {
  const policy = givenPolicy();
  if (!policy) return;
  const paper = field('paper-text').value;
  if (paper.trim() === '') {
    complain(text('noPaper'));
    field('paper-text').focus();
    return;
  }
  const newer = field('newer-text').value.replaceAll('\r', '').trim();
  complain('');
  show(
    await checkPaper(paper, {
      policy,
      now: Math.floor(Date.now() / 1000),
      ...(newer === '' ? {} : { newer: `${newer}\n` }),
    }),
  );
  element('result').focus();
}

function show(verdict: Verdict): void {
  shown = verdict;
  const { findings, advice, shown: lines, forks } = verdict;
  const state = hasFailed(verdict) ? 'wrong' : findings.some(({ outcome }) => outcome === 'caution') ? 'open' : 'right';
  const conclusion = element('conclusion');
  conclusion.textContent = text(state);
  conclusion.className = state;
  element('findings').replaceChildren(...findings.map(({ outcome, said }) => findingLine(outcome, say(said))));
  element('advice').replaceChildren(...advice.map((one) => made('li', say(one))));
  element('advice-part').hidden = advice.length === 0;
  element('shown').replaceChildren(
    ...lines.flatMap(({ name, value }) => [made('dt', say(name)), made('dd', say(value))]),
  );
  element('shown-part').hidden = lines.length === 0;
  element('save').hidden = forks.length === 0;
  element('result').hidden = false;
}

const CLASSES: Readonly<Record<Outcome, string>> = { passed: 'right', caution: 'open', failed: 'wrong' };

function findingLine(outcome: Outcome, words: string): HTMLElement {
  const line = document.createElement('li');
  const mark = made('span', text(outcome));
  mark.className = `mark ${CLASSES[outcome]}`;
  line.append(mark, made('span', words));
  return line;
}

/** Words are only ever put in as text: what a receipt holds is anybody's. */
function made(tag: string, words: string): HTMLElement {
  const part = document.createElement(tag);
  part.textContent = words;
  return part;
}

function saveProof(): void {
  const fork = shown?.forks[0];
  if (!fork) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([formatFork(fork)], { type: 'application/json' }));
  link.download = `fork-${fork.older.size}-${fork.newer.size}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}

for (const name of ['trust', 'paper', 'newer'] as const) {
  element<HTMLInputElement>(`${name}-file`).addEventListener('change', ({ target }) => {
    const file = (target as HTMLInputElement).files?.[0];
    if (file) void file.text().then((content) => (field(`${name}-text`).value = content));
  });
}
for (const button of document.querySelectorAll<HTMLElement>('[data-language]')) {
  button.addEventListener('click', () => speak(button.dataset.language as Language));
}
element('form').addEventListener('submit', (event) => {
  event.preventDefault();
  void check();
});
element('print').addEventListener('click', () => window.print());
element('save').addEventListener('click', saveProof);
// A QR code may lead here: what stands behind # is never sent to a server.
if (location.hash.length > 1) field('paper-text').value = location.hash;
speak(language);

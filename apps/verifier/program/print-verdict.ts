/** A verdict, line by line. What a receipt or a mirror says is not let at the terminal as it is. */
import type { Label } from '@fil/facts/codes/label';
import { hasFailed, joined, type Outcome, type Verdict } from '../checks/finding';
import type { VerifierTerminal } from './verifier-terminal';

const MARKS: Readonly<Record<Outcome, Label>> = {
  passed: { fr: '[bien]   ', en: '[ok]     ' },
  caution: { fr: '[à voir] ', en: '[note]   ' },
  failed: { fr: '[DÉFAUT] ', en: '[FAULT]  ' },
};

export function printVerdict(verdict: Verdict, terminal: VerifierTerminal): void {
  const print = ({ fr, en }: Label): void => terminal.print({ fr: harmless(fr), en: harmless(en) });
  for (const { outcome, said } of verdict.findings) print(joined(MARKS[outcome], said));
  if (verdict.shown.length > 0) terminal.print({ fr: '', en: '' });
  for (const { name, value } of verdict.shown) {
    print({ fr: `${name.fr} : ${value.fr}`, en: `${name.en}: ${value.en}` });
  }
  terminal.print({ fr: '', en: '' });
  terminal.print(conclusion(verdict));
  for (const advice of verdict.advice) print({ fr: `→ ${advice.fr}`, en: `→ ${advice.en}` });
}

/** Without control characters and marks that turn the direction of writing; further lines indented, so that none is ours. */
const harmless = (text: string): string =>
  text
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
    .replaceAll('\n', '\n    ');

export function conclusion(verdict: Pick<Verdict, 'findings'>): Label {
  if (hasFailed(verdict)) {
    return { fr: 'La vérification a échoué : voir [DÉFAUT].', en: 'The check has failed: see [FAULT].' };
  }
  return verdict.findings.some(({ outcome }) => outcome === 'caution')
    ? {
        fr: 'Rien n’est faux ; ce qui est marqué [à voir] n’a pas pu être prouvé ici.',
        en: 'Nothing is wrong; what is marked [note] could not be proved here.',
      }
    : { fr: 'Tout est juste.', en: 'Everything is right.' };
}

/** What to do after a check: said once, at the end. */
import type { Label } from '@fil/facts/codes/label';
import type { Fork } from '@fil/log/transparency/misconduct';
import { KEEP_THIS_RECEIPT, WHAT_TO_DO } from '@fil/log/transparency/receipt-failures';
import type { Finding } from './finding';

const BY_CHECK: Readonly<Record<string, Label>> = {
  ...WHAT_TO_DO,
  fork: {
    fr: 'Enregistrez la preuve et les deux états, gardez-en copie hors de l’institution, et portez-les au comité d’évaluation, aux témoins et à la presse : chacun peut les vérifier seul.',
    en: 'Save the proof and both states, keep a copy outside the institution, and take them to the evaluation committee, the witnesses and the press: anyone can check them alone.',
  },
  promiseBroken: {
    fr: 'Portez la promesse et l’état du registre au comité d’évaluation : ensemble, ils prouvent que l’inscription promise manque.',
    en: 'Take the promise and the state of the register to the evaluation committee: together they prove that the promised entry is missing.',
  },
};

const ELSE: Label = {
  fr: 'Notez quand et d’où vient ce que vous avez vérifié, et portez-le au comité d’évaluation.',
  en: 'Note when and from where you got what you checked, and take it to the evaluation committee.',
};

export const KEEP_THIS_COPY: Label = {
  fr: 'Conservez cette copie du registre telle quelle : elle peut être la preuve d’une faute.',
  en: 'Keep this copy of the register as it is: it may be proof of misconduct.',
};

/** Of what is wrong rather than merely unreadable or early: 04 §3.7, last paragraph. */
const INNOCENT: ReadonlySet<string> = new Set(['unreadable', 'unknownRegister']);

export function adviceOn(
  findings: readonly Finding[],
  forks: readonly Fork[] = [],
  keep: Label = KEEP_THIS_RECEIPT,
): Label[] {
  const wrong = findings.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check);
  if (wrong.length === 0) {
    return findings.some(({ check }) => check === 'oldState') ? [WHAT_TO_DO.oldState] : [];
  }
  const advice = new Set(wrong.map((check) => BY_CHECK[check] ?? ELSE));
  if (forks.length > 0) advice.add(BY_CHECK.fork!);
  if (wrong.every((check) => INNOCENT.has(check))) return [...advice];
  return [keep, ...advice];
}

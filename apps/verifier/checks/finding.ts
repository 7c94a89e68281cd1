/** What a check says, for a person and for a program. */
import type { Label } from '@fil/facts/codes/label';
import type { Fork } from '@fil/log/transparency/misconduct';

/** `caution`: not shown to be wrong, and not shown to be right. */
export type Outcome = 'passed' | 'caution' | 'failed';

export interface Finding {
  /** Which check: a name for programs. */
  readonly check: string;
  readonly outcome: Outcome;
  readonly said: Label;
}

/** A line of what the paper or the file says, once it is known whether it can be believed. */
export interface Shown {
  readonly name: Label;
  readonly value: Label;
}

export interface Verdict {
  readonly findings: readonly Finding[];
  readonly shown: readonly Shown[];
  /** What to do now; empty when everything is right. */
  readonly advice: readonly Label[];
  /** Proofs that the log signed two histories: to be kept and shown. */
  readonly forks: readonly Fork[];
}

export const passed = (check: string, said: Label): Finding => ({ check, outcome: 'passed', said });
export const caution = (check: string, said: Label): Finding => ({ check, outcome: 'caution', said });
export const failed = (check: string, said: Label): Finding => ({ check, outcome: 'failed', said });

export const hasFailed = ({ findings }: Pick<Verdict, 'findings'>): boolean =>
  findings.some(({ outcome }) => outcome === 'failed');

/** The same in every language. */
export const asIs = (value: string): Label => ({ fr: value, en: value });

/** What is wrong with a form, in the words of whoever wrote the check: for whoever made the file. */
export const detail = (message: string): Label => ({
  fr: ` (détail pour les techniciens : ${message})`,
  en: ` (detail for technicians: ${message})`,
});

export const joined = (...parts: readonly Label[]): Label => ({
  fr: parts.map(({ fr }) => fr).join(''),
  en: parts.map(({ en }) => en).join(''),
});

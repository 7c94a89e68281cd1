import type { Label } from '@fil/facts/codes/label';
import { type Finding, plain, warning } from './finding';
import { whyNot } from './why-not';

/** One thing to look at. It changes nothing. */
export interface Check {
  /** Stable name, for machines. */
  readonly name: string;
  readonly title: Label;
  readonly look: () => Promise<readonly Finding[]>;
}

export interface Looked {
  readonly check: Pick<Check, 'name' | 'title'>;
  readonly findings: readonly Finding[];
}

/** What could not be looked at is said rather than passed over. */
export async function lookAt({ name, title, look }: Check): Promise<Looked> {
  try {
    return { check: { name, title }, findings: await look() };
  } catch (error) {
    return { check: { name, title }, findings: [notExamined(name, whyNot(error))] };
  }
}

export const notExamined = (name: string, why: string): Finding =>
  warning(`${name}.notExamined`, {
    title: { fr: 'N’a pas pu être examiné', en: 'Could not be examined' },
    detail: plain(why),
    whatToDo: {
      fr: 'Corrigez ce qui est signalé plus haut, ou ce que dit ce motif, puis relancez « fil doctor ».',
      en: 'Mend what is told above, or what this reason says, then run "fil doctor" again.',
    },
  });

import type { Label } from '@fil/facts/codes/label';
import { ProblemError } from '../http/problem';
import { en } from '../texts/en';
import { fr, type Texts } from '../texts/fr';

/** A problem with a title of its own, for the person who reads the page. */
export class PageProblem extends ProblemError {
  constructor(
    status: number,
    rule: string,
    readonly title: Label,
    detail: Label,
  ) {
    super(status, rule, detail);
  }
}

/** A text in both languages. */
export const bilingual = (text: (t: Texts) => string): Label => ({ fr: text(fr), en: text(en) });

/** What each component of a page is given: the reader's language and texts, the register, where she is. */
import type { Label } from '@fil/facts/codes/label';
import type { Language } from '../language';
import { textsIn } from '../texts/texts';
import type { Texts } from '../texts/fr';
import type { SiteSettings } from './site-settings';
import { addressOf, type Parameters, type Visit } from './visit';

export interface Frame {
  readonly language: Language;
  readonly t: Texts;
  readonly site: SiteSettings;
  readonly visit: Visit;
  /** Name of a code in the reader's language. */
  readonly label: (label: Label) => string;
  readonly to: (path: string, parameters?: Parameters) => string;
}

export const frameOf = (visit: Visit, site: SiteSettings): Frame => ({
  language: visit.language,
  t: textsIn(visit.language),
  site,
  visit,
  label: (label) => label[visit.language],
  to: (path, parameters) => addressOf(visit, path, parameters),
});

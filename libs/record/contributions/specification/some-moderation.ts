/** For tests: what is decided about showing a contribution's words. */
import { rulesPublished } from '@fil/facts/events/consultation.events';
import {
  appealDecided,
  appealLodged,
  contributionDeclaredInadmissible,
  contributionNotPublished,
  contributionRedacted,
  disclosureAuthorisationGiven,
  disclosureAuthorised,
  guarantorOpinionGiven,
} from '@fil/facts/events/moderation.events';
import { event, type DataOf, type NewEvent } from '@fil/facts/kit/event-definition';
import { someId, TODAY } from '../../deciding/specification/given-when-then';
import type { Mandate } from '../mandate-of';
import { depositFrom, mandate } from './some-mandate';

export const GUARANTOR = someId('guarantor');
export const rules = (version = 1): NewEvent =>
  event(rulesPublished, { occurredOn: '2026-02-01', data: { version }, words: { rules: { fr: 'Article 4.' } } });
export const mandateWithRules = (
  appealWithin?: DataOf<typeof import('@fil/facts/events/consultation.events').consultationOpened>['appealWithin'],
): Mandate => mandate({ appealWithin }, [depositFrom('2026-03-01'), rules()]);

export const notPublished = event(contributionNotPublished, {
  data: { ground: 'privacy', decidedBy: 'maire', authorTold: 'letter', appealBy: '2026-05-03' },
  words: {},
});
export const declaredInadmissible = (appealBy = '2026-05-03'): NewEvent =>
  event(contributionDeclaredInadmissible, {
    data: { rulesVersion: 1, article: 'article-4', decidedBy: 'maire', authorTold: 'letter', appealBy },
    words: { reason: { fr: 'Un tract.' } },
  });
export const lodged = (about: string): NewEvent =>
  event(appealLodged, { data: { event: about }, words: { text: { fr: 'C’est une proposition.' } } });
export const opinion = (appeal: string, given: 'upheld' | 'reversed' = 'reversed'): NewEvent =>
  event(guarantorOpinionGiven, {
    data: { appeal, guarantor: GUARANTOR, opinion: given },
    words: { text: { fr: 'L’article 4 ne vise pas ce texte.' } },
  });
export const decided = (appeal: string, result: 'upheld' | 'reversed' = 'reversed'): NewEvent =>
  event(appealDecided, {
    data: { appeal, result, decidedBy: 'adjointe', opinion: null, authorTold: 'letter' },
    words: {},
  });
export const redacted = (about: string, ...paths: string[]): NewEvent =>
  event(contributionRedacted, {
    data: { event: about, paths, ground: 'judgementOnPerson', decidedBy: 'maire', authorTold: 'letter' },
    words: { shownInstead: paths.map(() => ({ fr: '[…]' })) },
  });
export const disclosed = event(disclosureAuthorised, { data: { decidedBy: 'maire' }, words: {} });

export const authorisation = (change: Partial<DataOf<typeof disclosureAuthorisationGiven>> = {}): NewEvent =>
  event(disclosureAuthorisationGiven, {
    data: {
      authorisation: 'terrain',
      consultations: [],
      themes: [],
      territories: [],
      from: '2026-01-01',
      until: TODAY,
      decidedBy: 'maire',
      ...change,
    },
    words: { conditions: { fr: 'Sans nom ni adresse.' } },
  });

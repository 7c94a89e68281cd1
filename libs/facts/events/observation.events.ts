/**
 * What anybody says of a decision or a commitment once collection is closed. No account and no author's key stand behind
 * it: it waits for the office, which publishes it as it is or without what may not be shown; its number is public.
 */
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
import { eventId, fieldPath, flag } from '../kit/fact-fields';
import { contact, optionalSealed, text } from '../kit/sealed-fields';

type Observed = 'decision' | 'commitment';

const left = <A extends Observed>(aggregate: A) =>
  defineEvent(`${aggregate}.observationLeft/1`, {
    meaning: {
      fr: 'Une observation est laissée après la clôture ; elle attend d’être publiée.',
      en: 'An observation is left after the close; it waits to be published.',
    },
    sealed: {
      text: text({ audience: 'office' }),
      contact: optionalSealed(contact({ audience: 'person' })),
    },
  });

const published = <A extends Observed>(aggregate: A) =>
  defineEvent(`${aggregate}.observationPublished/1`, {
    meaning: { fr: 'Une observation est publiée.', en: 'An observation is published.' },
    facts: {
      observation: eventId,
      path: explained(fieldPath, { fr: 'Ce qui en est publié.', en: 'What of it is published.' }),
      shortened: explained(flag, {
        fr: 'Vrai si ce qui ne peut être montré a été remplacé.',
        en: 'True where what may not be shown was replaced.',
      }),
    },
    madeFrom: { event: 'observation', path: 'path' },
    sealed: { text: text() },
  });

export const OBSERVATION_LEFT = { decision: left('decision'), commitment: left('commitment') } as const;
export const OBSERVATION_PUBLISHED = { decision: published('decision'), commitment: published('commitment') } as const;

export const OBSERVATION_EVENTS = [
  ...Object.values(OBSERVATION_LEFT),
  ...Object.values(OBSERVATION_PUBLISHED),
] as const;

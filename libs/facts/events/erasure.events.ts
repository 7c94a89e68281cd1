/** Erasure of sealed values: itself a fact, with its ground and the office that ordered it. */
import { ERASURE_GROUNDS, ERASURE_REFUSAL_GROUNDS } from '../codes/decision';
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
import { AGGREGATES } from '../kit/aggregates';
import { code, eventId, fieldPath, flag, list, localCode, object, ref } from '../kit/fact-fields';
import { optionalSealed, text } from '../kit/sealed-fields';

const target = ref(...AGGREGATES);

/** The fence stands from here: a key that is gone is never minted again. */
export const erasureOrdered = defineEvent('erasure.ordered/1', {
  meaning: {
    fr: 'L’effacement de champs scellés, ou de tout ce qui est d’une personne, est ordonné.',
    en: 'The erasure of sealed fields, or of all that is a person’s, is ordered.',
  },
  facts: {
    target,
    fields: list(object({ event: eventId, path: fieldPath })),
    wholeSubject: explained(flag, {
      fr: 'Tout ce qui est de la personne : sa clé est détruite.',
      en: 'Everything that is the person’s: her key is destroyed.',
    }),
    ground: code(ERASURE_GROUNDS),
    office: localCode,
  },
  sealed: { explanation: optionalSealed(text({ audience: 'office' })) },
  refeeds: 'target',
});

export const erasureCarriedOut = defineEvent('erasure.carriedOut/1', {
  meaning: { fr: 'L’effacement ordonné a été exécuté.', en: 'The erasure that was ordered has been carried out.' },
  facts: { target, places: list(code(['key', 'openings', 'projections', 'queues', 'exports', 'mails'] as const)) },
  refeeds: 'target',
});

/** The request is refused, and says why: what an authority received is a public archive (C. patrimoine L212-3, L214-3). */
export const erasureRefused = defineEvent('erasure.refused/1', {
  meaning: {
    fr: 'Une demande d’effacement est refusée, avec le motif de droit.',
    en: 'A request for erasure is refused, with its legal ground.',
  },
  facts: { target, ground: code(ERASURE_REFUSAL_GROUNDS), office: localCode },
  sealed: { explanation: optionalSealed(text({ audience: 'office' })) },
});

export const ERASURE_EVENTS = [erasureOrdered, erasureCarriedOut, erasureRefused] as const;

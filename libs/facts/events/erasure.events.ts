/** Erasure of sealed values: itself a fact, with its ground and the office that ordered it. */
import {
  ERASURE_GROUNDS,
  ERASURE_PLACES,
  ERASURE_REFUSAL_GROUNDS,
  ERASURE_REQUESTERS,
  ERASURE_SCOPES,
} from '../codes/erasure';
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
import { AGGREGATES } from '../kit/aggregates';
import {
  code,
  eventId,
  fieldPath,
  flag,
  legalReference,
  list,
  localCode,
  object,
  optional,
  ref,
} from '../kit/fact-fields';
import { optionalSealed, text } from '../kit/sealed-fields';
import { upcast } from '../kit/upcast';

const target = ref(...AGGREGATES);
const fields = list(object({ event: eventId, path: fieldPath }));
/** Why, for the office. */
const explanation = { explanation: optionalSealed(text({ audience: 'office' })) };

/**
 * What a person asks for (GDPR art. 17), decided upon in the same stream: ordered, or refused. Her words to the office are
 * among what an order that answers it erases.
 */
export const erasureRequested = defineEvent('erasure.requested/1', {
  meaning: {
    fr: 'L’effacement de données est demandé par leur auteur, ou en son nom par un service.',
    en: 'The erasure of data is asked for by their author, or by an office on the author’s behalf.',
  },
  facts: {
    target,
    what: code(ERASURE_SCOPES),
    fields,
    by: code(ERASURE_REQUESTERS),
    office: explained(optional(localCode), {
      fr: 'Le service qui a reçu la demande, quand elle n’a pas été faite avec la clé d’auteur.',
      en: 'The office that received the request, when it was not made with the author’s key.',
    }),
    consultation: explained(optional(ref('consultation')), {
      fr: 'La démarche de l’objet : son organisateur doit une réponse.',
      en: 'The consultation of the object: its organiser owes an answer.',
    }),
  },
  sealed: { words: optionalSealed(text({ audience: 'office' })) },
});

const orderMeaning = {
  fr: 'L’effacement de champs scellés, ou de tout ce qui est d’une personne, est ordonné.',
  en: 'The erasure of sealed fields, or of all that is a person’s, is ordered.',
};
const orderFacts = {
  target,
  fields,
  wholeSubject: explained(flag, {
    fr: 'Tout ce qui est de la personne : sa clé est détruite.',
    en: 'Everything that is the person’s: her key is destroyed.',
  }),
  ground: code(ERASURE_GROUNDS),
  office: localCode,
};

const erasureOrdered1 = defineEvent('erasure.ordered/1', {
  meaning: orderMeaning,
  facts: orderFacts,
  sealed: explanation,
  refeeds: 'target',
});

/** The fence stands from here: a key that is gone is never minted again. */
export const erasureOrdered = defineEvent('erasure.ordered/2', {
  meaning: orderMeaning,
  facts: {
    ...orderFacts,
    archivesVisa: explained(optional(legalReference), {
      fr: 'Le visa des archives, quand des archives publiques sont éliminées (C. patrimoine, art. L212-3 et R212-14).',
      en: 'The visa of the archives, when public archives are disposed of (C. patrimoine, art. L212-3 and R212-14).',
    }),
  },
  sealed: explanation,
  refeeds: 'target',
});

export const ERASURE_UPCASTS = [upcast(erasureOrdered1, erasureOrdered, { facts: (facts) => facts })];

export const erasureCarriedOut = defineEvent('erasure.carriedOut/1', {
  meaning: { fr: 'L’effacement ordonné a été exécuté.', en: 'The erasure that was ordered has been carried out.' },
  facts: { target, places: list(code(ERASURE_PLACES)) },
  refeeds: 'target',
});

/** The request is refused, and says why: what an authority received is a public archive (C. patrimoine L212-3, L214-3). */
export const erasureRefused = defineEvent('erasure.refused/1', {
  meaning: {
    fr: 'Une demande d’effacement est refusée, avec le motif de droit.',
    en: 'A request for erasure is refused, with its legal ground.',
  },
  facts: { target, ground: code(ERASURE_REFUSAL_GROUNDS), office: localCode },
  sealed: explanation,
});

export const ERASURE_EVENTS = [erasureRequested, erasureOrdered, erasureCarriedOut, erasureRefused] as const;

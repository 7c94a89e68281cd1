/** Erasure of sealed values: itself a fact, with its ground and the office that ordered it. */
import { ERASURE_GROUNDS } from '../codes/decision';
import { defineEvent } from '../kit/event-definition';
import { AGGREGATES } from '../kit/aggregates';
import { code, eventId, fieldPath, flag, list, localCode, object, ref } from '../kit/fact-fields';
import { optionalSealed, text } from '../kit/sealed-fields';

const target = ref(...AGGREGATES);

/** The fence stands from here: a key that is gone is never minted again. */
export const erasureOrdered = defineEvent('erasure.ordered/1', {
  facts: {
    target,
    fields: list(object({ event: eventId, path: fieldPath })),
    /** Every field of the person behind the target: her key is destroyed. */
    wholeSubject: flag,
    ground: code(ERASURE_GROUNDS),
    office: localCode,
  },
  sealed: { explanation: optionalSealed(text({ audience: 'office' })) },
  refeeds: 'target',
});

export const erasureCarriedOut = defineEvent('erasure.carriedOut/1', {
  facts: { target, places: list(code(['key', 'openings', 'projections', 'queues', 'exports', 'mails'] as const)) },
  refeeds: 'target',
});

export const ERASURE_EVENTS = [erasureOrdered, erasureCarriedOut] as const;

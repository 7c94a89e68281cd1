/** A consultation and its mandate: what is open, what is not and why, who answers and by when. */
import { CHANNELS } from '../codes/contribution';
import { CONSTRAINT_KINDS, LEVELS, ORIGINS, PATH_ROLES, WORDS_PUBLIC } from '../codes/consultation';
import { defineEvent } from '../kit/event-definition';
import {
  cents,
  code,
  date,
  flag,
  integer,
  list,
  localCode,
  object,
  optional,
  ref,
  sourceId,
  sourceName,
  when,
} from '../kit/fact-fields';
import { line, listSealed, optionalSealed, sourced, text } from '../kit/sealed-fields';

/**
 * The promise to answer: a time after the close, or a date. One of the two.
 * `months` run from date to date, clamped to the end of a shorter month.
 */
export const answerPromise = object({
  amount: optional(integer(1, 3660)),
  unit: optional(code(['calendarDays', 'weeks', 'months'] as const)),
  by: optional(date),
});

export const consultationOpened = defineEvent('consultation.opened/1', {
  facts: {
    organiser: ref('authority'),
    level: code(LEVELS),
    origin: optional(code(ORIGINS)),
    /** Who is asked to answer. None, or none with a promise: every page says that no authority undertook to answer. */
    addressees: list(object({ authority: ref('authority'), promise: optional(answerPromise) }), 20),
    orderedBy: optional(localCode),
    animatedBy: optional(localCode),
    amountAtStake: optional(cents),
    recordedAfterwards: optional(flag),
    source: optional(object({ name: sourceName, id: sourceId })),
    /** Texts at `/openPointTexts/<n>`, in this order. */
    openPoints: list(object({ id: localCode }), 100),
    /** Texts and sources at `/constraintTexts/<n>`, in this order. */
    constraints: list(object({ id: localCode, kind: code(CONSTRAINT_KINDS) }), 100),
    decisionPath: list(
      object({ step: localCode, body: localCode, role: code(PATH_ROLES), expectedOn: optional(when) }),
      50,
    ),
    channels: list(code(CHANNELS)),
    depositPeriod: optional(when),
    themes: list(localCode),
    wordsPublic: code(WORDS_PUBLIC),
  },
  sealed: {
    title: text(),
    summary: optionalSealed(text()),
    openPointTexts: listSealed(text()),
    constraintTexts: listSealed(sourced()),
    sourceAddress: optionalSealed(line()),
  },
});

export const depositOpened = defineEvent('consultation.depositOpened/1', { facts: { until: optional(date) } });
export const depositClosed = defineEvent('consultation.depositClosed/1', {});

export const CONSULTATION_EVENTS = [consultationOpened, depositOpened, depositClosed] as const;

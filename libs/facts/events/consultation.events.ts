/** A consultation and its mandate: what is open, what is not and why, who answers and by when. */
import { CHANNELS } from '../codes/contribution';
import { CONSTRAINT_KINDS, LEVELS, ORIGINS, PATH_ROLES, WORDS_PUBLIC } from '../codes/consultation';
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
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
  meaning: {
    fr: 'Une démarche est ouverte avec son mandat : ce qui est ouvert, ce qui ne l’est pas, qui répond et quand.',
    en: 'A consultation is opened with its mandate: what is open, what is not, who answers and by when.',
  },
  facts: {
    organiser: ref('authority'),
    level: code(LEVELS),
    origin: optional(code(ORIGINS)),
    addressees: explained(list(object({ authority: ref('authority'), promise: optional(answerPromise) }), 20), {
      fr: 'À qui il est demandé de répondre, et ce qui a été promis : un délai après la clôture, ou une date. Sans promesse, chaque page dit qu’aucune autorité ne s’est engagée à répondre.',
      en: 'Who is asked to answer, and what was promised: a time after the close, or a date. Without a promise every page says that no authority undertook to answer.',
    }),
    orderedBy: optional(localCode),
    animatedBy: optional(localCode),
    amountAtStake: optional(cents),
    recordedAfterwards: explained(optional(flag), {
      fr: 'La démarche a été inscrite après coup.',
      en: 'The consultation was entered after it had been held.',
    }),
    source: optional(object({ name: sourceName, id: sourceId })),
    openPoints: explained(list(object({ id: localCode }), 100), {
      fr: 'Ce qui est ouvert ; les textes sont dans openPointTexts, dans cet ordre.',
      en: 'What is open; the texts are in openPointTexts, in this order.',
    }),
    constraints: explained(list(object({ id: localCode, kind: code(CONSTRAINT_KINDS) }), 100), {
      fr: 'Ce qui ne l’est pas ; les textes et leurs sources sont dans constraintTexts, dans cet ordre.',
      en: 'What is not; the texts and their sources are in constraintTexts, in this order.',
    }),
    decisionPath: list(
      object({ step: localCode, body: localCode, role: code(PATH_ROLES), expectedOn: optional(when) }),
      50,
    ),
    channels: list(code(CHANNELS)),
    depositPeriod: optional(when),
    themes: list(localCode),
    wordsPublic: explained(code(WORDS_PUBLIC), {
      fr: 'Quand les mots des contributions deviennent publics.',
      en: 'When the words of contributions become public.',
    }),
  },
  sealed: {
    title: text(),
    summary: optionalSealed(text()),
    openPointTexts: listSealed(text()),
    constraintTexts: listSealed(sourced()),
    sourceAddress: optionalSealed(line()),
  },
});

export const depositOpened = defineEvent('consultation.depositOpened/1', {
  meaning: { fr: 'Le dépôt des contributions est ouvert.', en: 'Contributions may be deposited from now on.' },
  facts: { until: optional(date) },
});
export const depositClosed = defineEvent('consultation.depositClosed/1', {
  meaning: { fr: 'Le dépôt des contributions est clos.', en: 'Contributions may no longer be deposited.' },
});

export const CONSULTATION_EVENTS = [consultationOpened, depositOpened, depositClosed] as const;

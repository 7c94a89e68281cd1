/**
 * What became of deadlines. A deadline that runs or was met is computed from its rule and its trigger (facts/deadlines);
 * the log keeps what a computation alone cannot: that the clock found it missed, that its day moved, that nothing more is
 * owed, that the clock was wrong; and deadlines whose trigger is no event of this register.
 */
import { BASIS_KINDS, DEADLINE_OUTPUTS, DEADLINE_OWERS, DEADLINE_TRIGGERS, DEADLINE_UNITS } from '../codes/deadline';
import { ARITHMETIC_STEPS, MOVE_CAUSES, NON_WORKING, OVERSIGHTS, WAIVER_GROUNDS } from '../codes/deadline-course';
import { HOLIDAYS } from '../codes/holiday';
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
import {
  code,
  count,
  date,
  eventId,
  instant,
  integer,
  list,
  localCode,
  nullable,
  object,
  optional,
  ref,
  ruleCode,
  sourceId,
} from '../kit/fact-fields';
import { line, listSealed, optionalSealed, text } from '../kit/sealed-fields';

/** What a deadline may be about. */
export const DEADLINE_OBJECTS = [
  'authority',
  'consultation',
  'encounter',
  'contribution',
  'synthesis',
  'guarantor',
  'decision',
  'commitment',
  'committee',
  'evaluation',
  'report',
] as const;
const about = ref(...DEADLINE_OBJECTS);
const place = object({ stream: ref(...DEADLINE_OBJECTS, 'deadline'), event: eventId });

export const arithmetic = explained(
  list(
    object({
      step: code(ARITHMETIC_STEPS),
      on: optional(date),
      to: optional(date),
      amount: optional(integer(0, 3660)),
      unit: optional(code(DEADLINE_UNITS)),
      why: optional(code(NON_WORKING)),
      holiday: optional(code(HOLIDAYS)),
      session: optional(localCode),
      body: optional(localCode),
    }),
  ),
  {
    fr: 'Le calcul de l’échéance, pas à pas : une page l’explique sans le refaire.',
    en: 'How the day was counted, step by step: a page explains it without counting again.',
  },
);

/** Which deadline it is, in every event of its stream: the rule in the version of its trigger, and the trigger. */
const WHICH = {
  rule: ruleCode,
  ruleVersion: explained(integer(1, 10_000), {
    fr: 'La version de la règle en vigueur au déclenchement.',
    en: 'The version of the rule in force at the trigger.',
  }),
  trigger: explained(place, {
    fr: 'L’événement qui a fait courir le délai, et son objet.',
    en: 'The event that started it, and its object.',
  }),
} as const;

export const deadlineOpened = defineEvent('deadline.opened/1', {
  meaning: {
    fr: 'Un délai est suivi à la demande : ce qui le fait courir n’est pas un événement de ce registre.',
    en: 'A deadline is followed on request: what started it is no event of this register.',
  },
  facts: {
    authority: ref('authority'),
    rule: ruleCode,
    ruleVersion: WHICH.ruleVersion,
    startedBy: explained(code(DEADLINE_TRIGGERS), { fr: 'Ce qui le fait courir.', en: 'What started it.' }),
    startedOn: date,
    output: code(DEADLINE_OUTPUTS),
    owes: code(DEADLINE_OWERS),
    owner: explained(optional(localCode), {
      fr: 'Le service ou la fonction qui en répond.',
      en: 'The department or function accountable for it.',
    }),
    about: optional(about),
    reference: explained(optional(sourceId), {
      fr: 'Le numéro de la demande dans le registre d’où elle vient, jamais un nom.',
      en: 'The number of the request where it comes from, never a name.',
    }),
    by: explained(optional(date), {
      fr: 'Pour une règle « promised » : la date promise.',
      en: 'For a rule "promised": the date that was promised.',
    }),
    basisKind: code(BASIS_KINDS),
    dueOn: explained(nullable(date), {
      fr: 'Dernier jour ; null tant qu’aucune séance n’est inscrite au calendrier.',
      en: 'Last day; null while no session is in the calendar.',
    }),
    arithmetic,
  },
  sealed: { subject: optionalSealed(text()), reason: text() },
});

export const deadlineMet = defineEvent('deadline.met/1', {
  meaning: {
    fr: 'Ce que devait un délai suivi à la demande a été produit, avec ses justificatifs.',
    en: 'What a deadline followed on request asked for was produced, with its evidence.',
  },
  facts: { ...WHICH, evidenceCount: count },
  sealed: { note: optionalSealed(text()), evidence: listSealed(line()) },
});

export const deadlineMissed = defineEvent('deadline.missed/1', {
  meaning: {
    fr: 'L’horloge constate qu’un délai est dépassé : le jour est passé, et rien n’avait été inscrit à temps.',
    en: 'The clock finds that a deadline was missed: the day is over, and nothing had been recorded in time.',
  },
  facts: {
    ...WHICH,
    basisKind: code(BASIS_KINDS),
    dueOn: date,
    dueUntil: explained(instant, {
      fr: 'L’instant où ce jour s’achève à Paris.',
      en: 'The instant at which that day ends in Paris.',
    }),
    owed: explained(list(object({ object: about, event: optional(eventId), recordedAt: optional(instant) })), {
      fr: 'Ce pour quoi c’était dû, et, si c’est venu depuis, l’événement et l’instant où il a été inscrit. Au plus 500 par événement : au-delà, plusieurs événements se suivent.',
      en: 'For what it was owed, and, where it has come since, the event and the instant it was recorded. At most 500 per event: beyond, several events follow each other.',
    }),
    owedInAll: explained(count, {
      fr: 'Combien en tout, tous événements réunis.',
      en: 'How many in all, over all these events.',
    }),
    inAll: explained(count, { fr: 'Sur combien.', en: 'Of how many.' }),
    arithmetic,
  },
});

export const deadlineMoved = defineEvent('deadline.moved/1', {
  meaning: {
    fr: 'L’échéance d’un délai qui court est déplacée : l’ancienne, la nouvelle et ce qui en est la cause.',
    en: 'The day of a running deadline moves: the old one, the new one and what caused it.',
  },
  facts: {
    ...WHICH,
    from: nullable(date),
    to: explained(nullable(date), { fr: 'null : il n’a plus de date.', en: 'null: it has no date any more.' }),
    why: code(MOVE_CAUSES),
    movedBy: explained(place, { fr: 'L’événement qui en est la cause.', en: 'The event that caused it.' }),
    arithmetic,
  },
});

export const deadlineWaived = defineEvent('deadline.waived/1', {
  meaning: {
    fr: 'Plus rien n’est dû au titre d’un délai ; le fondement est dit.',
    en: 'Nothing more is owed under a deadline; the ground is said.',
  },
  facts: { ...WHICH, ground: code(WAIVER_GROUNDS) },
  sealed: { reason: text() },
});

/** Both stay: what the clock found, and that it was wrong. */
export const deadlineMissedInError = defineEvent('deadline.missedInError/1', {
  meaning: {
    fr: 'Un dépassement a été constaté à tort : ce qui n’avait pas été vu. Le constat reste affiché.',
    en: 'A deadline was found missed in error: what had been overlooked. The finding stays on the page.',
  },
  facts: {
    ...WHICH,
    missed: explained(eventId, { fr: 'Le constat de l’horloge.', en: 'The finding of the clock.' }),
    oversight: code(OVERSIGHTS),
    overlooked: explained(optional(place), {
      fr: 'L’événement qui n’avait pas été vu.',
      en: 'The event that had been overlooked.',
    }),
    objects: explained(optional(list(about)), {
      fr: 'Pour lesquels ; absent : pour tous.',
      en: 'For which ones; absent: for all.',
    }),
  },
  sealed: { reason: text() },
});

export const DEADLINE_EVENTS = [
  deadlineOpened,
  deadlineMet,
  deadlineMissed,
  deadlineMoved,
  deadlineWaived,
  deadlineMissedInError,
] as const;

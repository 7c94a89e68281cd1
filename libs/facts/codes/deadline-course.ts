/** What becomes of a deadline: how its day is counted step by step, why it moves, why nothing more is owed. */
import type { Labels } from './label';

/**
 * One step of the arithmetic. `from` the day it runs from · `added` so much time · `clamped` the month has no such day ·
 * `weekends` days of weekends left out · `holiday` a public holiday left out · `extended` its last day is none to act on ·
 * `session`, `sessionMoved`, `sessionCancelled`, `noSession` what the calendar of the body says · `promisedBy` a date that
 * was promised · `replanned` a date that replaced it · `due` the last day.
 */
export const ARITHMETIC_STEPS = [
  'from',
  'added',
  'clamped',
  'weekends',
  'holiday',
  'extended',
  'session',
  'sessionMoved',
  'sessionCancelled',
  'noSession',
  'promisedBy',
  'replanned',
  'due',
] as const;
export type ArithmeticStepCode = (typeof ARITHMETIC_STEPS)[number];

/** Why a last day is none. */
export const NON_WORKING = ['saturday', 'sunday', 'holiday'] as const;
export type NonWorking = (typeof NON_WORKING)[number];

/** What changed, when a running deadline gets another day. */
export const MOVE_CAUSES = ['sessionChanged', 'rescheduled', 'promiseChanged', 'reopened', 'corrected'] as const;
export type MoveCause = (typeof MOVE_CAUSES)[number];
export const MOVE_CAUSE_LABELS: Labels<MoveCause> = {
  sessionChanged: { fr: 'Calendrier des séances modifié', en: 'Calendar of sessions changed' },
  rescheduled: { fr: 'Date reportée par qui la doit', en: 'Date changed by whoever owes it' },
  promiseChanged: { fr: 'Promesse modifiée', en: 'Promise changed' },
  corrected: { fr: 'Erreur de saisie corrigée', en: 'Error of entry corrected' },
  reopened: { fr: 'Ce qui avait fait courir le délai est rouvert', en: 'What had started it is open again' },
};

/** Why nothing is owed any more though the day came, or is to come. */
export const WAIVER_GROUNDS = [
  'lawChanged',
  'courtOrder',
  'forceMajeure',
  'requestWithdrawn',
  'beneficiaryAgreed',
  'withoutObject',
] as const;
export type WaiverGround = (typeof WAIVER_GROUNDS)[number];
export const WAIVER_GROUND_LABELS: Labels<WaiverGround> = {
  lawChanged: { fr: 'Le texte qui l’imposait a changé', en: 'The text that imposed it has changed' },
  courtOrder: { fr: 'Décision de justice', en: 'Order of a court' },
  forceMajeure: { fr: 'Force majeure', en: 'Force majeure' },
  requestWithdrawn: { fr: 'Demande retirée', en: 'Request withdrawn' },
  beneficiaryAgreed: { fr: 'Accord de la personne à qui la réponse est due', en: 'Whoever is owed the answer agreed' },
  withoutObject: { fr: 'Devenue sans objet', en: 'Without object' },
};

/** What the clock could not know when it said that a deadline was missed. */
export const OVERSIGHTS = ['doneInTime', 'neverRan', 'miscounted', 'wasWaived'] as const;
export type Oversight = (typeof OVERSIGHTS)[number];
export const OVERSIGHT_LABELS: Labels<Oversight> = {
  doneInTime: { fr: 'Fait dans les temps, inscrit après', en: 'Done in time, entered later' },
  neverRan: { fr: 'Le délai n’avait pas à courir', en: 'The deadline should not have run' },
  miscounted: { fr: 'Le délai était mal compté', en: 'The deadline was counted wrongly' },
  wasWaived: { fr: 'L’obligation était déjà levée', en: 'The obligation had already been waived' },
};

/**
 * Where a deadline stands. `over`: its day is over and the clock has not judged it yet. `lifted`: what had started it is
 * open again, or what was owed has lost its object.
 */
export const DEADLINE_STATES = [
  'running',
  'warned',
  'over',
  'met',
  'missed',
  'missedInError',
  'waived',
  'lifted',
] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];
export const DEADLINE_STATE_LABELS: Labels<DeadlineState> = {
  running: { fr: 'En cours', en: 'Running' },
  warned: { fr: 'Échéance proche', en: 'Due soon' },
  over: { fr: 'Échue, pas encore constatée', en: 'Over, not yet judged' },
  met: { fr: 'Tenue', en: 'Met' },
  missed: { fr: 'Délai dépassé', en: 'Missed' },
  missedInError: { fr: 'Dépassement constaté à tort', en: 'Found missed in error' },
  waived: { fr: 'Levée', en: 'Waived' },
  lifted: { fr: 'N’a plus cours', en: 'No longer runs' },
};

/** What the owner is warned of ahead. */
export const WARNINGS = ['days60', 'days30', 'days7', 'lastSession'] as const;
export type Warning = (typeof WARNINGS)[number];
export const WARNING_LABELS: Labels<Warning> = {
  days60: { fr: '60 jours avant', en: '60 days ahead' },
  days30: { fr: '30 jours avant', en: '30 days ahead' },
  days7: { fr: '7 jours avant', en: '7 days ahead' },
  lastSession: { fr: 'Dernière séance utile', en: 'Last useful session' },
};

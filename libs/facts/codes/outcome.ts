/**
 * Outcomes (*suites données*) and what each obliges the one who gives it to say: 02 §3. The decider, the form and the
 * docs are made from this one table.
 */
import type { Label } from './label';

/** What an outcome may have to come with; each names fields of `contribution.outcomeGiven`. */
export const OBLIGATIONS = [
  'department',
  'answerOn',
  'decisionOrCommitment',
  'part',
  'reason',
  'text',
  'reference',
  'evidence',
  'dateOrCondition',
  'body',
  'session',
  'proposersOpinion',
  'constraintOrOpenPoint',
  'otherContribution',
] as const;
export type Obligation = (typeof OBLIGATIONS)[number];

export interface OutcomeRow {
  readonly label: Label;
  /** A provisional outcome neither keeps the promise nor counts as answered. */
  readonly provisional: boolean;
  readonly obliges: readonly Obligation[];
  /** Kinds of contribution it may be given to; absent means all. */
  readonly only?: readonly string[];
}

export const OUTCOME_TABLE = {
  underReview: {
    label: { fr: 'À l’étude', en: 'Under review' },
    provisional: true,
    obliges: ['department', 'answerOn'],
  },
  accepted: { label: { fr: 'Retenue', en: 'Accepted' }, provisional: false, obliges: ['decisionOrCommitment'] },
  partlyAccepted: {
    label: { fr: 'Partiellement retenue', en: 'Partly accepted' },
    provisional: false,
    obliges: ['decisionOrCommitment', 'part', 'reason', 'text'],
  },
  notAccepted: { label: { fr: 'Non retenue', en: 'Not accepted' }, provisional: false, obliges: ['reason', 'text'] },
  alreadyPlanned: {
    label: { fr: 'Déjà prévue', en: 'Already planned' },
    provisional: false,
    obliges: ['text', 'reference'],
  },
  alreadyDone: {
    label: { fr: 'Déjà réalisée', en: 'Already done' },
    provisional: false,
    obliges: ['text', 'evidence'],
  },
  deferred: {
    label: { fr: 'Différée', en: 'Deferred' },
    provisional: true,
    obliges: ['reason', 'text', 'dateOrCondition'],
  },
  considered: {
    label: { fr: 'Prise en considération', en: 'Taken into consideration' },
    provisional: false,
    obliges: ['text'],
  },
  proposedForDecision: {
    label: { fr: 'Soumise à décision', en: 'Submitted for decision' },
    provisional: true,
    obliges: ['body', 'session', 'proposersOpinion'],
  },
  outOfScope: {
    label: { fr: 'Hors périmètre', en: 'Out of scope' },
    provisional: false,
    obliges: ['text', 'constraintOrOpenPoint'],
  },
  answered: {
    label: { fr: 'Réponse apportée', en: 'Answered' },
    provisional: false,
    obliges: ['text'],
    only: ['question'],
  },
  merged: { label: { fr: 'Doublon', en: 'Duplicate' }, provisional: false, obliges: ['otherContribution'] },
} as const satisfies Record<string, OutcomeRow>;

export type Outcome = keyof typeof OUTCOME_TABLE;
export const OUTCOMES = Object.keys(OUTCOME_TABLE) as [Outcome, ...Outcome[]];
export const outcomeRow = (outcome: Outcome): OutcomeRow => OUTCOME_TABLE[outcome];

/**
 * Where a contribution stands: an outcome given, or what is read from its own events. These four are never given.
 */
export const STANDING_LABELS = {
  pending: { fr: 'En attente', en: 'Pending' },
  withdrawn: { fr: 'Retirée par son auteur', en: 'Withdrawn by its author' },
  inadmissible: { fr: 'Irrecevable', en: 'Inadmissible' },
  transferred: { fr: 'Transmise à l’autorité compétente', en: 'Transferred to the competent authority' },
} as const satisfies Record<string, Label>;
export type Standing = Outcome | keyof typeof STANDING_LABELS;

export const standingLabel = (standing: Standing): Label =>
  standing in OUTCOME_TABLE
    ? OUTCOME_TABLE[standing as Outcome].label
    : STANDING_LABELS[standing as keyof typeof STANDING_LABELS];

/** True when nothing more is owed: a final outcome, a transfer, or the author's own withdrawal. */
export const isFinal = (standing: Standing): boolean =>
  standing in OUTCOME_TABLE ? !OUTCOME_TABLE[standing as Outcome].provisional : standing !== 'pending';

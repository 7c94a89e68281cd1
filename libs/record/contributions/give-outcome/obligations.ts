/**
 * What each outcome obliges its giver to say (02 §3): one check for each obligation of `OUTCOME_TABLE`, with the message
 * that says what to add. The common answer of a synthesis obeys the same checks.
 */
import type { Label } from '@fil/facts/codes/label';
import { outcomeRow, type Obligation } from '@fil/facts/codes/outcome';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AnswerInput } from '../answer-input';

type NotStated = NonNullable<NonNullable<AnswerInput['takenOver']>['notStated']>[number];

interface Obliged {
  readonly field: keyof AnswerInput;
  readonly isMet: (answer: AnswerInput) => boolean;
  /** Follows « Une suite “…” doit » / `An outcome "…" must`. */
  readonly must: Label;
  /** What a source may not say: an answer taken over is accepted without it, and listed as to be completed. */
  readonly relaxedBy?: NotStated;
}

export const OBLIGED: Record<Obligation, Obliged> = {
  department: {
    field: 'department',
    isMet: ({ department }) => department !== undefined,
    must: { fr: 'indiquer le service qui l’étudie', en: 'name the department that studies it' },
  },
  answerOn: {
    field: 'answerOn',
    isMet: ({ answerOn }) => answerOn !== undefined,
    must: { fr: 'annoncer la date de la réponse', en: 'announce the date of the answer' },
    relaxedBy: 'date',
  },
  decisionOrCommitment: {
    field: 'decision',
    isMet: ({ decision, commitments }) => decision !== undefined || commitments.length > 0,
    must: { fr: 'citer une décision ou au moins un engagement', en: 'name a decision or at least one commitment' },
  },
  part: {
    field: 'partTaken',
    isMet: ({ partTaken }) => partTaken !== undefined,
    must: { fr: 'préciser la partie retenue', en: 'say which part is accepted' },
  },
  reason: {
    field: 'reasons',
    isMet: ({ reasons }) => reasons.length > 0,
    must: { fr: 'donner au moins un motif', en: 'give at least one reason' },
    relaxedBy: 'reason',
  },
  text: {
    field: 'justification',
    isMet: ({ justification }) => justification !== undefined,
    must: { fr: 'être expliquée par un texte', en: 'be explained in a text' },
    relaxedBy: 'text',
  },
  reference: {
    field: 'reference',
    isMet: ({ reference }) => reference !== undefined,
    must: {
      fr: 'citer l’acte ou le programme où l’action est prévue',
      en: 'cite the act or programme in which it is planned',
    },
  },
  evidence: {
    field: 'evidence',
    isMet: ({ evidence }) => evidence !== undefined && evidence.length > 0,
    must: { fr: 'comporter au moins un justificatif', en: 'come with at least one piece of evidence' },
    relaxedBy: 'evidence',
  },
  dateOrCondition: {
    field: 'answerOn',
    isMet: ({ answerOn, condition }) => answerOn !== undefined || condition !== undefined,
    must: { fr: 'fixer une date ou une condition de reprise', en: 'set a date or a condition for its return' },
    relaxedBy: 'date',
  },
  body: {
    field: 'body',
    isMet: ({ body }) => body !== undefined,
    must: { fr: 'nommer l’instance qui décidera', en: 'name the body that will decide' },
  },
  session: {
    field: 'session',
    isMet: ({ session }) => session !== undefined,
    must: { fr: 'indiquer la séance prévue', en: 'give the planned session' },
    relaxedBy: 'date',
  },
  proposersOpinion: {
    field: 'proposersOpinion',
    isMet: ({ proposersOpinion }) => proposersOpinion !== undefined,
    must: { fr: 'comporter l’avis de celui qui la soumet', en: 'come with the opinion of the proposer' },
  },
  constraintOrOpenPoint: {
    field: 'constraint',
    isMet: ({ constraint, openPoint }) => constraint !== undefined || openPoint !== undefined,
    must: {
      fr: 'citer une contrainte ou un point ouvert du mandat',
      en: 'name a constraint or an open point of the mandate',
    },
  },
  otherContribution: {
    field: 'mergedInto',
    isMet: ({ mergedInto }) => mergedInto !== undefined,
    must: { fr: 'citer l’autre contribution', en: 'name the other contribution' },
  },
};

/** The first thing the outcome obliges to say that the answer does not; the rule is named after the obligation. */
export function unmetObligation(answer: AnswerInput): Refusal | null {
  const { label, obliges, provisional } = outcomeRow(answer.outcome);
  for (const obligation of obliges) {
    const { isMet, relaxedBy, must, field } = OBLIGED[obligation];
    if (isMet(answer) || (relaxedBy && isNotStated(answer, relaxedBy))) continue;
    return mustSay(`outcome.${obligation}Missing`, label, must, field);
  }
  // Who answers in the end is a function that answers for it; a provisional answer says who is at work on it.
  if (!provisional && answer.decidedBy === undefined && !isNotStated(answer, 'decidedBy')) {
    const must = { fr: 'indiquer la fonction qui l’a décidée', en: 'name the function that decided it' };
    return mustSay('outcome.decidedByMissing', label, must, 'decidedBy');
  }
  return null;
}

/** True when the source from which the answer is taken over does not say it. */
export const isNotStated = ({ takenOver }: AnswerInput, what: NotStated): boolean =>
  takenOver?.notStated?.includes(what) ?? false;

export const mustSay = (rule: string, outcome: Label, must: Label, field: keyof AnswerInput): Refusal =>
  refuse(
    rule,
    { fr: `Une suite « ${outcome.fr} » doit ${must.fr}.`, en: `An outcome "${outcome.en}" must ${must.en}.` },
    { field },
  );

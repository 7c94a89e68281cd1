/** What an answer names must exist: its authority's functions and bodies, its mandate's points, other objects. */
import type { AuthorityState } from '../authority/authority.state';
import { assistanceOff } from '../authority/assistance';
import { unknownBody, unknownBodyOrFunction, unknownFunction } from '../authority/known-in-authority';
import type { Decider } from '../deciding/decider';
import { decision as decisionDecider, type DecisionState } from '../decisions/decision.state';
import { restsOnNothing } from '../decisions/rests-on-nothing';
import type { Reads } from '../deciding/take-decision';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { contribution, type ContributionState } from './contribution.state';
import { answering, type Mandate } from './mandate-of';
import type { AnswerInput } from './answer-input';

const recordedAtAll: Decider<boolean> = { initial: false, evolve: () => true };

/** Streams of the decision, the commitments and the other contribution, by their ids. */
export function namedObjects({ decision, commitments, mergedInto }: AnswerInput): Record<string, Reads<unknown>> {
  const reads: Record<string, Reads<unknown>> = {};
  if (decision) reads[decision] = { stream: decision, decider: decisionDecider };
  for (const stream of commitments) reads[stream] = { stream, decider: recordedAtAll };
  if (mergedInto) reads[mergedInto] = { stream: mergedInto, decider: contribution };
  return reads;
}

/** @param seen the mandate, and by its id what was found of each object named */
export function unknownName(answer: AnswerInput, seen: Mandate): Refusal | null {
  const { consultation } = seen;
  const authority = answering(seen);
  return (
    unknownFunction(authority, answer.decidedBy, 'decidedBy') ??
    unknownBody(authority, answer.department, 'department') ??
    unknownBody(authority, answer.body, 'body') ??
    assistanceOff(seen.authority, answer) ??
    unknownPreparer(answer, authority) ??
    (consultation.exists
      ? (notInMandate(consultation.constraints, answer.constraint, 'constraint') ??
        notInMandate(consultation.openPoints, answer.openPoint, 'openPoint'))
      : null) ??
    unknownDecision(answer, seen) ??
    unknownCommitment(answer, seen) ??
    unknownOther(answer, seen)
  );
}

/** Who prepared, gave a visa, decided, validated: functions or services, never anybody's name. */
function unknownPreparer({ release, assisted }: AnswerInput, authority: AuthorityState): Refusal | null {
  const named = [release?.preparedBy, ...(release?.visaBy ?? []), release?.decidedBy].map((code) =>
    unknownBodyOrFunction(authority, code, 'release'),
  );
  return (
    named.find((refusal) => refusal !== null) ?? unknownBodyOrFunction(authority, assisted?.validatedBy, 'assisted')
  );
}

function notInMandate(
  codes: ReadonlySet<string>,
  named: string | undefined,
  field: 'constraint' | 'openPoint',
): Refusal | null {
  if (named === undefined || codes.has(named)) return null;
  const what =
    field === 'constraint' ? { fr: 'La contrainte', en: 'constraint' } : { fr: 'Le point ouvert', en: 'open point' };
  const list = [...codes].join(', ');
  return refuse(
    field === 'constraint' ? 'outcome.unknownConstraint' : 'outcome.unknownOpenPoint',
    {
      fr: `${what.fr} « ${named} » ne figure pas au mandat de la démarche, qui comporte : ${list || 'aucun élément de cette nature'}.`,
      en: `The ${what.en} "${named}" is not in the mandate of the consultation, which has: ${list || 'none'}.`,
    },
    { field },
  );
}

function unknownDecision({ outcome, decision, takenOver }: AnswerInput, seen: Mandate): Refusal | null {
  if (decision === undefined) return null;
  const named = seen[decision] as DecisionState | undefined;
  if (named?.exists) {
    const restsOnIt = outcome === 'accepted' || outcome === 'partlyAccepted';
    return restsOnIt && !takenOver ? restsOnNothing(named, 'outcome.decisionUndone') : null;
  }
  return refuse(
    'outcome.unknownDecision',
    {
      fr: 'La décision citée n’est pas enregistrée : enregistrez-la d’abord.',
      en: 'The decision named is not registered: register it first.',
    },
    { field: 'decision' },
  );
}

function unknownCommitment({ commitments }: AnswerInput, seen: Mandate): Refusal | null {
  const unknown = commitments.find((one) => seen[one] !== true);
  return unknown === undefined
    ? null
    : refuse(
        'outcome.unknownCommitment',
        {
          fr: `L’engagement « ${unknown} » n’est pas enregistré : enregistrez-le d’abord.`,
          en: `The commitment "${unknown}" is not recorded: record it first.`,
        },
        { field: 'commitments' },
      );
}

function unknownOther({ mergedInto }: AnswerInput, seen: Mandate): Refusal | null {
  if (mergedInto === undefined) return null;
  const other = seen[mergedInto] as ContributionState;
  return other.exists && !other.voided
    ? null
    : refuse(
        'outcome.unknownContribution',
        {
          fr: 'L’autre contribution citée n’existe pas, ou a été annulée.',
          en: 'The other contribution named does not exist, or was voided.',
        },
        { field: 'mergedInto' },
      );
}

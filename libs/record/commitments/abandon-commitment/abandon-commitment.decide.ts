import { commitmentAbandoned } from '@fil/facts/events/commitment.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownFunction } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { DecisionState } from '../../decisions/decision.state';
import type { CommitmentState } from '../commitment.state';
import { alreadyOver, isNotStated, missingCommitment, unknownDecision } from '../standing';
import type { AbandonCommitmentInput } from './abandon-commitment.command';

/** The objects the command names; `decision` undefined when it names none. */
export interface SeenWhenAbandoning {
  readonly authority: AuthorityState;
  readonly decision?: DecisionState;
}

export function decideAbandonment(
  state: CommitmentState,
  command: AbandonCommitmentInput,
  { authority, decision }: SeenWhenAbandoning,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingCommitment();
  return (
    alreadyOver(state) ??
    withoutReason(command) ??
    withoutDecider(command) ??
    unknownFunction(authority, command.decidedBy, 'decidedBy') ??
    unknownDecision(decision) ??
    notYetHappened('commitment.toCome', command.occurredOn, context.today) ?? [eventFrom(commitmentAbandoned, command)]
  );
}

function withoutReason(command: AbandonCommitmentInput): Refusal | null {
  if (isNotStated(command, 'reason')) return null;
  if (command.reasons.length === 0) {
    return refuse(
      'commitment.reasonCodeMissing',
      { fr: 'Choisissez au moins un motif d’abandon.', en: 'Choose at least one reason for abandoning it.' },
      { field: 'reasons' },
    );
  }
  if (!command.reason) {
    return refuse(
      'commitment.reasonMissing',
      { fr: 'Expliquez pourquoi l’engagement est abandonné.', en: 'Explain why the commitment is abandoned.' },
      { field: 'reason' },
    );
  }
  return null;
}

const withoutDecider = (command: AbandonCommitmentInput): Refusal | null =>
  command.decidedBy || command.decision || isNotStated(command, 'decidedBy')
    ? null
    : refuse(
        'commitment.deciderMissing',
        {
          fr: 'Indiquez la fonction qui a décidé l’abandon, ou la décision enregistrée.',
          en: 'Name the function that decided to abandon it, or the decision registered.',
        },
        { field: 'decidedBy' },
      );

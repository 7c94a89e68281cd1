import { isOver } from '@fil/facts/dates/when';
import { commitmentSuspended } from '@fil/facts/events/commitment.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownFunction } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { DecisionState } from '../../decisions/decision.state';
import type { CommitmentState, MadeCommitment } from '../commitment.state';
import { alreadyOver, missingCommitment, unknownDecision } from '../standing';
import type { SuspendCommitmentInput } from './suspend-commitment.command';

/** The objects the command names; `decision` undefined when it names none. */
export interface SeenWhenSuspending {
  readonly authority: AuthorityState;
  readonly decision?: DecisionState;
}

/** It moves no date: what is suspended past its date is late, until a new date is announced. */
export function decideSuspension(
  state: CommitmentState,
  command: SuspendCommitmentInput,
  { authority, decision }: SeenWhenSuspending,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingCommitment();
  return (
    alreadyOver(state) ??
    alreadySuspended(state) ??
    untilPast(command, today) ??
    unknownFunction(authority, command.decidedBy, 'decidedBy') ??
    unknownDecision(decision) ??
    notYetHappened('commitment.toCome', command.occurredOn, today) ?? [eventFrom(commitmentSuspended, command)]
  );
}

const alreadySuspended = ({ progress }: MadeCommitment): Refusal | null =>
  progress === 'suspended'
    ? refuse(
        'commitment.alreadySuspended',
        { fr: 'Cet engagement est déjà suspendu.', en: 'This commitment is already suspended.' },
        { kind: 'conflict' },
      )
    : null;

const untilPast = ({ until, takenOver }: SuspendCommitmentInput, today: string): Refusal | null =>
  until !== undefined && !takenOver && isOver(until, today)
    ? refuse(
        'commitment.resumptionPast',
        {
          fr: 'La reprise envisagée doit être à venir. Si l’engagement a déjà repris, enregistrez la suspension sans cette date, puis la reprise.',
          en: 'The expected resumption must be to come. If it has already resumed, record the suspension without it, then the resumption.',
        },
        { field: 'until' },
      )
    : null;

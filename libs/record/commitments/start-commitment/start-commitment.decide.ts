import { commitmentStarted } from '@fil/facts/events/commitment.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { CommitmentState } from '../commitment.state';
import { alreadyOver, missingCommitment, stillSuspended } from '../standing';
import type { StartCommitmentInput } from './start-commitment.command';

export function decideStart(state: CommitmentState, command: StartCommitmentInput, context: DecidingContext): Decided {
  if (!state.exists) return missingCommitment();
  const over = alreadyOver(state) ?? stillSuspended(state, command);
  if (over) return over;
  if (state.progress === 'inProgress') {
    return refuse(
      'commitment.alreadyStarted',
      { fr: 'Cet engagement a déjà démarré.', en: 'This commitment has already started.' },
      { kind: 'conflict' },
    );
  }
  return (
    notYetHappened('commitment.toCome', command.occurredOn, context.today) ?? [eventFrom(commitmentStarted, command)]
  );
}

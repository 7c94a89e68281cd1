import { commitmentResumed } from '@fil/facts/events/commitment.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { CommitmentState } from '../commitment.state';
import { missingCommitment } from '../standing';
import type { ResumeCommitmentInput } from './resume-commitment.command';

export function decideResumption(
  state: CommitmentState,
  command: ResumeCommitmentInput,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingCommitment();
  if (state.progress !== 'suspended') {
    return refuse(
      'commitment.notSuspended',
      { fr: 'Cet engagement n’est pas suspendu.', en: 'This commitment is not suspended.' },
      { kind: 'conflict' },
    );
  }
  return notYetHappened('commitment.toCome', command.occurredOn, today) ?? [eventFrom(commitmentResumed, command)];
}

import { contestedByCommittee } from '@fil/facts/events/commitment.events';
import type { Actor } from '@fil/facts/kit/actor';
import type { CommitteeState } from '../../committees/committee.state';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { wrongVerdict } from '../committee-verdict';
import type { CommitmentState } from '../commitment.state';
import { missingCommitment } from '../standing';
import type { ContestCompletionInput } from './contest-completion.command';

/** @param id of the commitment @param by who says so */
export function decideContest(
  id: string,
  state: CommitmentState,
  command: ContestCompletionInput,
  { committee, by }: { committee: CommitteeState; by: Actor },
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingCommitment();
  return (
    wrongVerdict(id, state, command, 'contested', { committee, by, today }) ?? [
      eventFrom(contestedByCommittee, command),
    ]
  );
}

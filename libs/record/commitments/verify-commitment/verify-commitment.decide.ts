import { verifiedByCommittee } from '@fil/facts/events/commitment.events';
import type { Actor } from '@fil/facts/kit/actor';
import type { CommitteeState } from '../../committees/committee.state';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { wrongVerdict } from '../committee-verdict';
import type { CommitmentState } from '../commitment.state';
import { missingCommitment } from '../standing';
import type { VerifyCommitmentInput } from './verify-commitment.command';

/** @param id of the commitment @param by who says so */
export function decideVerification(
  id: string,
  state: CommitmentState,
  command: VerifyCommitmentInput,
  { committee, by }: { committee: CommitteeState; by: Actor },
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingCommitment();
  return (
    wrongVerdict(id, state, command, 'verified', { committee, by, today }) ?? [eventFrom(verifiedByCommittee, command)]
  );
}

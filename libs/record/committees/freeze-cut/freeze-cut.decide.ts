import { cutFrozen } from '@fil/facts/events/committee.events';
import type { Actor } from '@fil/facts/kit/actor';
import type { Decided } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import type { CommitteeState } from '../committee.state';
import { missingCommittee, notItsAuthor } from '../standing';
import type { FreezeCutInput } from './freeze-cut.command';

/** @param root of the log at the size named */
export function decideCut(state: CommitteeState, command: FreezeCutInput, root: string, actor: Actor): Decided {
  if (!state.exists) return missingCommittee();
  return notItsAuthor(state, actor) ?? [eventFrom(cutFrozen, command, { root })];
}

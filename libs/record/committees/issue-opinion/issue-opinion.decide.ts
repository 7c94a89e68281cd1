import { opinionIssued } from '@fil/facts/events/committee.events';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { CommitteeState } from '../committee.state';
import { missingCommittee, notItsAuthor } from '../standing';
import type { IssueOpinionInput } from './issue-opinion.command';

/** @param targetMissing the opinion names an object that does not exist */
export function decideOpinion(
  state: CommitteeState,
  command: IssueOpinionInput,
  targetMissing: boolean,
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingCommittee();
  return (
    notItsAuthor(state, actor) ??
    (targetMissing ? unknownTarget() : null) ??
    notYetHappened('committee.toCome', command.occurredOn, today) ?? [eventFrom(opinionIssued, command)]
  );
}

const unknownTarget = () =>
  refuse(
    'opinion.unknownTarget',
    { fr: 'L’objet de cet avis n’existe pas.', en: 'There is no such object for this opinion to be on.' },
    { field: 'target' },
  );

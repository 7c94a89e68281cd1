import { findingClosed } from '@fil/facts/events/committee.events';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { CommitteeState, FindingState } from '../committee.state';
import { missingCommittee, notItsAuthor, unknownFinding } from '../standing';
import type { CloseFindingInput } from './close-finding.command';

export function decideClosing(
  state: CommitteeState,
  command: CloseFindingInput,
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingCommittee();
  return (
    notItsAuthor(state, actor) ??
    unknownFinding(state.findings, command.finding) ??
    notClosable(state.findings.get(command.finding)!, today) ??
    notYetHappened('committee.toCome', command.occurredOn, today) ?? [eventFrom(findingClosed, command)]
  );
}

function notClosable({ closed, reply, replyDueOn }: FindingState, today: string): Refusal | null {
  if (closed) {
    return refuse(
      'finding.closed',
      { fr: 'Ce constat est déjà clos.', en: 'This finding is already closed.' },
      { kind: 'conflict', field: 'finding' },
    );
  }
  return reply !== null || replyDueOn < today
    ? null
    : refuse(
        'finding.replyAwaited',
        {
          fr: `La collectivité peut répondre jusqu’au ${replyDueOn} : le constat se clôt après sa réponse, ou après ce jour.`,
          en: `The authority may reply until ${replyDueOn}: the finding is closed after its reply, or after that day.`,
        },
        { kind: 'conflict', field: 'finding' },
      );
}

import { followedUp } from '@fil/facts/events/words.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import { notConcerned, type ClaimedEnd } from '../contest/claimed-end';
import type { ContributionState } from '../contribution.state';
import { closedToChanges, unknownContribution } from '../still-open';
import type { FollowUpInput } from './follow-up.command';

/** The author's verdict on what was declared done for her; on delivery, and again months later. Her key was checked before. */
export function decideFollowUp(
  state: ContributionState,
  contribution: string,
  command: Omit<FollowUpInput, 'authorKey'>,
  end: ClaimedEnd,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  const refused =
    closedToChanges(state) ??
    notConcerned(state, contribution, command.commitment, end) ??
    notYetHappened('followUp.toCome', command.occurredOn, today);
  if (refused) return refused;
  const declared = [...end.commitment.declarations].at(-1);
  if (declared === undefined) {
    return refuse(
      'followUp.nothingDeclaredDone',
      {
        fr: 'Cet engagement n’a pas encore été déclaré réalisé : vous pourrez dire ce qu’il en est quand il le sera.',
        en: 'This commitment has not been declared done yet: you can say how it stands once it is.',
      },
      { field: 'commitment' },
    );
  }
  return [eventFrom(followedUp, command, { declared })];
}

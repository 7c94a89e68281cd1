import { contestAnswered } from '@fil/facts/events/words.events';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState } from '../contribution.state';
import type { Mandate } from '../mandate-of';
import { closedToChanges, unknownContribution } from '../still-open';
import { judgesItself, unknownDoer } from '../words-rules';
import type { AnswerContestInput } from './answer-contest.command';
import type { WhoDidWhat } from './who-did-what';

/**
 * What the author contested is looked at again by somebody else than who did it; once per contest. What is to be changed
 * is then changed by its own event.
 *
 * @param elsewhere who did what in the other objects that the contest rested on
 */
export function decideContestAnswer(
  state: ContributionState,
  command: AnswerContestInput,
  mandate: Mandate,
  elsewhere: readonly WhoDidWhat[],
  { body }: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  const closed = closedToChanges(state);
  if (closed) return closed;
  const contest = state.words.contests.get(command.contest);
  if (!contest) {
    return refuse(
      'contest.unknown',
      {
        fr: 'L’événement indiqué n’est pas une contestation de cette contribution par son auteur.',
        en: 'The event named is not a contest of this contribution by its author.',
      },
      { field: 'contest' },
    );
  }
  if (contest.answered) {
    return refuse(
      'contest.answered',
      {
        fr: 'Cette contestation a déjà reçu sa réponse.',
        en: 'This contest was answered already.',
      },
      { kind: 'conflict', field: 'contest' },
    );
  }
  const doer = [state.words.doers, ...elsewhere].map((found) => found.get(contest.event)).find((found) => found);
  return (
    judgesItself(doer, command.by, body) ??
    unknownDoer(mandate, command) ??
    notYetHappened('contest.toCome', command.occurredOn, today) ?? [eventFrom(contestAnswered, command)]
  );
}

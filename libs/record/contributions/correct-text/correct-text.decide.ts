import { textCorrected } from '@fil/facts/events/words.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState } from '../contribution.state';
import { closedToChanges, unknownContribution } from '../still-open';
import type { CorrectTextInput } from './correct-text.command';

/**
 * The author says it better. The version before stays shown, in the event that holds it; after an answer the correction
 * is later than the answer, and every page shows it so. Her key was checked before.
 */
export function decideTextCorrection(
  state: ContributionState,
  command: Omit<CorrectTextInput, 'authorKey'>,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  const { versions, heldBy } = state.words;
  return (
    closedToChanges(state) ??
    notYetHappened('textCorrection.toCome', command.occurredOn, today) ?? [
      eventFrom(textCorrected, command, { version: versions + 1, replaces: heldBy[command.field] }),
    ]
  );
}

import { restatementCorrected } from '@fil/facts/events/words.events';
import { isRefusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState } from '../contribution.state';
import type { Mandate } from '../mandate-of';
import { closedToChanges, unknownContribution } from '../still-open';
import { standingRestatement, unknownDoer } from '../words-rules';
import type { CorrectRestatementInput } from './correct-restatement.command';

/** Another restatement, of the text as it stands; the one before stays shown, and this one can be disputed in turn. */
export function decideRestatementCorrection(
  state: ContributionState,
  command: CorrectRestatementInput,
  mandate: Mandate,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  const closed = closedToChanges(state);
  if (closed) return closed;
  const standing = standingRestatement(state, command.restatement);
  if (isRefusal(standing)) return standing;
  return (
    unknownDoer(mandate, command) ??
    notYetHappened('restatement.toCome', command.occurredOn, today) ?? [
      eventFrom(restatementCorrected, command, { version: state.words.versions }),
    ]
  );
}

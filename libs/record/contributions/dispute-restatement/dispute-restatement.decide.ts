import { restatementDisputed } from '@fil/facts/events/words.events';
import { isRefusal, refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState } from '../contribution.state';
import { closedToChanges, unknownContribution } from '../still-open';
import { standingRestatement } from '../words-rules';
import type { StandingRestatement } from '../words.state';
import type { DisputeRestatementInput } from './dispute-restatement.command';

/** The author does not find herself in it; once per restatement. Her key was checked before. */
export function decideDispute(
  state: ContributionState,
  command: Omit<DisputeRestatementInput, 'authorKey'>,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  const closed = closedToChanges(state);
  if (closed) return closed;
  const standing = standingRestatement(state, command.restatement);
  if (isRefusal(standing)) return standing;
  return (
    disputedBefore(standing) ??
    notYetHappened('restatement.toCome', command.occurredOn, today) ?? [eventFrom(restatementDisputed, command)]
  );
}

const disputedBefore = ({ disputed }: StandingRestatement): Refusal | null =>
  disputed
    ? refuse(
        'restatement.disputed',
        {
          fr: 'Vous avez déjà contesté cette reformulation ; la réponse paraîtra sur cette page.',
          en: 'You have disputed this restatement already; the reply will be on this page.',
        },
        { kind: 'conflict', field: 'restatement' },
      )
    : null;

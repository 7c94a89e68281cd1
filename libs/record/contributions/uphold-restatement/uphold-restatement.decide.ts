import { restatementUpheld } from '@fil/facts/events/words.events';
import type { Actor } from '@fil/facts/kit/actor';
import { isRefusal, refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState } from '../contribution.state';
import type { Mandate } from '../mandate-of';
import { closedToChanges, unknownContribution } from '../still-open';
import { judgesItself, standingRestatement, unknownDoer } from '../words-rules';
import type { StandingRestatement } from '../words.state';
import type { UpholdRestatementInput } from './uphold-restatement.command';

/** A disputed restatement is read again by somebody else than who restated, and kept; the dispute stays beside it. */
export function decideUpholding(
  state: ContributionState,
  command: UpholdRestatementInput,
  mandate: Mandate,
  { body }: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  const closed = closedToChanges(state);
  if (closed) return closed;
  const standing = standingRestatement(state, command.restatement);
  if (isRefusal(standing)) return standing;
  return (
    notDisputed(standing) ??
    judgesItself(standing.by, command.by, body) ??
    unknownDoer(mandate, command) ??
    notYetHappened('restatement.toCome', command.occurredOn, today) ?? [eventFrom(restatementUpheld, command)]
  );
}

const notDisputed = ({ disputed, upheld }: StandingRestatement): Refusal | null =>
  disputed && !upheld
    ? null
    : refuse(
        'restatement.notDisputed',
        upheld
          ? {
              fr: 'Cette reformulation a déjà été maintenue.',
              en: 'This restatement was upheld already.',
            }
          : {
              fr: 'Cette reformulation n’est pas contestée : il n’y a rien à maintenir.',
              en: 'This restatement is not disputed: there is nothing to uphold.',
            },
        { kind: 'conflict', field: 'restatement' },
      );

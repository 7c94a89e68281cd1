import { contributionNotPublished } from '@fil/facts/events/moderation.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { unknownFunction } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState, RecordedContribution } from '../contribution.state';
import type { Mandate } from '../mandate-of';
import { appealBy, inadmissible, reversedBefore } from '../moderation-rules';
import { closedToChanges, unknownContribution } from '../still-open';
import type { NotPublishInput } from './not-publish.command';

/** Its words are not shown, or no longer; it stays received, and is still to be answered. */
export function decideNotPublishing(
  state: ContributionState,
  command: NotPublishInput,
  { authority, consultation }: Mandate,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  return (
    closedToChanges(state) ??
    inadmissible(state) ??
    alreadyDecided(state) ??
    reversedBefore(state, 'notPublished') ??
    unknownFunction(authority, command.decidedBy, 'decidedBy') ??
    notYetHappened('moderation.toCome', command.occurredOn, today) ?? [
      eventFrom(contributionNotPublished, command, { appealBy: appealBy(consultation, today) }),
    ]
  );
}

const alreadyDecided = ({ moderation }: RecordedContribution): Refusal | null =>
  moderation.notPublished === null
    ? null
    : refuse(
        'moderation.alreadyNotPublished',
        {
          fr: 'Il est déjà décidé de ne pas publier cette contribution.',
          en: 'It is already decided not to publish this contribution.',
        },
        { kind: 'conflict' },
      );

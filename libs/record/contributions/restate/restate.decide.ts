import { contributionRestated } from '@fil/facts/events/words.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState, RecordedContribution } from '../contribution.state';
import type { Mandate } from '../mandate-of';
import { closedToChanges, unknownContribution } from '../still-open';
import { unknownDoer } from '../words-rules';
import type { RestateInput } from './restate.command';

/** A readable reformulation by a person, or by a tool and validated by a person; of the text as it stands. */
export function decideRestatement(
  state: ContributionState,
  command: RestateInput,
  mandate: Mandate,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  return (
    closedToChanges(state) ??
    restatedBefore(state) ??
    unknownDoer(mandate, command) ??
    notYetHappened('restatement.toCome', command.occurredOn, today) ?? [
      eventFrom(contributionRestated, command, { version: state.words.versions }),
    ]
  );
}

const restatedBefore = ({ words }: RecordedContribution): Refusal | null =>
  words.restatement === null
    ? null
    : refuse(
        'restatement.exists',
        {
          fr: 'Cette contribution est déjà reformulée : corrigez la reformulation.',
          en: 'This contribution is restated already: correct the restatement.',
        },
        { kind: 'conflict' },
      );

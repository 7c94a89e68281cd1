import { sourceNoLongerLists } from '@fil/facts/events/commitment.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { CommitmentState } from '../commitment.state';
import { missingCommitment } from '../standing';
import type { NoteSourceNoLongerListsInput } from './note-source-no-longer-lists.command';

/** Shown, never taken for an abandonment: it changes neither progress nor due date. */
export function decideSourceNoLongerLists(
  state: CommitmentState,
  command: NoteSourceNoLongerListsInput,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingCommitment();
  if (!state.fromSource) {
    return refuse('commitment.noSource', {
      fr: 'Cet engagement ne provient d’aucune source extérieure.',
      en: 'This commitment does not come from any other source.',
    });
  }
  if (!state.listedBySource) {
    return refuse(
      'commitment.alreadyNotListed',
      {
        fr: 'Il est déjà noté que la source ne mentionne plus cet engagement.',
        en: 'It is already noted that the source no longer lists this commitment.',
      },
      { kind: 'conflict' },
    );
  }
  return (
    notYetHappened('commitment.toCome', command.lastListedOn, context.today, 'lastListedOn') ??
    notYetHappened('commitment.toCome', command.occurredOn, context.today) ?? [eventFrom(sourceNoLongerLists, command)]
  );
}

import { themesAssigned } from '@fil/facts/events/words.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { unknownTheme } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState, RecordedContribution } from '../contribution.state';
import type { Mandate } from '../mandate-of';
import { closedToChanges, unknownContribution } from '../still-open';
import { unknownDoer } from '../words-rules';
import type { AssignThemesInput } from './assign-themes.command';

/** All themes at once: what it had and what it has now stand in the event. */
export function decideThemes(
  state: ContributionState,
  command: AssignThemesInput,
  mandate: Mandate,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  return (
    closedToChanges(state) ??
    sameThemes(state, command) ??
    unknownTheme(mandate.authority, command.themes, 'themes') ??
    unknownDoer(mandate, command) ??
    notYetHappened('themes.toCome', command.occurredOn, today) ?? [
      eventFrom(themesAssigned, command, { from: state.themes, to: command.themes }),
    ]
  );
}

const sameThemes = ({ themes: before }: RecordedContribution, { themes }: AssignThemesInput): Refusal | null =>
  before.length === themes.length && themes.every((theme) => before.includes(theme))
    ? refuse(
        'themes.same',
        {
          fr: 'Ce sont déjà les thématiques de cette contribution.',
          en: 'These are the themes of this contribution already.',
        },
        { kind: 'conflict', field: 'themes' },
      )
    : null;

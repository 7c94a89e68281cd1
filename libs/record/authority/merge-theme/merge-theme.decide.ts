import { themeMerged } from '@fil/facts/events/authority.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { unknownTheme } from '../known-in-authority';
import { mergedTheme, missingAuthority, notAStandingTheme } from '../standing-codes';
import type { MergeThemeInput } from './merge-theme.command';

export function decideMerger(
  state: AuthorityState,
  command: MergeThemeInput & { theme: string },
  context: DecidingContext,
): Decided {
  return (
    missingAuthority(state) ??
    notAStandingTheme(state, command.theme) ??
    intoItself(command) ??
    unknownTheme(state, [command.into], 'into') ??
    mergedTheme(state, command.into, 'into') ??
    notYetHappened('authority.toCome', command.occurredOn, context.today) ?? [eventFrom(themeMerged, command)]
  );
}

const intoItself = ({ theme, into }: { theme: string; into: string }): Refusal | null =>
  theme === into
    ? refuse(
        'authority.mergedIntoItself',
        {
          fr: 'Une thématique ne peut pas être fusionnée dans elle-même.',
          en: 'A theme cannot be merged into itself.',
        },
        { field: 'into' },
      )
    : null;

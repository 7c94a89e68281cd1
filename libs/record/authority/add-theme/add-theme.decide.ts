import { themeAdded } from '@fil/facts/events/authority.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { codeUsed, missingAuthority } from '../standing-codes';
import type { AddThemeInput } from './add-theme.command';

export function decideTheme(state: AuthorityState, command: AddThemeInput, context: DecidingContext): Decided {
  return (
    missingAuthority(state) ??
    codeUsed(state.themes, command.theme, 'theme') ??
    notYetHappened('authority.toCome', command.occurredOn, context.today) ?? [eventFrom(themeAdded, command)]
  );
}

import { themeRenamed } from '@fil/facts/events/authority.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { missingAuthority, notAStandingTheme } from '../standing-codes';
import type { RenameThemeInput } from './rename-theme.command';

export function decideThemeRenaming(
  state: AuthorityState,
  command: RenameThemeInput & { theme: string },
  context: DecidingContext,
): Decided {
  return (
    missingAuthority(state) ??
    notAStandingTheme(state, command.theme) ??
    notYetHappened('authority.toCome', command.occurredOn, context.today) ?? [eventFrom(themeRenamed, command)]
  );
}

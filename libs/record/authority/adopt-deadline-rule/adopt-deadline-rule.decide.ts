import { deadlineRuleAdopted } from '@fil/facts/events/authority.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { wrongTerms } from '../deadline-rule';
import { codeUsed, missingAuthority } from '../standing-codes';
import type { AdoptDeadlineRuleInput } from './adopt-deadline-rule.command';

export function decideDeadlineRule(
  state: AuthorityState,
  command: AdoptDeadlineRuleInput,
  { today }: DecidingContext,
): Decided {
  return (
    missingAuthority(state) ??
    codeUsed(state.deadlineRules, command.rule, 'rule') ??
    wrongTerms(state, command, today) ??
    notYetHappened('authority.toCome', command.occurredOn, today) ?? [
      eventFrom(deadlineRuleAdopted, command, { version: 1 }),
    ]
  );
}

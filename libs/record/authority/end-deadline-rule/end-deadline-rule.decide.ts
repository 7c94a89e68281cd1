import { deadlineRuleEnded } from '@fil/facts/events/authority.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { notAStandingRule } from '../deadline-rule';
import { missingAuthority } from '../standing-codes';
import type { EndDeadlineRuleInput } from './end-deadline-rule.command';

type Ending = EndDeadlineRuleInput & { rule: string };

export function decideDeadlineRuleEnd(state: AuthorityState, command: Ending, { today }: DecidingContext): Decided {
  return (
    missingAuthority(state) ??
    notAStandingRule(state, command.rule) ??
    beforeItApplied(state, command) ??
    notYetHappened('authority.toCome', command.occurredOn, today) ?? [eventFrom(deadlineRuleEnded, command)]
  );
}

function beforeItApplied({ deadlineRules }: AuthorityState, { rule, validTo }: Ending): Refusal | null {
  const { validFrom } = deadlineRules.get(rule)!.versions.at(-1)!;
  return validTo >= validFrom
    ? null
    : refuse(
        'deadlineRule.period',
        {
          fr: `Sa dernière version s’applique depuis le ${validFrom} : la règle ne peut pas prendre fin avant.`,
          en: `Its latest version has applied since ${validFrom}: the rule cannot end before that.`,
        },
        { field: 'validTo' },
      );
}

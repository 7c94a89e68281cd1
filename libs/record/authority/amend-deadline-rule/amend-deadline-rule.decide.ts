import { deadlineRuleAmended } from '@fil/facts/events/authority.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { notAStandingRule, wrongTerms } from '../deadline-rule';
import { missingAuthority } from '../standing-codes';
import type { AmendDeadlineRuleInput } from './amend-deadline-rule.command';

type Amendment = AmendDeadlineRuleInput & { rule: string };

/** The version before is kept as it was: deadlines that run keep it. */
export function decideDeadlineRuleAmendment(
  state: AuthorityState,
  command: Amendment,
  { today }: DecidingContext,
): Decided {
  return (
    missingAuthority(state) ??
    notAStandingRule(state, command.rule) ??
    notTheLatest(state, command) ??
    beforeTheOneItFollows(state, command) ??
    wrongTerms(state, command, today) ??
    notYetHappened('authority.toCome', command.occurredOn, today) ?? [
      eventFrom(deadlineRuleAmended, command, { version: command.amends + 1 }),
    ]
  );
}

const latest = ({ deadlineRules }: AuthorityState, { rule }: Amendment) => deadlineRules.get(rule)!.versions.at(-1)!;

function notTheLatest(state: AuthorityState, command: Amendment): Refusal | null {
  const { version } = latest(state, command);
  return command.amends === version
    ? null
    : refuse(
        'deadlineRule.otherVersion',
        {
          fr: `Cette règle en est à la version ${version}. Relisez-la, puis recommencez.`,
          en: `This rule is at version ${version}. Read it again, then try again.`,
        },
        { kind: 'conflict', field: 'amends' },
      );
}

/** Else the version before would never have applied, and what it started would have no rule. */
function beforeTheOneItFollows(state: AuthorityState, command: Amendment): Refusal | null {
  const { validFrom } = latest(state, command);
  return command.validFrom >= validFrom
    ? null
    : refuse(
        'deadlineRule.beforeEarlierVersion',
        {
          fr: `La nouvelle version ne peut pas s’appliquer avant celle qu’elle suit, en vigueur depuis le ${validFrom}.`,
          en: `The new version cannot apply before the one it follows, which has applied since ${validFrom}.`,
        },
        { field: 'validFrom' },
      );
}

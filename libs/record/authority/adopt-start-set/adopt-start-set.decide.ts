import type { ProposedDeadlineRule } from '@fil/facts/codes/deadline';
import { deadlineRuleAdopted } from '@fil/facts/events/authority.events';
import type { Decided } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import type { AuthorityState } from '../authority.state';
import { missingAuthority } from '../standing-codes';
import type { AdoptStartSetInput } from './adopt-start-set.command';

/**
 * One event for each rule of the start set whose code the authority has never used; none when it has them all. What it
 * amended or ended stays as it decided.
 */
export const decideStartSet = (
  state: AuthorityState,
  { validFrom }: AdoptStartSetInput,
  startSet: readonly ProposedDeadlineRule[],
): Decided =>
  missingAuthority(state) ??
  startSet
    .filter(({ rule }) => !state.deadlineRules.has(rule))
    .map((proposed) =>
      eventFrom(deadlineRuleAdopted, { ...proposed, name: { ...proposed.name } }, { version: 1, validFrom }),
    );

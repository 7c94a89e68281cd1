import { aggregateOf } from '@fil/facts/kit/aggregates';
import { fold } from '../deciding/decider';
import type { DecisionTaker } from '../deciding/take-decision';
import { contribution, hasLimitedAccess } from './contribution.state';

/** The first of these objects that is a contribution with limited access: another object does not name it. */
export async function firstRestricted(decisions: DecisionTaker, ids: readonly string[]): Promise<string | null> {
  for (const id of ids) {
    if (aggregateOf(id) !== 'contribution') continue;
    const state = fold(contribution, await decisions.load(id));
    if (state.exists && hasLimitedAccess(state)) return id;
  }
  return null;
}

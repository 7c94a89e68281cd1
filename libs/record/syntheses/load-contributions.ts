import { contribution, type ContributionState } from '../contributions/contribution.state';
import { fold } from '../deciding/decider';
import type { DecisionTaker } from '../deciding/take-decision';

/** How many streams are read at the same moment. */
const AT_ONCE = 16;

/**
 * State of many contributions, by id. They are too many to be named in an event's `basis`; what is asked of them
 * (consultation, points, kind) never goes away once it is there.
 */
export async function loadContributions(
  decisions: DecisionTaker,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, ContributionState>> {
  const found = new Map<string, ContributionState>();
  const waiting = new Set(ids).values();
  const reader = async (): Promise<void> => {
    for (const id of waiting) found.set(id, fold(contribution, await decisions.load(id)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
  return found;
}

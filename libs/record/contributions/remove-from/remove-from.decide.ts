import { removedFrom } from '@fil/facts/events/contribution.events';
import type { Decided } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { pointOf, type ContributionState } from '../contribution.state';
import type { Grouping } from '../group-into/group-into.decide';

/** What follows on a contribution when a synthesis detached it. Its answers stay. Nothing if it was not there. */
export const decideRemoval = (state: ContributionState, { synthesis, point, occurredOn }: Grouping): Decided =>
  state.exists && pointOf(state, point).syntheses.has(synthesis)
    ? [eventFrom(removedFrom, { synthesis, point, occurredOn })]
    : [];

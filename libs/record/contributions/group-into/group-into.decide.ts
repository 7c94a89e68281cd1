import { groupedInto } from '@fil/facts/events/contribution.events';
import type { Decided } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { hasPoint, pointOf, type ContributionState } from '../contribution.state';
import { decideCommonAnswer, type CommonAnswerCopy } from '../give-outcome/common-answer.decide';

export interface Grouping {
  readonly synthesis: string;
  readonly point: number;
  /** When it was decided, as the synthesis says it. */
  readonly occurredOn: string;
}

/**
 * What follows on a contribution when a synthesis attached it, with the common answer that stands: never a refusal, for
 * membership is decided by the synthesis. Nothing follows on what was voided or withdrawn, or is there already. What was
 * declared inadmissible meanwhile is a member, as if that had come a moment later: only answered it is not.
 */
export function decideGrouping(
  state: ContributionState,
  contribution: string,
  { synthesis, point, occurredOn }: Grouping,
  answer: CommonAnswerCopy | null,
): Decided {
  if (!state.exists || state.voided || state.withdrawn || !hasPoint(state, point)) return [];
  const grouped = pointOf(state, point).syntheses.has(synthesis)
    ? []
    : [eventFrom(groupedInto, { synthesis, point, occurredOn })];
  const answered = answer ? decideCommonAnswer(state, contribution, point, answer) : [];
  return [...grouped, ...answered];
}

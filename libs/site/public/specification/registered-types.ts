import { COMMITMENT_EVENTS } from '@fil/facts/events/commitment.events';
import { CONTRIBUTION_EVENTS } from '@fil/facts/events/contribution.events';
import { DECISION_EVENTS } from '@fil/facts/events/decision.events';
import { SYNTHESIS_EVENTS } from '@fil/facts/events/synthesis.events';

/** Events that can stand on a dated line, without their version. */
export const REGISTERED_TYPES: readonly string[] = [
  ...CONTRIBUTION_EVENTS,
  ...SYNTHESIS_EVENTS,
  ...DECISION_EVENTS,
  ...COMMITMENT_EVENTS,
].map(({ type }) => type.split('/')[0]!);

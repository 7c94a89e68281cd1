import { decisionReasonsPublished } from '@fil/facts/events/decision.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import type { DecisionState } from '../decision.state';
import { missingDecision, otherConsultation, wrongDay } from '../standing';
import type { PublishReasonsInput } from './publish-reasons.command';

/** Reasons may be published again, for another consultation or in full: each publication stays. */
export function decideReasons(state: DecisionState, command: PublishReasonsInput, { today }: DecidingContext): Decided {
  if (!state.exists) return missingDecision();
  return (
    otherConsultation(state, command.consultation) ??
    wrongDay(state, command.occurredOn, today) ?? [eventFrom(decisionReasonsPublished, command)]
  );
}

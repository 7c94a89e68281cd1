import { decisionAnnulled } from '@fil/facts/events/decision.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import type { DecisionState } from '../decision.state';
import { missingDecision } from '../standing';
import { wrongUndoing } from '../undoing';
import type { AnnulDecisionInput } from './annul-decision.command';

/** What was repealed may still be annulled: it had effect until then. */
export function decideAnnulment(
  id: string,
  state: DecisionState,
  command: AnnulDecisionInput,
  by: DecisionState | undefined,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingDecision();
  return wrongUndoing(id, state, command, by, today) ?? [eventFrom(decisionAnnulled, command)];
}

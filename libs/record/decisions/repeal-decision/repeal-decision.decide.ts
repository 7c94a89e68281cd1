import { decisionRepealed } from '@fil/facts/events/decision.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import type { DecisionState } from '../decision.state';
import { alreadyRepealed, missingDecision } from '../standing';
import { wrongUndoing } from '../undoing';
import type { RepealDecisionInput } from './repeal-decision.command';

export function decideRepeal(
  id: string,
  state: DecisionState,
  command: RepealDecisionInput,
  by: DecisionState | undefined,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingDecision();
  return (
    alreadyRepealed(state) ?? wrongUndoing(id, state, command, by, today) ?? [eventFrom(decisionRepealed, command)]
  );
}

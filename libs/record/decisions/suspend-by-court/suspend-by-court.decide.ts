import { decisionSuspendedByCourt } from '@fil/facts/events/decision.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { caseOf, unknownCase } from '../court-cases';
import type { DecisionState } from '../decision.state';
import { alreadyGone, missingDecision, wrongDay } from '../standing';
import type { SuspendByCourtInput } from './suspend-by-court.command';

export function decideSuspensionByCourt(
  state: DecisionState,
  command: SuspendByCourtInput,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingDecision();
  const wrong = unknownCase(state, command.case) ?? alreadyGone(state);
  if (wrong) return wrong;
  if (caseOf(state, command.case)!.suspended) {
    return refuse(
      'decision.alreadySuspended',
      {
        fr: 'La décision est déjà suspendue dans cette affaire.',
        en: 'The decision is already suspended in this case.',
      },
      { kind: 'conflict', field: 'case' },
    );
  }
  return wrongDay(state, command.occurredOn, today) ?? [eventFrom(decisionSuspendedByCourt, command)];
}

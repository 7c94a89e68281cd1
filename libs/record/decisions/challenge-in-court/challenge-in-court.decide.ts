import { decisionChallengedInCourt } from '@fil/facts/events/decision.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { caseOf } from '../court-cases';
import type { DecisionState } from '../decision.state';
import { missingDecision, wrongDay } from '../standing';
import type { ChallengeInCourtInput } from './challenge-in-court.command';

export function decideChallenge(
  state: DecisionState,
  command: ChallengeInCourtInput,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingDecision();
  if (caseOf(state, command.case)) {
    return refuse(
      'decision.caseExists',
      {
        fr: `Un recours « ${command.case} » est déjà inscrit contre cette décision : choisissez un autre code.`,
        en: `A case "${command.case}" is already recorded against this decision: choose another code.`,
      },
      { kind: 'conflict', field: 'case' },
    );
  }
  return wrongDay(state, command.occurredOn, today) ?? [eventFrom(decisionChallengedInCourt, command)];
}

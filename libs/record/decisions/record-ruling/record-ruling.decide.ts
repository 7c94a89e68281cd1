import type { CaseOutcome } from '@fil/facts/codes/decision';
import { decisionCourtRuled } from '@fil/facts/events/decision.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { caseOf, unknownCase } from '../court-cases';
import type { DecisionState, RegisteredDecision } from '../decision.state';
import { missingDecision, wrongDay } from '../standing';
import type { RecordRulingInput } from './record-ruling.command';

export function decideRuling(state: DecisionState, command: RecordRulingInput, { today }: DecidingContext): Decided {
  if (!state.exists) return missingDecision();
  return (
    unknownCase(state, command.case) ??
    impossibleRuling(state, command) ??
    wrongDay(state, command.occurredOn, today) ?? [eventFrom(decisionCourtRuled, command)]
  );
}

const ANNULS: readonly CaseOutcome[] = ['annulled', 'annulledInPart'];

/** Once a court has annulled, a higher one upholds that or overturns it: "dismissed" would not say of what. */
function impossibleRuling(state: RegisteredDecision, { case: code, outcome }: RecordRulingInput): Refusal | null {
  const annulled = state.annulments.some((one) => one.case === code);
  if (outcome === 'suspensionLifted' && !caseOf(state, code)!.suspended) {
    return refuse(
      'decision.notSuspended',
      { fr: 'La décision n’est pas suspendue dans cette affaire.', en: 'The decision is not suspended in this case.' },
      { kind: 'conflict', field: 'outcome' },
    );
  }
  if (outcome === 'annulmentOverturned' && !annulled) {
    return refuse(
      'decision.notAnnulled',
      {
        fr: 'Aucun jugement inscrit dans cette affaire n’annule la décision.',
        en: 'No ruling recorded in this case annuls the decision.',
      },
      { kind: 'conflict', field: 'outcome' },
    );
  }
  if (annulled && outcome !== 'annulmentOverturned' && !ANNULS.includes(outcome)) {
    return refuse(
      'decision.annulledInThisCase',
      {
        fr: 'La décision est annulée dans cette affaire : indiquez si le nouveau jugement confirme l’annulation ou l’infirme.',
        en: 'The decision is annulled in this case: say whether the new ruling upholds the annulment or overturns it.',
      },
      { field: 'outcome' },
    );
  }
  return null;
}

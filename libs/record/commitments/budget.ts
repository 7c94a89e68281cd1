/**
 * Money committed and money spent (budget engagé, budget mandaté). Bills come after the works: money is recorded also once
 * a commitment is done or abandoned. More spent than committed is possible in life; pages flag it.
 */
import type { When } from '@fil/facts/dates/when';
import type { CommonFacts } from '@fil/facts/kit/common-facts';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { notYetHappened } from '../deciding/happened';
import type { DecisionState } from '../decisions/decision.state';
import { unknownDecision } from './standing';

interface Amount {
  readonly cents: number;
  readonly reference?: string;
  readonly decision?: string;
  readonly occurredOn?: When;
  readonly takenOver?: CommonFacts['takenOver'];
}

/** @param before sum so far, in cents @param decision the one the command names; undefined when it names none */
export const wrongAmount = (
  before: number,
  command: Amount,
  decision: DecisionState | undefined,
  today: string,
): Refusal | null =>
  impossibleAmount(before, command) ??
  withoutReference(command) ??
  unknownDecision(decision) ??
  notYetHappened('commitment.toCome', command.occurredOn, today);

function impossibleAmount(before: number, { cents }: Amount): Refusal | null {
  if (cents === 0) {
    return refuse(
      'commitment.noAmount',
      { fr: 'Indiquez un montant, en centimes.', en: 'Give an amount, in cents.' },
      { field: 'cents' },
    );
  }
  return before + cents < 0
    ? refuse(
        'commitment.lessThanNothing',
        {
          fr: `Le total deviendrait négatif : ${before} centimes sont enregistrés à ce jour.`,
          en: `The sum would fall below zero: ${before} cents have been recorded so far.`,
        },
        { kind: 'conflict', field: 'cents' },
      )
    : null;
}

const withoutReference = ({ reference, decision, takenOver }: Amount): Refusal | null =>
  reference !== undefined || decision !== undefined || takenOver
    ? null
    : refuse(
        'commitment.budgetReferenceMissing',
        {
          fr: 'Indiquez la référence de l’acte (marché, bon de commande, mandat) ou la décision enregistrée.',
          en: 'Give the reference of the act (contract, order, payment) or the decision registered.',
        },
        { field: 'reference' },
      );

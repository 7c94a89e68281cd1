/** What amending, annulling and repealing a decision have in common: who does it, by which act. */
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Undoer } from '@fil/facts/codes/decision';
import type { When } from '@fil/facts/dates/when';
import type { CommonFacts } from '@fil/facts/kit/common-facts';
import type { Reads } from '../deciding/take-decision';
import { wrongAct } from './act';
import { decision, type DecisionState, type RegisteredDecision } from './decision.state';
import { alreadyGone, wrongDay } from './standing';

interface Undoing {
  readonly by: Undoer;
  readonly decision?: string;
  readonly act?: Parameters<typeof wrongAct>[0] & { readonly id?: string };
  readonly occurredOn?: When;
  readonly takenOver?: CommonFacts['takenOver'];
}

/** The decision by which it is done, when the command names one. */
export const byDecision = ({ decision: stream }: Undoing): { by?: Reads<DecisionState> } =>
  stream === undefined ? {} : { by: { stream, decider: decision } };

/** @param by the decision that does it; undefined when the command names none */
export const wrongUndoing = (
  id: string,
  state: RegisteredDecision,
  command: Undoing,
  by: DecisionState | undefined,
  today: string,
): Refusal | null =>
  alreadyGone(state) ??
  wrongDecision(id, command, by) ??
  withoutAct(command) ??
  wrongAct(command.act) ??
  wrongDay(state, command.occurredOn, today);

function wrongDecision(id: string, command: Undoing, by: DecisionState | undefined): Refusal | null {
  if (command.decision === id) {
    return refuse(
      'decision.undoneByItself',
      {
        fr: 'Une décision ne peut être modifiée ni retirée par elle-même : indiquez l’acte ultérieur.',
        en: 'A decision cannot be changed or undone by itself: name the later act.',
      },
      { field: 'decision' },
    );
  }
  return by && !by.exists
    ? refuse(
        'decision.unknownDecision',
        {
          fr: 'La décision indiquée n’existe pas : inscrivez-la d’abord.',
          en: 'There is no such decision: register it first.',
        },
        { field: 'decision' },
      )
    : null;
}

/** An authority undoes its own act by another act; a court and the prefect by what is told in the reason. */
const withoutAct = ({ by, decision: named, act, takenOver }: Undoing): Refusal | null =>
  named !== undefined || act?.id !== undefined || takenOver || by === 'court' || by === 'prefect'
    ? null
    : refuse(
        'decision.undoingActMissing',
        {
          fr: 'Indiquez l’acte par lequel la collectivité le fait : sa référence, ou la décision inscrite.',
          en: 'Name the act by which the authority does so: its reference, or the decision registered.',
        },
        { field: 'act' },
      );

import { MANDATE_PARTS, type AmendmentStage, type MandatePart } from '@fil/facts/codes/consultation';
import { mandateAmended } from '@fil/facts/events/consultation.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownTheme } from '../../authority/known-in-authority';
import type { GuarantorState } from '../../guarantors/guarantor.state';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ConsultationState, OpenedConsultation } from '../consultation.state';
import { missingConsultation } from '../missing-consultation';
import { unknownInPath } from '../path-bodies';
import type { AmendMandateInput } from './amend-mandate.command';
import { textsAtFault } from './amended-texts';
import { codesAtFault } from './amended-codes';
import { promisesAtFault } from './amended-promises';
import { guarantorAtFault } from './guarantor-rules';

export interface AmendmentSeen extends Record<string, unknown> {
  readonly organiser: AuthorityState;
  /** Undefined when none is named. */
  readonly guarantor: GuarantorState | undefined;
}

/**
 * How far the consultation has gone. Whoever opened the deposit has to count with a first contribution at any moment:
 * from then on, one may have been made a moment before.
 */
const stageOf = ({ answersBegan, deposits }: OpenedConsultation): AmendmentStage =>
  answersBegan ? 'afterAnswersBegan' : deposits.length > 0 ? 'afterFirstDeposit' : 'beforeDeposit';

/** @param id of the consultation */
export function decideAmendment(
  id: string,
  state: ConsultationState,
  command: AmendMandateInput,
  { organiser, guarantor }: AmendmentSeen,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingConsultation();
  const parts = partsOf(command);
  if (parts.length === 0) {
    return refuse('consultation.amendsNothing', {
      fr: 'Cette modification ne change rien au mandat. Indiquez au moins un point, une contrainte, le chemin de la décision, un engagement, les canaux, la période ou les thématiques.',
      en: 'This amendment changes nothing in the mandate. Give at least a point, a constraint, the decision path, a promise, the channels, the period or the themes.',
    });
  }
  const stage = stageOf(state);
  return (
    textsAtFault(command) ??
    codesAtFault(state, command) ??
    promisesAtFault(state, command, context.today) ??
    unknownTheme(organiser, command.themes ?? [], 'themes') ??
    unknownInPath(organiser, command.decisionPath ?? []) ??
    notYetHappened('consultation.toCome', command.occurredOn, context.today) ??
    guarantorAtFault(id, state, stage, command.guarantor, guarantor) ?? [
      eventFrom(mandateAmended, command, { stage, parts, noticeDue: stage !== 'beforeDeposit' }),
    ]
  );
}

const given = (list: readonly unknown[] | undefined): boolean => list !== undefined && list.length > 0;

function partsOf(command: AmendMandateInput): MandatePart[] {
  const changed: Readonly<Record<MandatePart, boolean>> = {
    openPoints: given(command.openPointsAdded) || given(command.openPointsRemoved),
    constraints: given(command.constraintsAdded) || given(command.constraintsRemoved),
    decisionPath: command.decisionPath !== undefined,
    promises: given(command.promises),
    channels: command.channels !== undefined,
    depositPeriod: command.depositPeriod !== undefined,
    themes: command.themes !== undefined,
  };
  return MANDATE_PARTS.filter((part) => changed[part]);
}

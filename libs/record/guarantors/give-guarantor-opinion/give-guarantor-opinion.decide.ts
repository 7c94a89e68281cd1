import { opinionOfGuarantorGiven } from '@fil/facts/events/guarantor.events';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { ConsultationState } from '../../consultations/consultation.state';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { GuarantorState } from '../guarantor.state';
import { hasWithdrawn, missingGuarantor, notItsAuthor, notItsConsultation } from '../standing';
import type { GiveGuarantorOpinionInput } from './give-guarantor-opinion.command';

export function decideOpinion(
  state: GuarantorState,
  command: GiveGuarantorOpinionInput,
  { consultation }: { readonly consultation?: ConsultationState },
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingGuarantor();
  return (
    notItsAuthor(state, actor) ??
    hasWithdrawn(state) ??
    notItsConsultation(state, command.consultation, consultation) ??
    contradictory(command) ??
    notYetHappened('guarantor.toCome', command.occurredOn, today) ?? [eventFrom(opinionOfGuarantorGiven, command)]
  );
}

const contradictory = ({ opinion, agreement }: GiveGuarantorOpinionInput): Refusal | null =>
  agreement && opinion === 'unfavourable'
    ? refuse(
        'guarantorOpinion.contradictory',
        {
          fr: 'Un avis défavorable ne vaut pas accord : revoyez l’un ou l’autre.',
          en: 'An unfavourable opinion is no agreement: change one of the two.',
        },
        { field: 'agreement' },
      )
    : null;

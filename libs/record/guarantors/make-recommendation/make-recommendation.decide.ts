import { recommendationMade } from '@fil/facts/events/guarantor.events';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { ConsultationState } from '../../consultations/consultation.state';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { GuarantorState } from '../guarantor.state';
import { hasWithdrawn, missingGuarantor, notItsAuthor, notItsConsultation } from '../standing';
import type { MakeRecommendationInput } from './make-recommendation.command';

export function decideRecommendation(
  state: GuarantorState,
  command: MakeRecommendationInput,
  { consultation }: { readonly consultation?: ConsultationState },
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingGuarantor();
  return (
    notItsAuthor(state, actor) ??
    hasWithdrawn(state) ??
    notItsConsultation(state, command.consultation, consultation) ??
    notYetHappened('guarantor.toCome', command.occurredOn, today) ??
    dueBefore(command, today) ?? [eventFrom(recommendationMade, command)]
  );
}

const dueBefore = ({ answerBy, occurredOn }: MakeRecommendationInput, today: string): Refusal | null =>
  answerBy === undefined || answerBy > today || occurredOn !== undefined
    ? null
    : refuse(
        'recommendation.answerBefore',
        {
          fr: 'Le jour de la réponse attendue doit être à venir.',
          en: 'The day by which an answer is expected must be to come.',
        },
        { field: 'answerBy' },
      );

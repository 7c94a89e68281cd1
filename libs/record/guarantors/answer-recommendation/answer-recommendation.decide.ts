import { recommendationAnswered } from '@fil/facts/events/guarantor.events';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownFunction } from '../../authority/known-in-authority';
import { notTheAuthority } from '../../deciding/acting-for';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AppointedGuarantor, GuarantorState } from '../guarantor.state';
import { missingGuarantor } from '../standing';
import type { AnswerRecommendationInput } from './answer-recommendation.command';

/** A later answer supplements the first one; it does not take its place. */
export function decideAnswer(
  state: GuarantorState,
  command: AnswerRecommendationInput,
  { authority }: { readonly authority: AuthorityState },
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingGuarantor();
  return (
    notTheAuthority('recommendation.byTheAuthority', actor) ??
    unknownRecommendation(state, command) ??
    unknownFunction(authority, command.decidedBy, 'decidedBy') ??
    withoutTimeLimit(command) ??
    notYetHappened('guarantor.toCome', command.occurredOn, today) ?? [
      eventFrom(recommendationAnswered, command, {
        supplements: state.recommendations.get(command.recommendation) ?? undefined,
      }),
    ]
  );
}

const unknownRecommendation = (
  { recommendations }: AppointedGuarantor,
  { recommendation }: AnswerRecommendationInput,
): Refusal | null =>
  recommendations.has(recommendation)
    ? null
    : refuse(
        'recommendation.unknown',
        {
          fr: 'L’événement indiqué n’est pas une recommandation de ce garant.',
          en: 'The event named is no recommendation of this guarantor.',
        },
        { field: 'recommendation' },
      );

/** What is followed, or looked into, is so by a date. */
const withoutTimeLimit = ({ answer, dueOn }: AnswerRecommendationInput): Refusal | null =>
  answer === 'notFollowed' || dueOn !== undefined
    ? null
    : refuse(
        'recommendation.dueOnMissing',
        {
          fr: 'Indiquez pour quand la mesure est prévue, ou quand la réponse sera donnée.',
          en: 'Say by when it will be done, or when the answer will be given.',
        },
        { field: 'dueOn' },
      );

import { guarantorOpinionGiven } from '@fil/facts/events/moderation.events';
import { watchesOver } from '@fil/facts/figures/guarantors';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { ConsultationState } from '../../consultations/consultation.state';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { GuarantorState } from '../../guarantors/guarantor.state';
import { hasWithdrawn, notItsAuthor } from '../../guarantors/standing';
import type { ContributionState, RecordedContribution } from '../contribution.state';
import { closedToChanges, unknownContribution } from '../still-open';
import type { GiveOpinionOnAppealInput } from './give-opinion-on-appeal.command';

/** Public, and the guarantor's own: nobody else writes it, and who decides must say why it is not followed. */
export function decideOpinionOnAppeal(
  state: ContributionState,
  command: GiveOpinionOnAppealInput,
  actor: Actor,
  { guarantor, consultation }: { readonly guarantor: GuarantorState; readonly consultation: ConsultationState },
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  return (
    notTheGuarantor(state, actor, guarantor, consultation) ??
    closedToChanges(state) ??
    noOpinionAwaited(state, command.appeal) ??
    notYetHappened('opinion.toCome', command.occurredOn, today) ?? [eventFrom(guarantorOpinionGiven, command)]
  );
}

function notTheGuarantor(
  state: RecordedContribution,
  actor: Actor,
  guarantor: GuarantorState,
  consultation: ConsultationState,
): Refusal | null {
  const watches =
    guarantor.exists && consultation.exists && watchesOver(guarantor, state.consultation, consultation.organiser);
  if (watches) return notItsAuthor(guarantor, actor) ?? hasWithdrawn(guarantor);
  return refuse(
    'opinion.notItsGuarantor',
    {
      fr: 'Cet identifiant n’est pas celui d’un garant de cette démarche.',
      en: 'This is not the id of a guarantor who watches over this consultation.',
    },
    { field: 'guarantor' },
  );
}

function noOpinionAwaited({ moderation }: RecordedContribution, id: string): Refusal | null {
  const appeal = moderation.appeals.get(id);
  if (!appeal) {
    return refuse(
      'appeal.unknown',
      {
        fr: 'L’événement indiqué n’est pas une demande de réexamen de cette contribution.',
        en: 'The event named is not a request to re-examine this contribution.',
      },
      { field: 'appeal' },
    );
  }
  return appeal.decided || appeal.opinion !== null
    ? refuse(
        'opinion.tooLate',
        {
          fr: 'Cette demande de réexamen a déjà reçu un avis ou a déjà été tranchée.',
          en: 'An opinion was already given on this request, or it was already decided.',
        },
        { kind: 'conflict', field: 'appeal' },
      )
    : null;
}

import { guarantorReportPublished } from '@fil/facts/events/guarantor.events';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { ConsultationState } from '../../consultations/consultation.state';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { GuarantorState } from '../guarantor.state';
import { hasWithdrawn, missingGuarantor, notItsAuthor, notItsConsultation } from '../standing';
import type { PublishGuarantorReportInput } from './publish-guarantor-report.command';

export function decideReport(
  state: GuarantorState,
  command: PublishGuarantorReportInput,
  { consultation }: { readonly consultation?: ConsultationState },
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingGuarantor();
  return (
    notItsAuthor(state, actor) ??
    hasWithdrawn(state) ??
    notItsConsultation(state, command.consultation, consultation) ??
    empty(command) ??
    notYetHappened('guarantor.toCome', command.occurredOn, today) ?? [eventFrom(guarantorReportPublished, command)]
  );
}

const empty = ({ text, document }: PublishGuarantorReportInput): Refusal | null =>
  text || document
    ? null
    : refuse(
        'guarantorReport.empty',
        {
          fr: 'Donnez le texte du rapport, ou l’empreinte SHA-256 du document publié.',
          en: 'Give the text of the report, or the SHA-256 of the document that was published.',
        },
        { field: 'text' },
      );

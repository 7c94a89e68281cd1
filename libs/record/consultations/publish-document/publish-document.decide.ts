import { documentPublished } from '@fil/facts/events/consultation.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { AuthorityState } from '../../authority/authority.state';
import { inPreElectionPeriod } from '../../authority/pre-election';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ConsultationState } from '../consultation.state';
import { missingConsultation } from '../missing-consultation';
import type { PublishDocumentInput } from './publish-document.command';

export function decideDocument(
  state: ConsultationState,
  command: PublishDocumentInput,
  organiser: AuthorityState,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingConsultation();
  const toCome = notYetHappened('consultation.toCome', command.occurredOn, context.today);
  if (toCome) return toCome;
  if (command.kind === 'communication' && inPreElectionPeriod(organiser, context.today)) {
    return refuse(
      'consultation.communicationWaits',
      {
        fr: 'La collectivité est en période préélectorale (code électoral, art. L52-1) : la communication attend la fin de cette période. L’information sur la démarche continue de paraître.',
        en: 'The authority is in a pre-election period (French electoral code, art. L52-1): communication waits until it is over. Information on the consultation goes on.',
      },
      { kind: 'conflict', field: 'kind' },
    );
  }
  return [eventFrom(documentPublished, command)];
}

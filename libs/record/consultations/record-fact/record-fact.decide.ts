import { factRecorded } from '@fil/facts/events/consultation.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ConsultationState } from '../consultation.state';
import { missingConsultation } from '../missing-consultation';
import type { RecordFactInput } from './record-fact.command';

export function decideFact(state: ConsultationState, command: RecordFactInput, context: DecidingContext): Decided {
  if (!state.exists) return missingConsultation();
  const sourceCount = command.sources?.length ?? 0;
  if (command.standing === 'established' && sourceCount === 0) {
    return refuse(
      'consultation.factWithoutSource',
      {
        fr: 'Un fait établi cite au moins une source. Sans source, il est discuté.',
        en: 'An established fact names at least one source. Without a source it is disputed.',
      },
      { field: 'sources' },
    );
  }
  return (
    notYetHappened('consultation.toCome', command.occurredOn, context.today) ?? [
      eventFrom(factRecorded, command, { sourceCount }),
    ]
  );
}

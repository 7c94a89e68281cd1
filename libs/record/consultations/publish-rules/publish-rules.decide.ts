import { rulesPublished } from '@fil/facts/events/consultation.events';
import { firstDay } from '@fil/facts/dates/when';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ConsultationState } from '../consultation.state';
import { missingConsultation } from '../missing-consultation';
import type { PublishRulesInput } from './publish-rules.command';

export function decideRules(state: ConsultationState, command: PublishRulesInput, context: DecidingContext): Decided {
  if (!state.exists) return missingConsultation();
  const published = command.occurredOn ?? context.today;
  const last = state.rules.at(-1);
  if (last && firstDay(published) < last.publishedOn) {
    return refuse(
      'consultation.rulesOlderThanLast',
      {
        fr: `La version ${last.version} a été publiée le ${last.publishedOn} : la suivante ne peut pas être plus ancienne.`,
        en: `Version ${last.version} was published on ${last.publishedOn}: the next cannot be older.`,
      },
      { field: 'occurredOn' },
    );
  }
  return (
    notYetHappened('consultation.toCome', command.occurredOn, context.today) ?? [
      eventFrom(rulesPublished, command, { version: state.rules.length + 1 }),
    ]
  );
}

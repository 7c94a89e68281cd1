/** A guarantor from what happened to it: pure. */
import type {
  guarantorAppointed,
  guarantorReportPublished,
  guarantorWithdrew,
  observationReceived,
  opinionOfGuarantorGiven,
  recommendationAnswered,
  recommendationMade,
} from '@fil/facts/events/guarantor.events';
import { evolveGuarantor, isActingOn, type GuarantorFacts } from '@fil/facts/figures/guarantors';
import type { DataOf } from '@fil/facts/kit/event-definition';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Names } from '../names/names';
import { happening } from '../reading/happening';
import { eventsOf, type History } from '../reading/history';
import type { Shown } from '../reading/shown';
import { suspendedPassages } from '../reading/suspended-passages';
import { words } from '../reading/words-of';
import type { Guarantor, GuarantorSummary, Recommendation } from './guarantors.answer';

type Appointed = DataOf<typeof guarantorAppointed>;

/** Null before it was appointed. */
export const guarantorFacts = ({ events }: History): GuarantorFacts | null =>
  events.reduce<GuarantorFacts | null>(evolveGuarantor, null);

/** @param today the day asked */
export function buildSummary(history: History, names: Names, today: string): GuarantorSummary {
  const facts = guarantorFacts(history);
  const appointed = history.events[0]!;
  const data = appointed.data as unknown as Appointed;
  const withdrew = eventsOf(history, 'guarantor.withdrew/1')[0];
  return {
    id: appointed.stream,
    code: data.code,
    title: words<Text>(appointed, 'title'),
    authority: names.authority(data.authority),
    consultations: data.consultations.map((id) => ({ id, title: names.consultation(id).title })),
    acting: facts !== null && isActingOn(facts, today),
    appointed: happening(appointed),
    appointedBy: data.appointedBy,
    chosenBy: data.chosenBy,
    list: data.list ?? null,
    allowance: data.allowance ?? null,
    withdrew: withdrew
      ? {
          ...happening(withdrew),
          reason: (withdrew.data as unknown as DataOf<typeof guarantorWithdrew>).reason,
          explanation: words<Text>(withdrew, 'explanation'),
        }
      : null,
  };
}

export function buildGuarantor(history: History, names: Names, today: string, shown: Shown): Guarantor {
  const appointed = history.events[0]!;
  const { authority } = appointed.data as unknown as Appointed;
  return {
    ...buildSummary(history, names, today),
    shown,
    ties: words<Text>(appointed, 'ties'),
    observations: eventsOf(history, 'guarantor.observationReceived/1').map((event) => {
      const { from, channel, consultation } = event.data as unknown as DataOf<typeof observationReceived>;
      return { ...happening(event), from, channel: channel ?? null, consultation: consultation ?? null };
    }),
    recommendations: recommendations(history, authority, names),
    opinions: eventsOf(history, 'guarantor.opinionGiven/1').map((event) => {
      const { consultation, subject, opinion, agreement } = event.data as unknown as DataOf<
        typeof opinionOfGuarantorGiven
      >;
      return { ...happening(event), consultation, subject, opinion, agreement, text: words<Text>(event, 'text') };
    }),
    reports: eventsOf(history, 'guarantor.reportPublished/1').map((event) => {
      const { kind, consultation, document } = event.data as unknown as DataOf<typeof guarantorReportPublished>;
      return {
        ...happening(event),
        kind,
        consultation: consultation ?? null,
        document: document ?? null,
        title: words<Text>(event, 'title'),
        text: words<Text>(event, 'text'),
        address: words<string>(event, 'address'),
      };
    }),
    suspensions: suspendedPassages(history, authority, names),
  };
}

function recommendations(history: History, authority: string, names: Names): Recommendation[] {
  const answers = eventsOf(history, 'guarantor.recommendationAnswered/1');
  return eventsOf(history, 'guarantor.recommendationMade/1').map((event) => {
    const { consultation, answerBy } = event.data as unknown as DataOf<typeof recommendationMade>;
    return {
      ...happening(event),
      consultation: consultation ?? null,
      answerBy: answerBy ?? null,
      text: words<Text>(event, 'text'),
      answers: answers.flatMap((answered) => {
        const data = answered.data as unknown as DataOf<typeof recommendationAnswered>;
        if (data.recommendation !== event.id) return [];
        return {
          ...happening(answered),
          answer: data.answer,
          decidedBy: names.optional('functions', authority, data.decidedBy),
          dueOn: data.dueOn ?? null,
          budget: data.budget ?? null,
          text: words<Text>(answered, 'text'),
          means: words<Text>(answered, 'means'),
        };
      }),
    };
  });
}

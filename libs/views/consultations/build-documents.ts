import type {
  documentPublished,
  factRecorded,
  labelContested,
  labelUpheld,
} from '@fil/facts/events/consultation.events';
import type { DataOf } from '@fil/facts/kit/event-definition';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Names } from '../names/names';
import { eventsOf, type History } from '../reading/history';
import { happening, type KeptEvent } from '../reading/happening';
import type { LabelContest, PublishedDocument, RecordedFact } from './consultations.answer';
import { allOf, words } from '../reading/words-of';

export function buildDocuments(history: History, organiser: string, names: Names): readonly PublishedDocument[] {
  return eventsOf(history, 'consultation.documentPublished/1').map((event) => {
    const { kind, sha256 } = event.data as DataOf<typeof documentPublished>;
    const contests = contestsOf(history, event.id, organiser, names);
    const corrected = contests.some(({ settlement }) => settlement?.result === 'corrected');
    return {
      ...happening(event),
      kind: corrected ? 'communication' : kind,
      publishedAs: kind,
      title: words<Text>(event, 'title'),
      address: words<string>(event, 'address'),
      sha256,
      contests,
    };
  });
}

function contestsOf(history: History, document: string, organiser: string, names: Names): LabelContest[] {
  const settlements = eventsOf(history, 'consultation.labelUpheld/1', 'consultation.labelCorrected/1');
  return eventsOf(history, 'consultation.labelContested/1')
    .filter(({ data }) => (data as DataOf<typeof labelContested>).document === document)
    .map((event) => {
      const settled = settlements.find(({ data }) => (data as DataOf<typeof labelUpheld>).contest === event.id);
      return {
        ...happening(event),
        text: words<Text>(event, 'text'),
        contribution: (event.data as DataOf<typeof labelContested>).contribution ?? null,
        settlement: settled ? settlementOf(settled, organiser, names) : null,
      };
    });
}

const settlementOf = (event: KeptEvent, organiser: string, names: Names): NonNullable<LabelContest['settlement']> => ({
  ...happening(event),
  result: event.type === 'consultation.labelCorrected/1' ? 'corrected' : 'upheld',
  reason: words<Text>(event, 'reason'),
  decidedBy: names.optional('functions', organiser, (event.data as DataOf<typeof labelUpheld>).decidedBy),
});

/** Each thing as it was last qualified, in the order in which they came up. */
export function buildFacts(history: History): readonly RecordedFact[] {
  const byCode = new Map<string, Omit<RecordedFact, 'earlier'>[]>();
  for (const event of eventsOf(history, 'consultation.factRecorded/1')) {
    const { fact, standing } = event.data as DataOf<typeof factRecorded>;
    const qualified = {
      ...happening(event),
      fact,
      standing,
      statement: words<Text>(event, 'statement'),
      sources: allOf<string>(event, 'sources'),
    };
    byCode.set(fact, [qualified, ...(byCode.get(fact) ?? [])]);
  }
  return [...byCode.values()].map(([last, ...earlier]) => ({ ...last!, earlier }));
}

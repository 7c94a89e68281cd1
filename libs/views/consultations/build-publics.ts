import type {
  publicsNotReachedStated,
  publicsReported,
  signaturesCounted,
} from '@fil/facts/events/consultation.events';
import type { DataOf } from '@fil/facts/kit/event-definition';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { Text } from '@fil/facts/kit/sealed-fields';
import { eventsOf, type History } from '../reading/history';
import { happening } from '../reading/happening';
import { replaced } from './build-means';
import type { Consultation, SignatureCount } from './consultations.answer';
import { listed, words } from '../reading/words-of';

export function buildPublics(history: History): Consultation['publics'] {
  const tables = eventsOf(history, 'consultation.publicsReported/1');
  const wrong = replaced(tables);
  return {
    reached: tables.map((event) => {
      // A consultation is public: all its facts are there.
      const { of, encounter, rowsBy, columnsBy, rows, columns, cells, rowTotals, columnTotals, total, fewest } =
        event.data as DataOf<typeof publicsReported>;
      return {
        ...happening(event),
        of,
        encounter: encounter ?? null,
        rowsBy,
        columnsBy: columnsBy ?? null,
        rows: rows.map((code, n) => ({ code, label: listed<Text>(event, 'rowLabels', n) })),
        columns: columns.map((code, n) => ({ code, label: listed<Text>(event, 'columnLabels', n) })),
        cells,
        rowTotals,
        columnTotals,
        total,
        fewest,
        method: words<Text>(event, 'method'),
        enteredInError: wrong.has(event.id),
      };
    }),
    notReached: eventsOf(history, 'consultation.publicsNotReachedStated/1').map((event) => ({
      ...happening(event),
      criteria: (event.data as KnownData<typeof publicsNotReachedStated>).criteria ?? [],
      statement: words<Text>(event, 'statement'),
    })),
  };
}

export function buildSignatures(history: History): readonly SignatureCount[] {
  const counts = eventsOf(history, 'consultation.signaturesCounted/1');
  const wrong = replaced(counts);
  return counts.map((event) => {
    const { count, on } = event.data as DataOf<typeof signaturesCounted>;
    return {
      ...happening(event),
      count,
      on,
      method: words<Text>(event, 'method'),
      enteredInError: wrong.has(event.id),
    };
  });
}

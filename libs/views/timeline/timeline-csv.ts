/** The timeline as a table: one line per event, codes and dates, never a sealed word (they may be erased; a file may not). */
import { csvLine } from '@fil/ui/format/csv-line';
import type { Language } from '@fil/ui/language';
import type { TimelineRow } from './timeline.answer';

export const TIMELINE_COLUMNS = [
  'index',
  'event',
  'type',
  'meaning',
  'occurred_on',
  'at',
  'role',
  'body',
  'object',
  'number',
  'assisted_by',
  'prepared_by',
  'visa_by',
  'decided_by',
  'taken_over_from',
  'facts',
] as const;

/** @param language of the sentences; codes are the same in all */
export const timelineLine = (row: TimelineRow, language: Language): string =>
  csvLine([
    row.index,
    row.event,
    row.type,
    row.meaning[language],
    row.occurredOn,
    row.at,
    row.actor.role,
    row.actor.body ?? '',
    row.about.id,
    row.about.number ?? '',
    row.assisted ? `${row.assisted.tool} ${row.assisted.version}` : '',
    row.release?.preparedBy ?? '',
    (row.release?.visaBy ?? []).join(' '),
    row.release?.decidedBy ?? '',
    row.takenOver?.source ?? '',
    JSON.stringify(row.facts),
  ]);

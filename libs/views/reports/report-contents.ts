/** The chapters of a report with the words of what they cite, as these may be shown today. */
import type { EntityManager } from 'typeorm';
import { REPORT_CHAPTER_LABELS, REPORT_CHAPTERS } from '@fil/facts/codes/report';
import { aggregateOf, isObjectId, type Aggregate } from '@fil/facts/kit/aggregates';
import type { ReportData } from '@fil/facts/report/report-data';
import { objectsNamedIn } from '../history/history.projection';
import { readHistories } from '../history/read-histories';
import type { Names } from '../names/names';
import { suspensionsOf } from './build-report';
import { namesAtCut } from './names-at-cut';
import type { Contents, Words } from './reports.answer';

/** Their words are read a page at a time, or are this report's own. */
const WITHOUT_WORDS: ReadonlySet<Aggregate> = new Set(['contribution', 'report']);

const OVERSEERS: ReadonlySet<Aggregate> = new Set(['guarantor', 'committee']);

export async function contentsOf(
  manager: EntityManager,
  { chapters, cut }: ReportData,
  names: Names,
): Promise<Contents> {
  const { answers: _, ...citing } = chapters;
  const histories = await readHistories(manager, [...citedStreams(citing)]);
  const words: Record<string, Words> = {};
  for (const { events } of histories.values())
    for (const event of events) if (event.index < cut.size) words[event.id] = event.words;
  const authorities = [...objectsNamedIn(chapters.mandate)].filter((id) => aggregateOf(id) === 'authority').sort();
  const named = await readHistories(manager, authorities);
  return {
    contents: TABLE_OF_CONTENTS,
    chapters,
    words,
    names: [...named].map(([id, history]) => namesAtCut(id, history, cut.size)),
    suspensions: [...histories].flatMap(([id, history]) =>
      OVERSEERS.has(aggregateOf(id)) ? suspensionsOf(history, names) : [],
    ),
  };
}

const TABLE_OF_CONTENTS = REPORT_CHAPTERS.map((code, n) => ({
  chapter: n + 1,
  code,
  title: REPORT_CHAPTER_LABELS[code],
}));

/** The objects whose events are cited, at whatever depth. */
function citedStreams(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) for (const item of value) citedStreams(item, found);
  else if (typeof value === 'object' && value !== null) {
    const { stream } = value as { stream?: unknown };
    if (isObjectId(stream) && !WITHOUT_WORDS.has(aggregateOf(stream))) found.add(stream);
    for (const item of Object.values(value)) citedStreams(item, found);
  }
  return found;
}

import type { reportCorrected, reportPublished } from '../events/report.events';
import type { FactEvent } from '../figures/fact-event';
import type { DataOf } from '../kit/event-definition';
import { nameOf } from './cited';
import type { ObjectHistory, PreviousReport } from './report-record';
import { scopeKey, statedScope, type ReportScope } from './report-scope';

/**
 * The report that chapter 9 starts from.
 *
 * @param wanted its id; null: there is none; undefined: the last one of the same scope
 */
export function previousReport(
  scope: ReportScope,
  reports: readonly ObjectHistory[],
  wanted: string | null | undefined,
): PreviousReport | null {
  if (wanted === null) return null;
  const key = scopeKey(scope);
  const stated = reports.flatMap(({ id, events }) => {
    const published = events.find((event) => nameOf(event) === 'report.published');
    if (!published || (wanted !== undefined && wanted !== id)) return [];
    const data = published.data as DataOf<typeof reportPublished>;
    if (wanted === undefined && scopeKey(statedScope(data)) !== key) return [];
    const { size, cutOn } = lastStated(data, events);
    return [{ report: id, size, cutOn, index: published.index }];
  });
  const last = stated.sort((a, b) => a.index - b.index).at(-1);
  return last ? { report: last.report, size: last.size, cutOn: last.cutOn } : null;
}

/** What its figures rest on: as published, or as corrected since. */
const lastStated = (
  published: DataOf<typeof reportPublished>,
  events: readonly FactEvent[],
): Pick<DataOf<typeof reportPublished>, 'size' | 'cutOn'> =>
  events
    .flatMap((event) =>
      nameOf(event) === 'report.corrected' ? ((event.data as DataOf<typeof reportCorrected>).rests ?? []) : [],
    )
    .at(-1) ?? published;

/** A report computed again from the log: what a publication is compared with. */
import { parisDay } from '@fil/facts/dates/paris-day';
import { reportCorrected, reportPublished } from '@fil/facts/events/report.events';
import type { DataOf } from '@fil/facts/kit/event-definition';
import { mainFigures, reportData } from '@fil/facts/report/report-data';
import { ReportFolding } from '@fil/facts/report/report-folding';
import type { PreviousReport } from '@fil/facts/report/report-record';
import type { ReportScope } from '@fil/facts/report/report-scope';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import { statedData } from '@fil/log/transparency/stated-data';
import type { DecisionTaker } from '../deciding/take-decision';

export interface DrawnReport {
  readonly size: number;
  readonly root: string;
  readonly cutOn: string;
  readonly figures: ReturnType<typeof mainFigures>;
  readonly dataSha256: string;
  /** Consultations of the scope that the log had at that size. */
  readonly consultations: ReadonlySet<string>;
  /** The report that chapter 9 starts from, and the root the log has now at the size that one rests on. */
  readonly previous: (PreviousReport & { readonly rootNow: string }) | null;
  /** The last root that any report stated, of whatever scope, and the one the log has now at its size. */
  readonly lastStated: (StatedRoot & { readonly rootNow: string }) | null;
}

interface StatedRoot {
  readonly size: number;
  readonly root: string;
}

/** The root that an event of a report states. */
function rootStatedBy({ type, data }: Pick<RecordedEvent, 'type' | 'data'>): StatedRoot | null {
  if (type === reportPublished.type) return data as DataOf<typeof reportPublished>;
  return type === reportCorrected.type ? ((data as DataOf<typeof reportCorrected>).rests ?? null) : null;
}

/**
 * @param size of the log, from 1
 * @param previous the report that chapter 9 starts from; undefined: the last one of the same scope
 * @throws SizeNotReached
 */
export async function drawReport(
  decisions: DecisionTaker,
  scope: ReportScope,
  size: number,
  previous?: string | null,
): Promise<DrawnReport> {
  const folding = new ReportFolding(scope);
  let stated: StatedRoot | null = null as StatedRoot | null;
  const { root, at } = await decisions.readLog(size, (event) => {
    folding.add(event);
    stated = rootStatedBy(event) ?? stated;
  });
  const data = reportData(folding.record({ size, root, on: parisDay(at!) }, previous));
  const { since } = data.chapters.progress;
  const rootAt = async (then: number): Promise<string> => (await decisions.readLog(then)).root;
  const rootSince = since && (await rootAt(since.size));
  return {
    size,
    root,
    cutOn: data.cut.on,
    figures: mainFigures(data),
    dataSha256: statedData(data).sha256,
    consultations: new Set(data.chapters.mandate.map(({ consultation }) => consultation)),
    previous: since && { ...since, rootNow: rootSince! },
    lastStated: stated && {
      size: stated.size,
      root: stated.root,
      rootNow: stated.size === since?.size ? rootSince! : await rootAt(stated.size),
    },
  };
}

/** Whether a published report says what the log says: every version it ever had, computed again. */
import type { reportCorrected, reportPublished } from '@fil/facts/events/report.events';
import type { DataOf } from '@fil/facts/kit/event-definition';
import { nameOf } from '@fil/facts/report/cited';
import { mainFigures } from '@fil/facts/report/report-data';
import { statedScope } from '@fil/facts/report/report-scope';
import type { EventStore } from '@fil/log/event-store/event-store.port';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { canonicalJson } from '@fil/log/transparency/canonical-json';
import { dataOf, ReportDrawing } from './report-drawing';
import type { RestsOn } from './reports.answer';

export interface CheckedVersion {
  /** The event that states it. */
  readonly event: string;
  readonly stated: RestsOn;
  /** What the log gives now at that size. */
  readonly drawn: RestsOn;
  /** In which of these the two differ; none: the report is right. */
  readonly differs: readonly (keyof RestsOn)[];
}

/** Null: nothing was published under this id. @throws SizeNotReached when the log is shorter than it was */
export async function checkReport(store: EventStore, id: string): Promise<readonly CheckedVersion[] | null> {
  const events = (await store.readStream(id)).map(toRecordedEvent);
  const published = events.find((event) => nameOf(event) === 'report.published');
  if (!published) return null;
  const data = published.data as DataOf<typeof reportPublished>;
  const versions = [
    { event: published.id, stated: data },
    ...events.flatMap((event) => {
      const { rests } =
        nameOf(event) === 'report.corrected' ? (event.data as DataOf<typeof reportCorrected>) : { rests: undefined };
      return rests ? [{ event: event.id, stated: rests }] : [];
    }),
  ];
  const drawing = new ReportDrawing(store);
  const checked: CheckedVersion[] = [];
  for (const { event, stated } of versions) {
    const found = await drawing.draw({
      scope: statedScope(data),
      size: stated.size,
      previous: data.previous ?? null,
    });
    const again = dataOf(found);
    const drawn: RestsOn = {
      size: again.cut.size,
      root: again.cut.root,
      cutOn: again.cut.on,
      figures: mainFigures(again),
      dataSha256: found.sha256,
    };
    checked.push({ event, stated, drawn, differs: differences(stated, drawn) });
  }
  return checked;
}

const COMPARED = ['size', 'root', 'cutOn', 'figures', 'dataSha256'] as const;

const differences = (stated: RestsOn, drawn: RestsOn): (keyof RestsOn)[] =>
  COMPARED.filter((field) => same(stated[field]) !== same(drawn[field]));

const same = (value: RestsOn[keyof RestsOn]): string => canonicalJson(value);

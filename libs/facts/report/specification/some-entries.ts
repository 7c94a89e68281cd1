/** For the tests of reports: public entries, one after the other, as the log has them. */
import type { FactEvent } from '../../figures/fact-event';
import type { AnyDefinition, DataOf } from '../../kit/event-definition';
import { reportData, type ReportData } from '../report-data';
import { ReportFolding } from '../report-folding';
import type { ReportScope } from '../report-scope';

export const objectId = <A extends string>(aggregate: A, n = 1): `${A}-${string}` =>
  `${aggregate}-0b6c1b2e-6f0e-4d2b-9f43-${String(n).padStart(12, '0')}`;

export class SomeEntries {
  readonly events: FactEvent[] = [];

  /** @returns the id of the event */
  add<D extends AnyDefinition>(
    definition: D,
    stream: string,
    data: DataOf<D>,
    on: string | null = null,
    at = '2026-03-02T09:30:00Z',
  ): string {
    const index = this.events.length;
    const id = `00000000-0000-8000-8000-${String(index).padStart(12, '0')}`;
    this.events.push({ index, id, type: definition.type, stream, at, occurredOn: on, cause: null, data });
    return id;
  }

  report(scope: ReportScope, on = '2026-06-15', size = this.events.length, previous?: string | null): ReportData {
    const folding = new ReportFolding(scope);
    for (const event of this.events.slice(0, size)) folding.add(event);
    return reportData(folding.record({ size, root: '0'.repeat(64), on }, previous));
  }
}

/** Reads the record for a report, one public entry after the other: entries pass, folds stay. */
import { deadlineFolding } from '../deadlines/deadlines-of';
import type { FactEvent, KnownData } from '../figures/fact-event';
import { recordFolding } from '../figures/record-facts';
import type { contributionRecorded } from '../events/contribution.events';
import { aggregateOf, type Aggregate } from '../kit/aggregates';
import { nameOf } from './cited';
import { ContributionLines } from './contribution-line';
import { reportRecord, type Cut, type ReportRecord } from './report-record';
import type { ReportScope } from './report-scope';

/** A response says nothing by itself (its evaluation publishes the results); an erasure takes words, never facts. */
const UNUSED: ReadonlySet<Aggregate> = new Set(['evaluationResponse', 'erasure', 'log']);

export class ReportFolding {
  private readonly figures = recordFolding();
  private readonly deadlines = deadlineFolding();
  private readonly lines = new ContributionLines();
  private readonly objects = new Map<Aggregate, Map<string, FactEvent[]>>();
  private readonly consultations: ReadonlySet<string> | null;

  constructor(private readonly scope: ReportScope) {
    this.consultations = scope.kind === 'consultations' ? new Set(scope.consultations) : null;
  }

  /** One event more, in the order of the log, from its first one. */
  add(event: FactEvent): void {
    const aggregate = aggregateOf(event.stream);
    if (aggregate === 'contribution') {
      if (!this.lines.has(event.stream) && !this.accountsFor(event)) return;
      this.lines.add(event);
    } else if (!UNUSED.has(aggregate)) {
      this.keep(aggregate, event);
    }
    this.figures.add(event);
    this.deadlines.add(event);
  }

  /**
   * @param cut where the reading ended
   * @param previous the report that chapter 9 starts from; undefined: the last one of the same scope
   */
  record(cut: Cut, previous?: string | null): ReportRecord {
    const gathered = {
      facts: this.figures.facts,
      lines: this.lines.all,
      objects: this.objects,
      deadlines: this.deadlines.deadlines(cut.on),
    };
    return reportRecord(this.scope, cut, gathered, previous);
  }

  private accountsFor(event: FactEvent): boolean {
    if (nameOf(event) !== 'contribution.recorded') return false;
    const { consultation } = event.data as KnownData<typeof contributionRecorded>;
    return this.consultations === null || this.consultations.has(consultation!);
  }

  /** What institutions do is kept whole: it is little beside what people say. */
  private keep(aggregate: Aggregate, event: FactEvent): void {
    const objects = this.objects.get(aggregate) ?? new Map<string, FactEvent[]>();
    this.objects.set(aggregate, objects);
    const events = objects.get(event.stream);
    if (events) events.push(event);
    else objects.set(event.stream, [event]);
  }
}

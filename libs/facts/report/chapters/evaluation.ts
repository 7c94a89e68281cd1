/** Chapter 11: evaluation and response. Results stand beside the authority's claim and overwrite nothing. */
import { cite, type Cited } from '../cited';
import { tableOf, type CountedBy } from '../figure-of';
import { countedLines, type ReportRecord } from '../report-record';

export interface EvaluationChapter {
  readonly evaluations: readonly {
    readonly evaluation: string;
    /** Opening, panel scores, close, results, the authority's response. */
    readonly events: readonly Cited[];
  }[];
  /** What authors said of what was declared done: the events, by verdict; each author's last on each commitment. */
  readonly authorsVerdicts: readonly CountedBy<string>[];
}

export const evaluation = (record: ReportRecord): EvaluationChapter => ({
  evaluations: record.of('evaluation').map(({ id, events }) => ({ evaluation: id, events: events.map(cite) })),
  authorsVerdicts: tableOf(lastVerdicts(record)),
});

function* lastVerdicts(record: ReportRecord): Iterable<readonly [verdict: string, event: string]> {
  for (const { events } of countedLines(record)) {
    const last = new Map<unknown, readonly [string, string]>();
    for (const { name, event, facts } of events)
      if (name === 'contribution.followedUp' && typeof facts['verdict'] === 'string')
        last.set(facts['commitment'], [facts['verdict'], event]);
    yield* last.values();
  }
}

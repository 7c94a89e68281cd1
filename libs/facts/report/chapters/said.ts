/** Chapter 5: what was said. Received, published, moderated, grouped; by channel and theme; syntheses and divergences. */
import type { Channel } from '../../codes/contribution';
import type { synthesisOpened } from '../../events/synthesis.events';
import type { KnownData } from '../../figures/fact-event';
import type { ContributionFigures, Figure } from '../../figures/published-figures';
import { cite, citedOf, nameOf, type Cited } from '../cited';
import { figureOf, rowsOf, tableOf, type CountedBy } from '../figure-of';
import type { ReportRecord } from '../report-record';

export interface Said {
  readonly figures: Pick<
    ContributionFigures,
    'received' | 'published' | 'moderated' | 'withdrawn' | 'transferred' | 'voided'
  >;
  readonly byChannel: readonly CountedBy<Channel | 'concealed'>[];
  /** A contribution counts in each of its themes, or in `none`. */
  readonly byTheme: readonly CountedBy<string>[];
  readonly byKind: readonly CountedBy<string>[];
  /** Received and in no synthesis, and in one or several. */
  readonly grouped: Figure;
  readonly notGrouped: Figure;
  readonly restated: Figure;
  readonly restatementsDisputed: Figure;
  readonly syntheses: readonly {
    readonly synthesis: string;
    readonly opened: Cited;
    readonly published: boolean;
    /** Contributions that are in it at the cut. */
    readonly members: Figure;
    /** Divergences and minority views: those it was opened with and those recorded since. */
    readonly divergences: number;
    readonly divergencesRecorded: readonly Cited[];
  }[];
}

export function said(record: ReportRecord): Said {
  const { received, published, moderated, withdrawn, transferred, voided } = record.contributions.figures;
  const counted = received.ids.map((id) => [id, record.facts.contributions.get(id)!] as const);
  const inSynthesis = new Map<string, Set<string>>();
  for (const [id, { groupedIn }] of counted)
    for (const { synthesis } of groupedIn)
      inSynthesis.set(synthesis, (inSynthesis.get(synthesis) ?? new Set()).add(id));
  const having = (name: string): Figure =>
    figureOf(received.ids.filter((id) => record.lines.get(id)!.events.some((event) => event.name === name)));
  return {
    figures: { received, published, moderated, withdrawn, transferred, voided },
    byChannel: rowsOf(record.contributions.byChannel),
    byTheme: rowsOf(record.contributions.byTheme),
    byKind: tableOf(counted.map(([id, { kind }]) => [kind ?? 'concealed', id] as const)),
    grouped: figureOf(counted.flatMap(([id, { groupedIn }]) => (groupedIn.length > 0 ? [id] : []))),
    notGrouped: figureOf(counted.flatMap(([id, { groupedIn }]) => (groupedIn.length > 0 ? [] : [id]))),
    restated: having('contribution.restated'),
    restatementsDisputed: having('contribution.restatementDisputed'),
    syntheses: record.of('synthesis').map(({ id, events }) => {
      const recorded = citedOf(events, 'synthesis.divergenceRecorded');
      return {
        synthesis: id,
        opened: cite(events[0]!),
        published: events.some((event) => nameOf(event) === 'synthesis.published'),
        members: figureOf([...(inSynthesis.get(id) ?? [])]),
        divergences: ((events[0]!.data as KnownData<typeof synthesisOpened>).divergenceCount ?? 0) + recorded.length,
        divergencesRecorded: recorded,
      };
    }),
  };
}

import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  sumCommitments,
  sumContributions,
  type CommitmentFigures,
  type ContributionFigures,
  type ContributionTables,
  type Counted,
  type FlowCell,
} from '@fil/facts/figures/published-figures';
import { Names } from '../names/names';
import { NAMES } from '../names/names.projection';
import type { Named } from '../names/named';
import { typed } from '../reading/typed';
import { ViewReader } from '../reading/view-reader';
import { STANDINGS } from '../standings/standings.projection';
import { commitmentCellsFrom, contributionCellsFrom } from './cells.sql';
import type * as Answer from './overview.answer';
import { SeeOverview } from './see-overview.query';

@QueryHandler(SeeOverview)
export class SeeOverviewHandler implements IQueryHandler<SeeOverview, Answer.OverviewAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ filters, asked: { today, ...asked } }: SeeOverview): Promise<Answer.OverviewAnswer> {
    const consultation = typed(filters.consultation);
    return this.reader.read([STANDINGS, NAMES], { ...asked, today }, async (manager, shown) => {
      const names = await Names.read(manager);
      const tables = sumContributions(await contributionCellsFrom(manager, consultation), today);
      const commitments = sumCommitments(await commitmentCellsFrom(manager, today, consultation));
      return overviewFrom(tables, commitments, names, { shown, today, consultation });
    });
  }
}

interface About {
  readonly shown: Answer.OverviewAnswer['shown'];
  readonly today: string;
  readonly consultation: string | null;
}

/** The figures without the ids behind them, and with names. */
export function overviewFrom(
  tables: ContributionTables,
  commitments: CommitmentFigures,
  names: Names,
  about: About,
): Answer.OverviewAnswer {
  const { consultation } = about;
  const organiser = consultation === null ? null : names.organiserOf(consultation);
  const theme = (code: string): Named => names.named('themes', organiser, code);
  const named = consultation === null ? null : names.consultation(consultation);
  return {
    shown: about.shown,
    today: about.today,
    consultation: named && { id: named.id, title: named.title },
    contributions: counts<keyof ContributionFigures>(tables.figures),
    commitments: counts<keyof CommitmentFigures>(commitments),
    outcome: listed(tables.outcome),
    reason: listed(tables.reason),
    progress: listed(tables.progress),
    byChannel: listed(tables.byChannel),
    byTheme: listed(tables.byTheme).map(({ code, count }) => ({ theme: theme(code), count })),
    flow: {
      channel: tables.channelFlow.map(withoutIds),
      theme: tables.themeFlow.map(withoutIds),
      themes: [...new Set(tables.themeFlow.map(({ from }) => from))].map(theme),
    },
  };
}

const counts = <K extends string>(
  figures: Readonly<Record<K, { readonly count: number } | number>>,
): Record<K, number> =>
  Object.fromEntries(
    Object.entries<{ readonly count: number } | number>(figures).map(([name, figure]) => [
      name,
      typeof figure === 'number' ? figure : figure.count,
    ]),
  ) as Record<K, number>;

const listed = <C extends string>(counted: Counted<C>): Answer.CountOf<C>[] =>
  [...counted].map(([code, { count }]) => ({ code, count }));

const withoutIds = <F extends string>({ from, outcome, progress, count }: FlowCell<F>): Answer.FlowCell<F> => ({
  from,
  outcome,
  progress,
  count,
});

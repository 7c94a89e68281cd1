/** The published numbers and the ids behind each: 02 §2.2 (completeness) and §3. Their only implementation. */
import type { Channel } from '../codes/contribution';
import type { Progress } from '../codes/progress';
import type { Reason } from '../codes/reason';
import { commitmentCells, contributionCells, type CommitmentCell, type ContributionCell } from './cells';
import type { FactEvent } from './fact-event';
import { recordFacts, type RecordFacts } from './record-facts';
import { standingAnswers, type OverallStanding } from './standing';

export interface Figure {
  readonly count: number;
  readonly ids: readonly string[];
}

export interface ContributionFigures {
  /** Every one recorded and not voided, public or not. */
  readonly received: Figure;
  readonly published: Figure;
  /** Those for which a ground of moderation was invoked. */
  readonly moderated: Figure;
  /** A final outcome for each point. */
  readonly answered: Figure;
  /** Not answered, with a provisional outcome. */
  readonly provisional: Figure;
  /**
   * The promised day is over on the day of the cut, and something is still owed: late as 02 §3 says it. A waiver of the
   * deadline (`promise.answer`) does not change it. It is said by whoever owes the answer, and nobody was answered by it:
   * the figure tells residents who still waits past the promised day, and no statement of the one who is late takes it
   * away (02 §5, late, said fairly). The deadline itself, which owns the verdict, is `waived` and never `missed`; its
   * ground is shown with it, beside this figure in a report (chapter 13).
   */
  readonly late: Figure;
  readonly withdrawn: Figure;
  readonly transferred: Figure;
  /** Left out of every other figure. */
  readonly voided: Figure;
}

export interface CommitmentFigures {
  readonly made: Figure;
  readonly done: Figure;
  readonly abandoned: Figure;
  /** Planned date over, neither done nor abandoned. */
  readonly late: Figure;
  /** Neither done, abandoned nor late. */
  readonly waiting: Figure;
  readonly noNews: Figure;
  readonly notListed: Figure;
  /** Those whose present date is later than the first one; `slippedDays` is the sum of their days. */
  readonly slipped: Figure;
  readonly slippedDays: number;
  readonly reschedulings: number;
}

export type Counted<C extends string = string> = ReadonlyMap<C, Figure>;

/** `<from>|<outcome>|<progress>`, each contribution once. */
export interface FlowCell<F extends string = string> extends Figure {
  readonly from: F;
  readonly outcome: OverallStanding;
  readonly progress: Progress | 'none';
}

export interface ContributionTables {
  readonly figures: ContributionFigures;
  readonly outcome: Counted<OverallStanding>;
  /** A contribution counts in each of its reasons. */
  readonly reason: Counted<Reason>;
  readonly progress: Counted<Progress | 'none'>;
  readonly byChannel: Counted<Channel | 'concealed'>;
  /** A contribution counts in each of its themes, or in `none`. */
  readonly byTheme: Counted;
  readonly channelFlow: readonly FlowCell<Channel | 'concealed'>[];
  /** By the first theme, or `none`. */
  readonly themeFlow: readonly FlowCell[];
}

interface Sum {
  count: number;
  readonly ids: string[];
}

function add(sum: Sum, cell: { readonly count: number; readonly ids: readonly string[] }): void {
  sum.count += cell.count;
  sum.ids.push(...cell.ids);
}

function of<C extends { readonly count: number; readonly ids: readonly string[] }>(
  cells: readonly C[],
  belongs: (cell: C) => boolean,
): Figure {
  const sum: Sum = { count: 0, ids: [] };
  for (const cell of cells) if (belongs(cell)) add(sum, cell);
  return sum;
}

/** Greatest first; equal ones by code, so that the same entries give the same table. */
function tally<C extends string>(
  cells: readonly ContributionCell[],
  codes: (cell: ContributionCell) => readonly C[],
): Counted<C> {
  const sums = new Map<C, Sum>();
  for (const cell of cells) {
    for (const code of codes(cell)) {
      const sum = sums.get(code) ?? { count: 0, ids: [] };
      add(sum, cell);
      sums.set(code, sum);
    }
  }
  return new Map([...sums].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1)));
}

function flow<F extends string>(
  cells: readonly ContributionCell[],
  from: (cell: ContributionCell) => F,
): FlowCell<F>[] {
  const parts = new Map<string, FlowCell<F>>();
  const sums = tally(cells, (cell) => {
    const part = { from: from(cell), outcome: cell.standing, progress: cell.progress, count: 0, ids: [] };
    const key = `${part.from}|${part.outcome}|${part.progress}`;
    parts.set(key, part);
    return [key];
  });
  return [...sums].map(([key, sum]) => ({ ...parts.get(key)!, ...sum }));
}

/** @param today the day of the cut, in Paris */
export function sumContributions(all: readonly ContributionCell[], today: string): ContributionTables {
  const cells = all.filter(({ voided }) => !voided);
  const channel = (cell: ContributionCell): Channel | 'concealed' => cell.channel ?? 'concealed';
  return {
    figures: {
      received: of(cells, () => true),
      published: of(cells, ({ published }) => published),
      moderated: of(cells, ({ moderated }) => moderated),
      answered: of(cells, ({ answered }) => answered),
      provisional: of(cells, ({ provisional }) => provisional),
      late: of(cells, (cell) => !cell.settled && cell.dueOn !== null && cell.dueOn < today),
      withdrawn: of(cells, ({ withdrawn }) => withdrawn),
      transferred: of(cells, ({ transferred }) => transferred),
      voided: of(all, ({ voided }) => voided),
    },
    outcome: tally(cells, ({ standing }) => [standing]),
    reason: tally(cells, ({ reasons }) => reasons),
    progress: tally(cells, ({ progress }) => [progress]),
    byChannel: tally(cells, (cell) => [channel(cell)]),
    byTheme: tally(cells, ({ themes }) => (themes.length > 0 ? [...new Set(themes)] : ['none'])),
    channelFlow: flow(cells, channel),
    themeFlow: flow(cells, ({ themes }) => themes[0] ?? 'none'),
  };
}

export function sumCommitments(cells: readonly CommitmentCell[]): CommitmentFigures {
  const done = (cell: CommitmentCell): boolean => cell.progress === 'done' || cell.progress === 'verified';
  const abandoned = (cell: CommitmentCell): boolean => cell.progress === 'abandoned';
  const slipped = cells.filter(({ slippedDays }) => (slippedDays ?? 0) > 0);
  return {
    made: of(cells, () => true),
    done: of(cells, done),
    abandoned: of(cells, abandoned),
    late: of(cells, ({ late }) => late),
    waiting: of(cells, (cell) => !done(cell) && !abandoned(cell) && !cell.late),
    noNews: of(cells, ({ noNews }) => noNews),
    notListed: of(cells, ({ notListed }) => notListed),
    slipped: of(slipped, () => true),
    slippedDays: slipped.reduce((sum, cell) => sum + cell.count * cell.slippedDays!, 0),
    reschedulings: cells.reduce((sum, cell) => sum + cell.count * cell.reschedulings, 0),
  };
}

/**
 * The commitments that follow from what was said: from a standing answer, or because they answer a contribution or a
 * synthesis it is in.
 *
 * @param consultation only what was said in it; null: everything the record holds
 */
export function commitmentsFollowing(record: RecordFacts, consultation: string | null): ReadonlySet<string> {
  const found = new Set<string>();
  const answered = new Set<string>();
  for (const [id, facts] of record.contributions) {
    if (consultation !== null && facts.consultation !== consultation) continue;
    answered.add(id);
    for (const { synthesis } of facts.groupedIn) answered.add(synthesis);
    for (const answer of standingAnswers(facts)) for (const commitment of answer.commitments) found.add(commitment);
  }
  for (const [id, { answers }] of record.commitments) if (answers.some((one) => answered.has(one))) found.add(id);
  return found;
}

/**
 * All figures from the entries of a cut.
 *
 * @param events entries 0 … size − 1, in order
 * @param today the day of the cut in Paris: that of the last entry for a report, the present one for a page
 * @param consultation null: the whole register
 */
export function publishedFigures(
  events: Iterable<FactEvent>,
  today: string,
  consultation: string | null = null,
): { readonly contributions: ContributionTables; readonly commitments: CommitmentFigures } {
  const record = recordFacts(events);
  const only = consultation === null ? null : commitmentsFollowing(record, consultation);
  return {
    contributions: sumContributions(contributionCells(record, consultation), today),
    commitments: sumCommitments(commitmentCells(record, today, only)),
  };
}

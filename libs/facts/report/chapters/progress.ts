/** Chapter 9: progress since the last report of the same scope. Changes only; the first report has none to compare with. */
import type { Figure } from '../../figures/published-figures';
import { isAnswered } from '../../figures/standing';
import { cite, type Cited } from '../cited';
import { figureOf } from '../figure-of';
import type { PreviousReport, ReportRecord } from '../report-record';
import type { AnsweredContribution } from './answers';

export interface ProgressSince {
  /** The report it starts from; null: this is the first. */
  readonly since: PreviousReport | null;
  /** Contributions received since, and those answered of which an answer that stands was given since. */
  readonly received: Figure;
  readonly answered: Figure;
  /** Only what changed: commitments made since, and what happened since to the others. */
  readonly commitments: readonly { readonly commitment: string; readonly changes: readonly Cited[] }[];
  readonly decisions: readonly Cited[];
}

const NOTHING: ProgressSince = {
  since: null,
  received: figureOf([]),
  answered: figureOf([]),
  commitments: [],
  decisions: [],
};

/** @param lines those of chapter 6 */
export function progressSince(record: ReportRecord, lines: readonly AnsweredContribution[]): ProgressSince {
  const { previous } = record;
  if (!previous) return NOTHING;
  const isNew = ({ index }: { readonly index: number }): boolean => index >= previous.size;
  return {
    since: previous,
    received: figureOf(
      lines.flatMap(({ contribution }) => (isNew(record.lines.get(contribution)!) ? [contribution] : [])),
    ),
    answered: figureOf(
      lines.flatMap(({ contribution, points }) =>
        isAnswered(record.facts.contributions.get(contribution)!) &&
        points.some(({ answer }) => answer !== null && isNew(answer))
          ? [contribution]
          : [],
      ),
    ),
    commitments: record.of('commitment').flatMap(({ id, events }) => {
      const changes = events.filter(isNew).map(cite);
      return changes.length > 0 ? [{ commitment: id, changes }] : [];
    }),
    decisions: record.of('decision').flatMap(({ events }) => events.filter(isNew).map(cite)),
  };
}

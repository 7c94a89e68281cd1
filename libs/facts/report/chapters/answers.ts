/**
 * Chapter 6: what we do with it. Every contribution that was received has its line, and each of its points stands there
 * with its outcome or with the fact that it has none: nobody can be left out.
 */
import type { Channel, ContributionKind } from '../../codes/contribution';
import type { DecisionStanding } from '../../codes/decision';
import type { Standing } from '../../codes/outcome';
import type { When } from '../../dates/when';
import { decisionStanding } from '../../figures/decision-facts';
import { pointNumbers, pointStanding, type OverallStanding } from '../../figures/standing';
import type { ContributionFigures } from '../../figures/published-figures';
import type { AnswerLine } from '../contribution-line';
import { rowsOf, tableOf, type CountedBy } from '../figure-of';
import type { ReportRecord } from '../report-record';

export interface AnsweredPoint {
  readonly point: number;
  readonly standing: Standing;
  /** Outcome, reasons, decider, act; null while nothing was answered. */
  readonly answer: AnswerLine | null;
  /** Whether the decision it rests on may be relied on; null: it rests on none. */
  readonly decisionStanding: DecisionStanding | null;
}

export interface AnsweredContribution {
  readonly contribution: string;
  /** The event that recorded it. */
  readonly recorded: string;
  readonly receivedOn: When;
  /** Null, and so are its points' answers, when its facts are not public. */
  readonly channel: Channel | null;
  readonly kind: ContributionKind | null;
  readonly standing: OverallStanding;
  readonly points: readonly AnsweredPoint[];
}

export interface Answers {
  readonly figures: Pick<ContributionFigures, 'answered' | 'provisional' | 'late'>;
  /** By standing of the whole contribution; each once. */
  readonly byOutcome: readonly CountedBy<OverallStanding>[];
  /** By function that decided: the events of the answers. */
  readonly byDecider: readonly CountedBy<string>[];
  /** Points, by how each stands: `<contribution>#<point>`. */
  readonly points: readonly CountedBy<Standing>[];
  /** Every contribution received and not voided, in the order in which they came. */
  readonly lines: readonly AnsweredContribution[];
}

export function answers(record: ReportRecord): Answers {
  const { answered, provisional, late } = record.contributions.figures;
  const lines = linesOf(record);
  const given = lines.flatMap(({ points }) => points.flatMap(({ answer }) => answer ?? []));
  return {
    figures: { answered, provisional, late },
    byOutcome: rowsOf(record.contributions.outcome),
    byDecider: tableOf(given.map(({ decidedBy, event }) => [decidedBy ?? 'notStated', event] as const)),
    points: tableOf(
      lines.flatMap(({ contribution, points }) =>
        points.map(({ point, standing }) => [standing, `${contribution}#${point}`] as const),
      ),
    ),
    lines,
  };
}

const given = (
  answer: AnswerLine | null,
  { facts: { decisions } }: ReportRecord,
): Pick<AnsweredPoint, 'answer' | 'decisionStanding'> => {
  const decision = answer?.decision ? decisions.get(answer.decision) : undefined;
  return { answer, decisionStanding: decision ? decisionStanding(decision) : null };
};

function linesOf(record: ReportRecord): AnsweredContribution[] {
  const standings = new Map(
    [...record.contributions.outcome].flatMap(([standing, { ids }]) => ids.map((id) => [id, standing] as const)),
  );
  return [...record.facts.contributions].flatMap(([contribution, facts]) => {
    const standing = standings.get(contribution);
    if (standing === undefined) return []; // voided: in the list of chapter 12
    const line = record.lines.get(contribution)!;
    return [
      {
        contribution,
        recorded: line.recorded,
        receivedOn: facts.receivedOn,
        channel: facts.channel,
        kind: facts.kind,
        standing,
        points: pointNumbers(facts).map((point) => ({
          point,
          standing: pointStanding(facts, facts.points[point] ?? { answer: null, transferred: false }),
          ...given(line.answers.get(point) ?? null, record),
        })),
      },
    ];
  });
}

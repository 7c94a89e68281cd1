/** Chapter 7: what we will not do, and why. What was refused, what was put aside, and what was undertaken and given up. */
import type { Outcome } from '../../codes/outcome';
import type { Reason } from '../../codes/reason';
import { citedOf, type Cited } from '../cited';
import { tableOf, type CountedBy } from '../figure-of';
import { countedLines, type ReportRecord } from '../report-record';
import type { AnsweredContribution } from './answers';

/** Outcomes by which something is not done, or not all of it, or not now. */
const NOT_DONE: readonly Outcome[] = ['notAccepted', 'partlyAccepted', 'outOfScope', 'deferred'];

export interface Refusal {
  readonly contribution: string;
  readonly point: number;
  readonly answer: string;
  readonly outcome: Outcome;
  readonly reasons: readonly Reason[];
  /** Function that decided. */
  readonly decidedBy: string | null;
  /** What of the mandate is invoked. */
  readonly constraint: string | null;
  readonly openPoint: string | null;
}

export interface Refusals {
  readonly refusals: readonly Refusal[];
  /** Their answers' events, by outcome and by reason; an answer counts in each of its reasons, or in `none`. */
  readonly byOutcome: readonly CountedBy<Outcome>[];
  readonly byReason: readonly CountedBy<Reason | 'none'>[];
  /** Declared inadmissible, not published, redacted: with their grounds. */
  readonly moderated: readonly Cited[];
  readonly commitmentsAbandoned: readonly Cited[];
}

/** @param lines those of chapter 6 */
export function refusals(record: ReportRecord, lines: readonly AnsweredContribution[]): Refusals {
  const found = lines.flatMap(({ contribution, points }) =>
    points.flatMap(({ point, standing, answer }): Refusal[] => {
      const outcome = NOT_DONE.find((code) => code === standing);
      if (!outcome || !answer) return [];
      const { event, reasons, decidedBy, constraint, openPoint } = answer;
      return [{ contribution, point, answer: event, outcome, reasons, decidedBy, constraint, openPoint }];
    }),
  );
  return {
    refusals: found,
    byOutcome: tableOf(found.map(({ outcome, answer }) => [outcome, answer] as const)),
    byReason: tableOf(
      found.flatMap(({ reasons, answer }) =>
        (reasons.length > 0 ? reasons : (['none'] as const)).map((reason) => [reason, answer] as const),
      ),
    ),
    moderated: moderated(record),
    commitmentsAbandoned: record.of('commitment').flatMap(({ events }) => citedOf(events, 'commitment.abandoned')),
  };
}

const MODERATION = ['contribution.notPublished', 'contribution.declaredInadmissible', 'contribution.redacted'];

const moderated = (record: ReportRecord): Cited[] =>
  countedLines(record).flatMap(({ events }) => events.filter(({ name }) => MODERATION.includes(name)));

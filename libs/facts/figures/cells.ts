/**
 * A cell: so many contributions, or commitments, of which everything a figure asks is the same. The record folded from
 * entries gives cells of one; a read model groups its rows into larger ones. Both are summed by the same functions.
 */
import type { Channel } from '../codes/contribution';
import type { Progress } from '../codes/progress';
import type { Reason } from '../codes/reason';
import { hasNoNews, isCommitmentLate, isOpen, slippedDays } from './commitment-progress';
import { consultationDueOn } from './consultation-facts';
import { contributionProgress, type RecordFacts } from './record-facts';
import { isAnswered, isProvisional, isSettled, overallStanding, reasonsOf, type OverallStanding } from './standing';

export interface ContributionCell {
  readonly count: number;
  /** Whose they are; empty when the cell comes from a read model that does not say. */
  readonly ids: readonly string[];
  readonly consultation: string;
  readonly published: boolean;
  readonly moderated: boolean;
  readonly withdrawn: boolean;
  readonly transferred: boolean;
  readonly voided: boolean;
  readonly answered: boolean;
  readonly provisional: boolean;
  readonly settled: boolean;
  readonly standing: OverallStanding;
  readonly reasons: readonly Reason[];
  readonly channel: Channel | null;
  readonly themes: readonly string[];
  readonly progress: Progress | 'none';
  /** The day by which an answer was promised. */
  readonly dueOn: string | null;
}

export interface CommitmentCell {
  readonly count: number;
  readonly ids: readonly string[];
  readonly progress: Progress;
  readonly late: boolean;
  readonly noNews: boolean;
  readonly notListed: boolean;
  /** Of one commitment of the cell; null when a date is unknown. */
  readonly slippedDays: number | null;
  readonly reschedulings: number;
}

/** @param consultation only what was said in it; null: everything */
export function contributionCells(record: RecordFacts, consultation: string | null): ContributionCell[] {
  const progress = contributionProgress(record);
  const cells: ContributionCell[] = [];
  for (const [id, facts] of record.contributions) {
    if (consultation !== null && facts.consultation !== consultation) continue;
    cells.push({
      count: 1,
      ids: [id],
      consultation: facts.consultation,
      published: facts.published,
      moderated: facts.moderated,
      withdrawn: facts.withdrawn,
      transferred: overallStanding(facts) === 'transferred',
      voided: facts.voided,
      answered: isAnswered(facts),
      provisional: isProvisional(facts),
      settled: isSettled(facts),
      standing: overallStanding(facts),
      reasons: reasonsOf(facts),
      channel: facts.channel,
      themes: facts.themes,
      progress: progress(id, facts),
      dueOn: consultationDueOn(record.consultations.get(facts.consultation) ?? null),
    });
  }
  return cells;
}

/**
 * @param today the day of the cut
 * @param only ids of the commitments to count; null: all of them
 */
export function commitmentCells(
  record: RecordFacts,
  today: string,
  only: ReadonlySet<string> | null,
): CommitmentCell[] {
  const cells: CommitmentCell[] = [];
  for (const [id, facts] of record.commitments) {
    if (only && !only.has(id)) continue;
    cells.push({
      count: 1,
      ids: [id],
      progress: facts.advance.progress,
      late: isCommitmentLate(facts, today),
      noNews: hasNoNews(facts, today),
      notListed: facts.notListed && isOpen(facts),
      slippedDays: slippedDays(facts),
      reschedulings: facts.reschedulings,
    });
  }
  return cells;
}

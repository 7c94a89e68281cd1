/** The cells that facts/figures sums, from one row per contribution and per commitment. */
import type { EntityManager } from 'typeorm';
import type { Channel } from '@fil/facts/codes/contribution';
import type { Progress } from '@fil/facts/codes/progress';
import type { Reason } from '@fil/facts/codes/reason';
import type { CommitmentCell, ContributionCell } from '@fil/facts/figures/cells';
import type { OverallStanding } from '@fil/facts/figures/standing';
import { tableOf } from '@fil/log/projections/projection';
import { NAMES } from '../names/names.projection';
import { countedContributions } from '../standings/counted.sql';
import { COMMITMENTS, CONTRIBUTIONS, FOLLOWING_CTES } from '../standings/following.sql';
import { progressOfMask } from '../standings/progress-mask';

interface ContributionCellRow {
  readonly count: number;
  readonly consultation: string;
  readonly published: boolean;
  readonly moderated: boolean;
  readonly voided: boolean;
  readonly withdrawn: boolean;
  readonly answered: boolean;
  readonly provisional: boolean;
  readonly settled: boolean;
  readonly standing: OverallStanding;
  readonly reasons: readonly Reason[];
  readonly channel: Channel | null;
  readonly themes: readonly string[];
  readonly mask: number;
  readonly due_on: string | null;
}

const GROUPED = `s.consultation, s.published, s.moderated, s.voided, s.withdrawn, s.answered, s.provisional, s.settled, s.standing, s.reasons, s.channel, s.themes`;

export async function contributionCellsFrom(
  manager: EntityManager,
  consultation: string | null,
): Promise<ContributionCell[]> {
  const { table } = await countedContributions(manager);
  const rows = await manager.query<ContributionCellRow[]>(
    `WITH ${FOLLOWING_CTES}
     SELECT count(*)::int AS count, ${GROUPED}, coalesce(m.mask, 0) AS mask, c.due_on::text
     FROM ${table} s LEFT JOIN masks m USING (stream) LEFT JOIN ${tableOf(NAMES, 'names_consultation')} c ON c.stream = s.consultation
     WHERE $1::text IS NULL OR s.consultation = $1
     GROUP BY ${GROUPED}, m.mask, c.due_on`,
    [consultation],
  );
  return rows.map(({ mask, due_on, ...cell }) => ({
    ...cell,
    ids: [],
    transferred: cell.standing === 'transferred',
    progress: progressOfMask(mask),
    dueOn: due_on,
  }));
}

interface CommitmentCellRow {
  readonly count: number;
  readonly progress: Progress;
  readonly late: boolean;
  readonly no_news: boolean;
  readonly not_listed: boolean;
  readonly slipped_days: number | null;
  readonly reschedulings: number;
}

/** @param consultation only commitments that follow from what was said in it; null: all */
export async function commitmentCellsFrom(
  manager: EntityManager,
  today: string,
  consultation: string | null,
): Promise<CommitmentCell[]> {
  const rows = await manager.query<CommitmentCellRow[]>(
    `WITH ${FOLLOWING_CTES}
     SELECT count(*)::int AS count, k.progress, k.open AND coalesce(k.planned < $1::date, false) AS late,
       k.open AND coalesce(k.report_due < $1::date, false) AS no_news, k.not_listed, k.slipped_days, k.reschedulings
     FROM ${COMMITMENTS} k
     WHERE $2::text IS NULL OR k.stream IN (
       SELECT f.commitment FROM following f JOIN ${CONTRIBUTIONS} s USING (stream) WHERE s.consultation = $2)
     GROUP BY 2, 3, 4, 5, 6, 7`,
    [today, consultation],
  );
  return rows.map(({ no_news, not_listed, slipped_days, ...cell }) => ({
    ...cell,
    ids: [],
    noNews: no_news,
    notListed: not_listed,
    slippedDays: slipped_days,
  }));
}

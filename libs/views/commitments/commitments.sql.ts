/** Which commitments match: over one row per commitment. */
import type { EntityManager } from 'typeorm';
import { followedUp } from '@fil/facts/events/words.events';
import { tableOf } from '@fil/log/projections/projection';
import { HISTORY } from '../history/history.projection';
import type { KeptEvent } from '../reading/happening';
import { typed } from '../reading/typed';
import { COMMITMENTS, CONTRIBUTIONS } from '../standings/following.sql';
import type { CommitmentsAnswer } from './commitments.answer';
import type { CommitmentFilters } from './commitments.query';

const EVENTS = tableOf(HISTORY, 'history_event');

const LATE = 'k.open AND k.planned < $1::date';
const NO_NEWS = 'k.open AND k.report_due < $1::date';

/** `$1` is today. */
class Matching {
  readonly parameters: unknown[];
  private readonly conditions: string[] = ['$1::date IS NOT NULL'];

  constructor(filters: CommitmentFilters, today: string) {
    this.parameters = [today];
    for (const fact of ['authority', 'owner', 'accountable', 'decision', 'parent'] as const) {
      const value = typed(filters[fact]);
      if (value !== null) this.where(`k.state->>'${fact}' = ${this.parameter(value)}`);
    }
    if (filters.progress) this.where(`k.progress = ${this.parameter(filters.progress)}`);
    if (filters.lateOnly) this.where(LATE);
    if (filters.noNewsOnly) this.where(NO_NEWS);
    const consultation = typed(filters.consultation);
    if (consultation !== null) this.where(ofConsultation(this.parameter(consultation)));
  }

  parameter(value: unknown): string {
    return `$${this.parameters.push(value)}`;
  }

  where(condition: string): void {
    this.conditions.push(`(${condition})`);
  }

  get from(): string {
    return `FROM ${COMMITMENTS} k WHERE ${this.conditions.join(' AND ')}`;
  }
}

/** Its decision belongs to the consultation, or it answers what was said or grouped there. */
const ofConsultation = (consultation: string): string => `
  k.state->>'decision' IN (
    SELECT stream FROM ${EVENTS}
    WHERE names @> ARRAY[${consultation}::text] AND names IS NOT NULL AND split_part(type, '.', 1) = 'decision')
  OR k.answers && (
    SELECT coalesce(array_agg(id), '{}') FROM (
      SELECT stream AS id FROM ${CONTRIBUTIONS} WHERE consultation = ${consultation}
      UNION ALL
      SELECT stream FROM ${EVENTS}
      WHERE names @> ARRAY[${consultation}::text] AND names IS NOT NULL AND split_part(type, '.', 1) = 'synthesis'
    ) said)`;

/** Of those that match, the latest made first. @param before index of the last one before */
export async function findCommitments(
  manager: EntityManager,
  filters: CommitmentFilters,
  today: string,
  { before, limit }: { before?: number; limit: number },
): Promise<{ readonly stream: string; readonly index: number }[]> {
  const matching = new Matching(filters, today);
  if (before !== undefined) matching.where(`(k.state->>'index')::bigint < ${matching.parameter(before)}::bigint`);
  const rows = await manager.query<{ stream: string; index: string }[]>(
    `SELECT k.stream, k.state->>'index' AS index ${matching.from}
     ORDER BY (k.state->>'index')::bigint DESC LIMIT ${matching.parameter(limit)}`,
    matching.parameters,
  );
  return rows.map(({ stream, index }) => ({ stream, index: Number(index) }));
}

export async function countCommitments(
  manager: EntityManager,
  filters: CommitmentFilters,
  today: string,
): Promise<CommitmentsAnswer['totals']> {
  const matching = new Matching(filters, today);
  const [totals] = await manager.query<CommitmentsAnswer['totals'][]>(
    `SELECT count(*)::int AS commitments, count(*) FILTER (WHERE ${LATE})::int AS late,
       count(*) FILTER (WHERE ${NO_NEWS})::int AS "noNews" ${matching.from}`,
    matching.parameters,
  );
  return totals!;
}

/** What authors say of what was declared done, in order. */
export async function followUpsOf(manager: EntityManager, commitment: string, size?: number): Promise<KeptEvent[]> {
  const rows = await manager.query<{ event: KeptEvent }[]>(
    `SELECT event FROM ${EVENTS}
     WHERE type = $1 AND event->'data'->>'commitment' = $2 AND ($3::bigint IS NULL OR index < $3) ORDER BY index`,
    [followedUp.type, commitment, size ?? null],
  );
  return rows.map(({ event }) => event);
}

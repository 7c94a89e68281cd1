import type { EntityManager } from 'typeorm';
import { outcomeGiven } from '@fil/facts/events/contribution.events';
import { tableOf } from '@fil/log/projections/projection';
import { HISTORY } from '../history/history.projection';

/** How many contributions have an answer that names this decision, be it standing or replaced. */
export async function answersNaming(manager: EntityManager, decision: string, size?: number): Promise<number> {
  const [row] = await manager.query<{ answered: number }[]>(
    `SELECT count(DISTINCT stream)::int AS answered FROM ${tableOf(HISTORY, 'history_event')}
     WHERE type = $1 AND event->'data'->>'decision' = $2 AND ($3::bigint IS NULL OR index < $3)`,
    [outcomeGiven.type, decision, size ?? null],
  );
  return row!.answered;
}

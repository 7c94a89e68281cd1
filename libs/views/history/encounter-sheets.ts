/** What was said in an encounter, by the number of its sheet or printed slip. */
import type { EntityManager } from 'typeorm';
import type { Slip } from '@fil/facts/numbers/slip-number';
import { tableOf } from '@fil/log/projections/projection';
import { CONTRIBUTIONS } from '../standings/following.sql';
import { HISTORY } from './history.projection';

const EVENTS = tableOf(HISTORY, 'history_event');

/** Contributions of an encounter that tell in which they were made, whose entry was not voided. */
const SAID_IN = `SELECT h.stream, h.index, (h.event -> 'data' ->> 'sheet')::int AS sheet FROM ${EVENTS} h
  WHERE h.type = 'contribution.recorded/2' AND h.names @> ARRAY[$1::text] AND h.event -> 'data' ->> 'encounter' = $1`;

/** The contribution on a printed slip: the last one entered, as an entry that was voided gives its place to another. */
export async function contributionOnSlip(manager: EntityManager, { block, place }: Slip): Promise<string | null> {
  const [allocated] = await manager.query<{ stream: string; from: number; count: number }[]>(
    `SELECT stream, (event -> 'data' ->> 'from')::int AS "from", (event -> 'data' ->> 'count')::int AS count
     FROM ${EVENTS} WHERE type = 'encounter.slipsAllocated/1' AND index = $1`,
    [block],
  );
  if (!allocated || place > allocated.count) return null;
  const [said] = await manager.query<{ stream: string }[]>(
    `SELECT stream FROM (${SAID_IN}) said WHERE sheet = $2 ORDER BY index DESC LIMIT 1`,
    [allocated.stream, allocated.from + place - 1],
  );
  return said?.stream ?? null;
}

/**
 * How many contributions were made in an encounter, and on how many of its slips. Those that are not public are not
 * counted: what was said where is one of the facts that are sealed with them.
 *
 * @param lastSlip number of the last slip set apart; slips are numbered from 1
 */
export async function saidInEncounter(
  manager: EntityManager,
  encounter: string,
  lastSlip: number,
): Promise<{ readonly contributions: number; readonly slipsUsed: number }> {
  const [counts] = await manager.query<{ contributions: number; slipsUsed: number }[]>(
    `SELECT count(*)::int AS contributions, count(*) FILTER (WHERE sheet <= $2)::int AS "slipsUsed"
     FROM (${SAID_IN}) said JOIN ${CONTRIBUTIONS} s USING (stream) WHERE NOT s.voided`,
    [encounter, lastSlip],
  );
  return counts!;
}

/** Rows of contributions as they are counted: a duplicate stands as the contribution it counts with (02 §3). */
import { escapeLiteral } from 'pg';
import type { EntityManager } from 'typeorm';
import { withDuplicates } from '@fil/facts/figures/duplicates';
import { settledWithOthers } from '@fil/facts/figures/settling';
import { standingAnswers, type ContributionFacts } from '@fil/facts/figures/standing';
import { CONTRIBUTIONS } from './following.sql';
import { STANDING_COLUMNS, standingColumns, type ContributionStanding } from './standings.projection';

export interface Counted {
  /** Stands in a query where `CONTRIBUTIONS` would, with the columns that are counted. */
  readonly table: string;
  /** Facts with which a row is told as it is counted. */
  factsOf(stream: string, facts: ContributionFacts): ContributionFacts;
}

const COLUMNS = [
  'stream',
  'state',
  'index',
  'consultation',
  'published',
  'moderated',
  'voided',
  'withdrawn',
  'reasons',
  'channel',
  'themes',
  'received',
  'department',
  'decider',
] as const;
const RESOLVED = Object.keys(STANDING_COLUMNS) as (keyof typeof STANDING_COLUMNS)[];

interface Row {
  readonly stream: string;
  readonly state: ContributionStanding;
}

/**
 * One object's fold does not know the other one: duplicates, of which there are few, are resolved by the function of the
 * figures when they are asked for, and put in the place of their rows.
 */
export async function countedContributions(manager: EntityManager): Promise<Counted> {
  const duplicates = await manager.query<Row[]>(`SELECT stream, state FROM ${CONTRIBUTIONS} WHERE duplicate`);
  if (duplicates.length === 0) return { table: CONTRIBUTIONS, factsOf: (_, facts) => facts };
  const kept = await manager.query<Row[]>(`SELECT stream, state FROM ${CONTRIBUTIONS} WHERE stream = ANY ($1)`, [
    duplicates.flatMap(({ state }) => standingAnswers(state.facts).flatMap(({ mergedInto }) => mergedInto ?? [])),
  ]);
  const states = new Map([...duplicates, ...kept].map(({ stream, state }) => [stream, state]));
  const factsOf = (stream: string, facts: ContributionFacts): ContributionFacts =>
    withDuplicates(facts, (one) => states.get(one)?.facts, new Set([stream]));
  const resolved = duplicates.map(({ stream, state }) => ({
    stream,
    ...standingColumns(
      factsOf(stream, state.facts),
      settledWithOthers(stream, (one) => states.get(one)),
    ),
  }));
  const columns = COLUMNS.map((name) => `s.${name}`).join(', ');
  const types = RESOLVED.map((name) => `${name} ${STANDING_COLUMNS[name].replace(' NOT NULL', '')}`).join(', ');
  return {
    // Two branches: those that are no duplicates keep their indexes.
    table: `(SELECT ${columns}, ${RESOLVED.map((name) => `s.${name}`).join(', ')} FROM ${CONTRIBUTIONS} s
        WHERE NOT s.duplicate
      UNION ALL
      SELECT ${columns}, ${RESOLVED.map((name) => `d.${name}`).join(', ')} FROM ${CONTRIBUTIONS} s
        JOIN jsonb_to_recordset(${escapeLiteral(JSON.stringify(resolved))}::jsonb) AS d(stream text, ${types})
        USING (stream))`,
    factsOf,
  };
}

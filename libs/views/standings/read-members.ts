/** What the tables know of the members of a synthesis. */
import type { EntityManager } from 'typeorm';
import {
  contributionsAttached,
  contributionsDetached,
  synthesisOutcomeGiven,
} from '@fil/facts/events/synthesis.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import { tableOf } from '@fil/log/projections/projection';
import { evolveContribution, type ContributionFacts } from '@fil/facts/figures/standing';
import { HISTORY } from '../history/history.projection';
import { readHistories } from '../history/read-histories';
import type { KeptEvent } from '../reading/happening';
import { STANDINGS, type ContributionStanding } from './standings.projection';
import {
  allAnswered,
  concernedBy,
  memberStandings,
  summedUp,
  type CarriedShown,
  type Concerned,
  type Copy,
  type GivenInCommon,
  type MemberFacts,
  type MemberStanding,
  type Movement,
  type Point,
} from './carried';

const EVENTS = tableOf(HISTORY, 'history_event');
const CONTRIBUTIONS = tableOf(STANDINGS, 'standings_contribution');

/**
 * Everybody its answer is for, each with how far that has come.
 *
 * @param size of the log as far as it counts; absent: as far as it goes
 */
export async function readMemberStandings(
  manager: EntityManager,
  synthesis: string,
  size?: number,
): Promise<MemberStanding[]> {
  const history = await whatHappened(manager, synthesis, size);
  return standingsOf(manager, history, concernedBy(history), size);
}

/**
 * How far the common answer that stands has come, as the synthesis and the threads of its members say it. Null without one.
 *
 * @param size of the log as far as it counts; absent: as far as it goes
 */
export async function readCarried(
  manager: EntityManager,
  synthesis: string,
  size?: number,
): Promise<CarriedShown | null> {
  const history = await whatHappened(manager, synthesis, size);
  const concerned = concernedBy(history);
  if (!concerned.answer) return null;
  // Most of the time nobody waits: then thousands of members are counted, not read.
  if ((await countCopies(manager, [...concerned.broughtBy], size)) === concerned.points.size)
    return allAnswered(concerned.points.size);
  return summedUp(await standingsOf(manager, history, concerned, size));
}

async function standingsOf(
  manager: EntityManager,
  history: readonly (Movement | GivenInCommon)[],
  concerned: Concerned,
  size: number | undefined,
): Promise<MemberStanding[]> {
  if (!concerned.answer) return memberStandings(concerned, new Map(), []);
  const streams = [...new Set([...concerned.points.values()].map(({ contribution }) => contribution))];
  const causes = history.map(({ event }) => event);
  return memberStandings(
    concerned,
    await (size === undefined ? factsOf(manager, streams) : factsKnown(manager, streams, size)),
    await copiesOf(manager, streams, causes, size),
  );
}

async function whatHappened(
  manager: EntityManager,
  synthesis: string,
  size: number | undefined,
): Promise<(Movement | GivenInCommon)[]> {
  const rows = await manager.query<{ event: KeptEvent; members: Point[] | null }[]>(
    `SELECT event, members FROM ${EVENTS}
     WHERE stream = $1 AND type = ANY ($2) AND ($3::bigint IS NULL OR index < $3) ORDER BY index`,
    [synthesis, [contributionsAttached.type, contributionsDetached.type, synthesisOutcomeGiven.type], size ?? null],
  );
  return rows.map(({ event, members }): Movement | GivenInCommon => {
    if (event.type !== synthesisOutcomeGiven.type) {
      const does = event.type === contributionsAttached.type ? 'attached' : 'detached';
      return { event: event.id, does, members: members ?? [] };
    }
    const { outcome, mergedInto } = event.data as KnownData<typeof synthesisOutcomeGiven>;
    return { event: event.id, does: 'answered', outcome: outcome!, mergedInto: mergedInto ?? null };
  });
}

/** As it was then: no table keeps it. */
async function factsKnown(
  manager: EntityManager,
  streams: readonly string[],
  size: number,
): Promise<Map<string, MemberFacts>> {
  const facts = new Map<string, MemberFacts>();
  for (const [stream, { events }] of await readHistories(manager, streams, size)) {
    const known = events.reduce<ContributionFacts | null>(evolveContribution, null);
    if (known) facts.set(stream, { ...known, inadmissible: known.inadmissible !== null });
  }
  return facts;
}

async function countCopies(
  manager: EntityManager,
  broughtBy: readonly string[],
  size: number | undefined,
): Promise<number> {
  const [row] = await manager.query<{ copies: number }[]>(
    `SELECT count(DISTINCT (stream, event->'data'->>'point'))::int AS copies FROM ${EVENTS}
     WHERE carries = ANY ($1::uuid[]) AND ($2::bigint IS NULL OR index < $2)`,
    [broughtBy, size ?? null],
  );
  return row!.copies;
}

async function factsOf(manager: EntityManager, streams: readonly string[]): Promise<Map<string, MemberFacts>> {
  const rows = await manager.query<(Omit<MemberFacts, 'inadmissible'> & { stream: string; inadmissible: string })[]>(
    `SELECT stream, voided, withdrawn, facts->>'kind' AS kind, facts->>'inadmissible' AS inadmissible,
       facts->'points' AS points
     FROM (SELECT stream, voided, withdrawn, state->'facts' AS facts FROM ${CONTRIBUTIONS} WHERE stream = ANY ($1)) s`,
    [streams],
  );
  return new Map(
    rows.map(({ stream, inadmissible, ...facts }) => [stream, { ...facts, inadmissible: inadmissible !== null }]),
  );
}

/** Stream by stream: of an object that is not public nothing but the cause tells where an answer comes from. */
async function copiesOf(
  manager: EntityManager,
  streams: readonly string[],
  causes: readonly string[],
  size: number | undefined,
): Promise<Copy[]> {
  const rows = await manager.query<{ stream: string; id: string; cause: string; point: string | null }[]>(
    `SELECT e.stream, e.event->>'id' AS id, e.event->>'cause' AS cause, e.event->'data'->>'point' AS point
     FROM unnest($1::text[]) AS s(stream) CROSS JOIN LATERAL (
       SELECT stream, event FROM ${EVENTS}
       WHERE stream = s.stream AND type = 'contribution.outcomeGiven/1' AND event->>'cause' = ANY ($2)
         AND ($3::bigint IS NULL OR index < $3) OFFSET 0
     ) e`,
    [streams, causes, size ?? null],
  );
  return rows.map(({ stream, id, cause, point }) => ({
    event: id,
    contribution: stream,
    point: point === null ? null : Number(point),
    cause,
  }));
}

/** Title and place in the log, for those that are shown. */
export async function readTitles(
  manager: EntityManager,
  streams: readonly string[],
): Promise<ReadonlyMap<string, Pick<ContributionStanding, 'title' | 'index'>>> {
  const rows = await manager.query<{ stream: string; title: ContributionStanding['title']; index: string }[]>(
    `SELECT stream, state->'title' AS title, index FROM ${CONTRIBUTIONS} WHERE stream = ANY ($1)`,
    [streams],
  );
  return new Map(rows.map(({ stream, title, index }) => [stream, { title, index: Number(index) }]));
}

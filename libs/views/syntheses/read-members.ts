/** What the tables know of the members of a synthesis. */
import type { EntityManager } from 'typeorm';
import {
  contributionsAttached,
  contributionsDetached,
  synthesisOutcomeGiven,
} from '@fil/facts/events/synthesis.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import { tableOf } from '@fil/log/projections/projection';
import { HISTORY } from '../history/history.projection';
import type { KeptEvent } from '../reading/happening';
import { STANDINGS, type ContributionStanding } from '../standings/standings.projection';
import type { Copy, GivenInCommon, MemberFacts, MemberStanding, Movement, Point } from './carried';
import { memberStandings } from './carried';

const EVENTS = tableOf(HISTORY, 'history_event');
const CONTRIBUTIONS = tableOf(STANDINGS, 'standings_contribution');

/** Everybody its answer is for, each with how far that has come. */
export async function readMemberStandings(manager: EntityManager, synthesis: string): Promise<MemberStanding[]> {
  const history = await whatHappened(manager, synthesis);
  const contributions = new Set(
    history.flatMap((one) => (one.does === 'answered' ? [] : one.members.map(({ contribution }) => contribution))),
  );
  const streams = [...contributions];
  const answers = history.filter(({ does }) => does === 'answered').length;
  if (answers === 0) return memberStandings(history, new Map(), []);
  const causes = history.map(({ event }) => event);
  return memberStandings(history, await factsOf(manager, streams), await copiesOf(manager, streams, causes));
}

async function whatHappened(manager: EntityManager, synthesis: string): Promise<(Movement | GivenInCommon)[]> {
  const rows = await manager.query<{ event: KeptEvent; members: Point[] | null }[]>(
    `SELECT event, members FROM ${EVENTS} WHERE stream = $1 AND type = ANY ($2) ORDER BY index`,
    [synthesis, [contributionsAttached.type, contributionsDetached.type, synthesisOutcomeGiven.type]],
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
): Promise<Copy[]> {
  const rows = await manager.query<{ stream: string; id: string; cause: string; point: string | null }[]>(
    `SELECT e.stream, e.event->>'id' AS id, e.event->>'cause' AS cause, e.event->'data'->>'point' AS point
     FROM unnest($1::text[]) AS s(stream) CROSS JOIN LATERAL (
       SELECT stream, event FROM ${EVENTS}
       WHERE stream = s.stream AND type = 'contribution.outcomeGiven/1' AND event->>'cause' = ANY ($2) OFFSET 0
     ) e`,
    [streams, causes],
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

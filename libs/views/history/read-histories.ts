/** Histories of objects, whole or as they were known on a day, and which objects there are. */
import { In, type EntityManager } from 'typeorm';
import { corrected } from '@fil/facts/figures/corrected';
import type { Aggregate } from '@fil/facts/kit/aggregates';
import { tableOf } from '@fil/log/projections/projection';
import { historiesOf, type History } from '../reading/history';
import type { Asked, Shown } from '../reading/shown';
import { asKnown } from './as-known';
import { HistoryEventRow } from './history.entity';
import { HISTORY } from './history.projection';

const EVENTS = tableOf(HISTORY, 'history_event');

/** @param size of the log as far as it counts; absent: as far as it goes */
export async function readHistories(
  manager: EntityManager,
  streams: readonly string[],
  size?: number,
): Promise<Map<string, History>> {
  const recorded = await readRecorded(manager, streams, size);
  return new Map([...recorded].map(([stream, history]) => [stream, withCorrections(history)]));
}

/** The same, each entry as it was recorded: nothing is corrected. */
export async function readRecorded(
  manager: EntityManager,
  streams: readonly string[],
  size?: number,
): Promise<Map<string, History>> {
  if (streams.length === 0) return new Map();
  const whole = historiesOf(
    await manager.find(HistoryEventRow, { where: { stream: In([...streams]) }, order: { index: 'ASC' } }),
  );
  const counting = [...whole].map(
    ([stream, history]) => [stream, size === undefined ? history : asKnown(stream, history, size)] as const,
  );
  return new Map(counting.filter(([, { events }]) => events.length > 0));
}

/** What was corrected later than what counts is not corrected. */
const withCorrections = (history: History): History => ({ ...history, events: corrected(history.events) });

/** One object's, or null when there is no such object, or was none then. */
export const readHistory = async (manager: EntityManager, stream: string, size?: number): Promise<History | null> =>
  (await readHistories(manager, [stream], size)).get(stream) ?? null;

export interface ObjectFilter {
  readonly aggregate: Aggregate;
  /** An object that its first event names: a consultation, an authority, a decision … */
  readonly naming?: string;
  /** Index of the first event of the last one before; absent: from the newest. */
  readonly before?: number;
  readonly limit?: number;
}

/** Ids of objects, the newest first, each with the index of its first event. */
export async function findObjects(
  manager: EntityManager,
  { aggregate, naming, before, limit }: ObjectFilter,
): Promise<{ readonly stream: string; readonly index: number }[]> {
  const rows = await manager.query<{ stream: string; index: string }[]>(
    `SELECT stream, index FROM ${EVENTS}
     WHERE names IS NOT NULL AND split_part(type, '.', 1) = $1
       AND ($2::text IS NULL OR names @> ARRAY[$2::text]) AND ($3::bigint IS NULL OR index < $3)
     ORDER BY index DESC LIMIT $4`,
    [aggregate, naming ?? null, before ?? null, limit ?? null],
  );
  return rows.map(({ stream, index }) => ({ stream, index: Number(index) }));
}

/** Ids of objects whose first event names one of these. */
export async function objectsNaming(
  manager: EntityManager,
  aggregate: Aggregate,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await manager.query<{ stream: string }[]>(
    `SELECT stream FROM ${EVENTS}
     WHERE names IS NOT NULL AND names && $2::text[] AND split_part(type, '.', 1) = $1 ORDER BY index`,
    [aggregate, ids],
  );
  return rows.map(({ stream }) => stream);
}

/** Size of the log at the end of a day in Paris. */
export async function sizeOn(manager: EntityManager, day: string): Promise<number> {
  const [last] = await manager.query<{ index: string }[]>(
    `SELECT index FROM ${EVENTS} WHERE entered_on <= $1::date ORDER BY entered_on DESC, index DESC LIMIT 1`,
    [day],
  );
  return last ? Number(last.index) + 1 : 0;
}

/** Up to where the log counts for what is asked: undefined when all of it does. */
export const sizeAsked = async (manager: EntityManager, { knownOn }: Asked): Promise<number | undefined> =>
  knownOn === undefined ? undefined : sizeOn(manager, knownOn);

/** What an answer says of itself when it was asked for as known on a day. */
export function shownAsKnown(
  shown: Shown,
  { knownOn }: Asked,
  size: number | undefined,
  histories: Iterable<History>,
): Shown {
  if (knownOn === undefined || size === undefined) return shown;
  const since = { restrictions: 0, erased: 0, disclosed: 0 };
  for (const history of histories) {
    since.restrictions += history.since?.restrictions ?? 0;
    since.erased += history.since?.erased ?? 0;
    since.disclosed += Number(history.since?.disclosed ?? false);
  }
  return { ...shown, known: { on: knownOn, size, since } };
}

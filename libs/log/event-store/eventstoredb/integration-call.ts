/** One call of `log.integrate`, and the position it is about. */
import type { Client } from 'pg';
import { byteaArray, int4Array, int8Array, textArray, uuidArray } from '../postgres/binary-arrays';
import type { KeptEvent } from './kept-event';

/** Where an event is in `$all`: both numbers grow, not by one. */
export interface LogPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}
export const BEFORE_ALL: LogPosition = { commit: -1n, prepare: -1n };

export const isAfter = (one: LogPosition, other: LogPosition): boolean =>
  one.commit > other.commit || (one.commit === other.commit && one.prepare > other.prepare);

export interface ArrivedEvent extends KeptEvent {
  readonly position: LogPosition;
}

export interface Integrated {
  readonly written: number;
  /** Which event does not fit, from 1, and why. */
  readonly misfit: number | null;
  readonly reason: string | null;
}

const NO_BYTES = Buffer.alloc(0);
const MOST = 0x7fff_ffff;

/**
 * @param events complete and in order after `after`
 * @param upto position of the last of them, or a later one before which nothing else is ours
 */
export async function integrate(
  client: Client,
  after: LogPosition,
  events: readonly ArrivedEvent[],
  upto: LogPosition,
  caughtUp: boolean,
): Promise<Integrated> {
  const { rows } = await client.query<Integrated>({
    name: 'integrate',
    text: 'SELECT written, misfit, reason FROM log.integrate($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)',
    values: [
      after.commit,
      after.prepare,
      uuidArray(events.map(({ id }) => id)),
      textArray(events.map(({ stream }) => stream)),
      int4Array(events.map(({ rev }) => Math.min(rev, MOST))),
      textArray(events.map(({ type }) => type)),
      byteaArray(events.map(({ bytes }) => bytes ?? NO_BYTES)),
      int8Array(events.map(({ position }) => Number(position.commit))),
      int8Array(events.map(({ position }) => Number(position.prepare))),
      upto.commit,
      upto.prepare,
      caughtUp,
    ],
  });
  return rows[0]!;
}

/** How far the log has taken in what EventStoreDB holds. */
export async function readPosition(client: Client): Promise<LogPosition> {
  const { rows } = await client.query<{ commit: string; prepare: string }>(
    'SELECT commit_position AS commit, prepare_position AS prepare FROM log.integration',
  );
  return { commit: BigInt(rows[0]!.commit), prepare: BigInt(rows[0]!.prepare) };
}

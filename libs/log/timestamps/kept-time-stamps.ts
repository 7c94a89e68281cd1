/** Time stamps of checkpoints, as the register keeps them. */
import type { Pool } from 'pg';
import { ExplainedError } from '@fil/facts/kit/explained-error';
import { sha256 } from '../transparency/hashing';
import { requestTimeStamp } from './request-time-stamp';
import { parseTimeStampToken, type TimeStamp } from './time-stamp';

/** In `log.timestamp_token`. */
export const TIME_STAMP = 'rfc3161';

export interface StampedCheckpoint {
  readonly size: number;
  /** What the stamp is over: the checkpoint with the signatures of the log, without those of witnesses. */
  readonly note: string;
  readonly stamp: TimeStamp;
}

/** There is no published checkpoint of this size. */
export class NotPublished extends ExplainedError {
  constructor(size: number | null) {
    super('log.notPublished', 'unprocessable', {
      fr: size === null ? 'Rien n’est encore signé.' : `Aucun état signé et publié n’a ${size} inscriptions.`,
      en: size === null ? 'Nothing is signed yet.' : `No state that was signed and published has ${size} entries.`,
    });
  }
}

/**
 * Has an authority stamp a published checkpoint, and keeps the token.
 * @param authority its address
 * @param size null for the last one
 * @throws NotPublished, NoTimeStamp
 */
export async function stampCheckpoint(pool: Pool, authority: string, size: number | null): Promise<StampedCheckpoint> {
  const { rows } = await pool.query<{ size: number; note: string }>(
    `SELECT size::float8 AS size, note FROM log.checkpoint
     WHERE size = coalesce($1, (SELECT max(size) FROM log.publication)) AND size IN (SELECT size FROM log.publication)`,
    [size],
  );
  const checkpoint = rows[0];
  if (!checkpoint) throw new NotPublished(size);
  const stamp = await requestTimeStamp(authority, sha256(checkpoint.note));
  await pool.query('SELECT log.keep_timestamp_token($1, $2, $3, $4)', [
    checkpoint.size,
    TIME_STAMP,
    stamp.token,
    stamp.time,
  ]);
  return { ...checkpoint, stamp };
}

/** All that are kept, the oldest checkpoint first. */
export async function readTimeStamps(pool: Pool): Promise<StampedCheckpoint[]> {
  const { rows } = await pool.query<{ size: number; note: string; token: Buffer }>(
    `SELECT c.size::float8 AS size, c.note, t.token FROM log.timestamp_token t JOIN log.checkpoint c USING (size)
     WHERE t.kind = $1 ORDER BY c.size, t.at`,
    [TIME_STAMP],
  );
  return rows.map(({ size, note, token }) => ({ size, note, stamp: parseTimeStampToken(token) }));
}

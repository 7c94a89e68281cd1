import type { Pool } from 'pg';
import { type Alarm, readAlarms } from './alarms';
import { lastPublished } from './kept-checkpoints';

export interface WitnessLook {
  readonly witness: string;
  /** Of the largest checkpoint it has cosigned. */
  readonly size: number;
  /** When it last did, by its own clock. */
  readonly at: Date;
}

/** How far the tree has grown, was signed and was confirmed, whoever does it. */
export interface SigningLook {
  /** Entries in the log. */
  readonly size: number;
  /** Entries in the tree. */
  readonly integrated: number;
  /** Null before the first checkpoint. */
  readonly published: { readonly size: number; readonly at: Date } | null;
  readonly alarms: readonly Alarm[];
  readonly witnesses: readonly WitnessLook[];
}

/** From one witness to the next by the index: their cosignatures are as many as checkpoints. */
const LAST_OF_EACH_WITNESS = `
  WITH RECURSIVE each AS (
    (SELECT witness FROM log.cosignature ORDER BY witness LIMIT 1)
    UNION ALL
    SELECT (SELECT c.witness FROM log.cosignature c WHERE c.witness > each.witness ORDER BY c.witness LIMIT 1)
    FROM each WHERE each.witness IS NOT NULL
  )
  SELECT each.witness, last.size::float8 AS size, last.time::float8 AS time FROM each
  CROSS JOIN LATERAL (
    SELECT c.size, max(c.time) AS time FROM log.cosignature c WHERE c.witness = each.witness
    GROUP BY c.size ORDER BY c.size DESC LIMIT 1
  ) last`;

/** For health checks, metrics, `fil log status` and `fil doctor`. */
export async function lookAtSigning(pool: Pool): Promise<SigningLook> {
  const [sizes, published, alarms, witnesses] = await Promise.all([
    pool.query<{ size: number; integrated: number }>(
      'SELECT h.size::float8 AS size, i.size::float8 AS integrated FROM log.head h, log.integrated i',
    ),
    lastPublished(pool),
    readAlarms(pool),
    pool.query<{ witness: string; size: number; time: number }>(LAST_OF_EACH_WITNESS),
  ]);
  return {
    ...sizes.rows[0]!,
    published: published?.publishedAt ? { size: published.size, at: published.publishedAt } : null,
    alarms,
    witnesses: witnesses.rows.map(({ witness, size, time }) => ({ witness, size, at: new Date(time * 1_000) })),
  };
}

/** Milliseconds that entries may wait for a signature before an operator should know. */
const LONGEST_WAIT = 60_000;
/** Somewhat more than the heartbeat. */
const LONGEST_SILENCE = 5_400_000;

/** What an operator should know, each in a sentence. @param now milliseconds */
export function signingWarnings({ size, published, alarms }: SigningLook, now: number): string[] {
  const told = alarms.map(({ detail }) => `nothing more is signed: ${detail} (fil log status)`);
  if (told.length > 0) return told;
  const age = published === null ? null : now - published.at.getTime();
  const waiting = size - (published?.size ?? 0);
  if (age !== null && waiting > 0 && age > LONGEST_WAIT)
    return [`${waiting} entries have waited for more than a minute to be signed (fil log status)`];
  if (age !== null && age > LONGEST_SILENCE) return ['no checkpoint was published for more than an hour and a half'];
  return [];
}

/** What stopped the log, kept in its database so that every program knows, until a person has seen to it. */
import type { Pool, PoolClient } from 'pg';
import type { DamageKind } from './damage';

export interface Alarm {
  readonly kind: DamageKind;
  readonly detail: string;
  readonly raisedAt: Date;
}

/** Those that stand, the oldest first. */
export async function readAlarms(database: Pool | PoolClient): Promise<readonly Alarm[]> {
  const { rows } = await database.query<Alarm>(
    `SELECT kind, detail, raised_at AS "raisedAt" FROM log.alarm WHERE ended_at IS NULL ORDER BY raised_at`,
  );
  return rows;
}

/** Of each kind one stands: raising it again changes nothing. */
export async function raiseAlarm(pool: Pool, kind: DamageKind, detail: string): Promise<void> {
  await pool.query('SELECT log.raise_alarm($1, $2)', [kind, detail]);
}

/** Once everything was looked at again and found right. */
export async function endAlarms(pool: Pool, kinds: readonly DamageKind[]): Promise<void> {
  await pool.query('SELECT log.end_alarms($1)', [kinds]);
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

const CONNECT_PATIENCE = 10_000;

/**
 * One connection as the owner of the tables, without a time limit on statements: a backup reads what the application may
 * not, a restore writes it. Plans go by the indexes: what is read is always a short stretch of the log.
 */
export async function withOwner<T>(
  url: string,
  mode: 'reading' | 'writing',
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const settings = {
    TimeZone: 'UTC',
    enable_seqscan: 'off',
    enable_hashjoin: 'off',
    enable_mergejoin: 'off',
    jit: 'off',
    default_transaction_read_only: mode === 'reading' ? 'on' : 'off',
  };
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_PATIENCE,
    keepAlive: true,
  });
  // What is lost is said by the statement under way.
  client.on('error', () => undefined);
  await client.connect();
  try {
    // Not as `options` of the connection: those that stand in the address would replace them.
    await client.query(
      Object.entries(settings)
        .map(([name, value]) => `SET ${name} = '${value}'`)
        .join('; '),
    );
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What is read in it is of one moment. */
export const inSnapshot = <T>(client: Client, work: () => Promise<T>): Promise<T> =>
  between(client, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work);

/** Done as a whole or not at all. */
export const inOneGo = <T>(client: Client, work: () => Promise<T>): Promise<T> => between(client, 'BEGIN', work);

async function between<T>(client: Client, begin: string, work: () => Promise<T>): Promise<T> {
  await client.query(begin);
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // On a connection that is lost the server rolls back by itself; what is told is why the work failed.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

const LOCK_PATIENCE = 10_000;
const LOCK_PAUSE = 100;

/**
 * Waits a little: of a process that was killed, the server may still have a statement to end.
 *
 * @returns false when somebody else holds it; it is given back when the connection ends, however it ends
 */
export async function takeLock(client: Client, lock: string): Promise<boolean> {
  for (const until = Date.now() + LOCK_PATIENCE; ;) {
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [lock]);
    if (rows[0]!.mine || Date.now() > until) return rows[0]!.mine;
    await sleep(LOCK_PAUSE);
  }
}

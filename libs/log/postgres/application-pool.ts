import { Pool, type PoolConfig } from 'pg';
import { APPLICATION_ROLE, hasApplicationRole } from './application-role';

/** No statement of a running process may hang: milliseconds. The client's limit is behind the server's. */
export const STATEMENT_TIMEOUT = 10_000;
export const CONNECT_TIMEOUT = 3_000;

/**
 * Connection settings of a running process: the application role if there is one, time-outs on everything.
 * A rebuild or an export that takes longer sets its own `statement_timeout`.
 */
export async function applicationConnection(url: string): Promise<PoolConfig> {
  const probe = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: CONNECT_TIMEOUT });
  probe.on('error', () => undefined);
  let role: boolean;
  try {
    role = await hasApplicationRole(probe);
  } finally {
    await probe.end();
  }
  return {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    keepAlive: true,
    statement_timeout: STATEMENT_TIMEOUT,
    query_timeout: STATEMENT_TIMEOUT + 2_000,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT,
    options: role ? `-c role=${APPLICATION_ROLE}` : undefined,
  };
}

/**
 * A pool for a running process. Without an `error` listener the end of the server would end Node too: the pool's own
 * serves the connections at rest, and each connection needs one for the time it is in somebody's hands.
 */
export async function openApplicationPool(url: string, settings: Pick<PoolConfig, 'max'> = {}): Promise<Pool> {
  const pool = new Pool({ ...(await applicationConnection(url)), ...settings });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

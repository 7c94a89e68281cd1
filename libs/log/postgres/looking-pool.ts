import { type ClientBase, Pool } from 'pg';
import { CONNECT_TIMEOUT } from './application-pool';

/** Milliseconds. What counts a large log takes longer than what serves a reader. */
const PATIENCE = 60_000;

/** Connections that can change nothing, whoever the user is: to look at a register without touching it. */
export function openLookingPool(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    max: 2,
    application_name: 'fil doctor',
    onConnect: readOnly,
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * Not as `options` of the connection: those that stand in the address would replace them. The pool waits for it, and
 * gives no connection away of which it failed; its types do not say so.
 */
function readOnly(client: ClientBase): unknown {
  return client.query(`SET default_transaction_read_only = on; SET statement_timeout = ${PATIENCE}`);
}

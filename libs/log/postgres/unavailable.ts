import { isNativeError } from 'node:util/types';
import { DatabaseError } from 'pg';

/** SQLSTATE classes of a server that cannot answer now: connection lost, no resources, being stopped or started, its disk. */
const SERVER = /^(?:08|53|57|58)/;
const NETWORK = /^(?:ECONN|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/;
/** node-pg has no code for these. */
const SAID_BY_PG =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;

/**
 * Whether an error says that the database cannot be reached now, rather than that it was asked something wrong. Also
 * looks at what TypeORM wraps.
 */
export function isUnavailable(error: unknown): boolean {
  // Not instanceof: where tests run, the errors of Node's own sockets are of another realm.
  if (!isNativeError(error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  if (error instanceof DatabaseError) return SERVER.test(error.code ?? '');
  if (typeof code === 'string' && NETWORK.test(code)) return true;
  return SAID_BY_PG.test(error.message) || isUnavailable(driverError) || isUnavailable(error.cause);
}

/** Whose fault a failure is: the database's, which passes, or an event's, which does not. */
import { isNativeError } from 'node:util/types';
import { DatabaseError } from 'pg';
import { StoreBusy } from '../event-store/event-store.port';
import { withoutQuotations } from '../jobs/failure-text';

/** An event that a projection, or the reading of the log, cannot take. */
export class EventFault extends Error {
  constructor(
    /** Index of the event. */
    readonly index: number,
    readonly event: string,
    cause: unknown,
  ) {
    // A database or a parser quotes the value it could not take, which may be somebody's words.
    super(withoutQuotations(cause instanceof Error ? cause.message : String(cause)), { cause });
  }
}

/** SQLSTATE classes of values that a table cannot take: the same event fails again for ever. */
const VALUE_FAULT = /^(?:22|23|54)/;

export const isValueFault = (error: unknown): boolean =>
  error instanceof DatabaseError && VALUE_FAULT.test(error.code ?? '');

const NETWORK = /^(?:E(?!RR_)[A-Z]+|CERT_|ERR_(?:TLS|SSL)_)/;
const SAID_BY_PG = /connection|timeout|terminated|pool/i;

/** Anything that may go better later. What is neither this nor a value fault comes from our own code and an event. */
export function isDatabaseTrouble(error: unknown): boolean {
  if (error instanceof DatabaseError) return !isValueFault(error);
  // The event store is away, or stands before an event that is not ours.
  if (error instanceof StoreBusy) return true;
  // Not `instanceof`: in Jest an error of Node's own sockets belongs to another realm.
  if (!isNativeError(error)) return false;
  if ('errors' in error && Array.isArray(error.errors)) return error.errors.some(isDatabaseTrouble);
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && NETWORK.test(code)) return true;
  return error.constructor.name === 'Error' && SAID_BY_PG.test(error.message);
}

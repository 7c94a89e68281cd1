/** Whose fault a failure is: the database's, which passes, or an event's, which does not. */
import { DatabaseError } from 'pg';

/** An event that a projection, or the reading of the log, cannot take. */
export class EventFault extends Error {
  constructor(
    /** Index of the event. */
    readonly index: number,
    readonly event: string,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** SQLSTATE classes of values that a table cannot take: the same event fails again for ever. */
const VALUE_FAULT = /^(?:22|23|54)/;

export const isValueFault = (error: unknown): boolean =>
  error instanceof DatabaseError && VALUE_FAULT.test(error.code ?? '');

const NETWORK = /^(?:E[A-Z]+|CERT_|ERR_TLS)/;
const SAID_BY_PG = /connection|timeout|terminated|pool/i;

/** Anything that may go better later. What is neither this nor a value fault comes from our own code and an event. */
export function isDatabaseTrouble(error: unknown): boolean {
  if (error instanceof DatabaseError) return !isValueFault(error);
  if (error instanceof AggregateError) return error.errors.some(isDatabaseTrouble);
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && NETWORK.test(code) && !code.startsWith('ERR_OSSL')) return true;
  return error.constructor === Error && SAID_BY_PG.test(error.message);
}

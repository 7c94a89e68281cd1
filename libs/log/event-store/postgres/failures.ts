/** What an error of a database connection tells about a statement that was sent. */
import { DatabaseError } from 'pg';

/** A shutdown, a broken connection or an internal failure: the commit may have been done before it. */
const OPEN = /^(?:08|57P0|XX)/;

/**
 * Reached no further than the refusal: the statement was rolled back as a whole. Told by the code, since the severity
 * that node-pg shows is in the server's language.
 */
export const wasRefused = (error: unknown): error is DatabaseError =>
  error instanceof DatabaseError && error.code !== undefined && !OPEN.test(error.code);

/** Refusals that say nothing about the statement itself: time-outs, locks, a server that is full or read-only. */
const PASSING = /^(?:40001|40P01|55P03|57014|25006|53...|58...)$/;

export const isPassing = (error: DatabaseError): boolean => PASSING.test(error.code ?? '');

export const reasonOf = (error: unknown): string => {
  // A refused connection to a name with two addresses is an AggregateError without a message.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
};

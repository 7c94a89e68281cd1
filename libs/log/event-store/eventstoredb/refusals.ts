/** Which events in EventStoreDB the register has refused: `log.refused`, each in a stream named after the event it is about and the log. */
import { type LogRefused, logRefused } from '@fil/facts/events/log.events';
import { isObjectId, type ObjectId } from '@fil/facts/kit/aggregates';
import type { Client } from 'pg';
import { derivedEventId } from '../ids';
import { parseEntry } from '../../transparency/entry';
import { leafHash } from '../../transparency/leaf-hash';
import type { AllEvents } from './all-events';
import type { ArrivedEvent, LogPosition } from './integration-call';

/** Where an event stands that the log cannot take. */
export interface Misfit {
  readonly id: string;
  readonly stream: string;
  /** From 1, as EventStoreDB counts. */
  readonly rev: number;
}

/** In this stream stands what the register with this origin says about an event that it refuses: others have their own. */
export const refusalStream = (origin: string, eventId: string): ObjectId<'log'> =>
  `log-${derivedEventId(`log.refused ${origin} ${eventId}`, 0)}`;

/**
 * The facts that name it. One of our streams is named with the revision, since a copy of a good event has its id. Another
 * stream is not named: its name may say something of a person, and nothing in it is ever ours.
 */
export const factsOf = ({ id, stream, rev }: Misfit): LogRefused =>
  isObjectId(stream) ? { event: id, stream, revision: rev } : { event: id };

const isAbout = (refused: LogRefused, event: Misfit): boolean => {
  const { stream, revision } = factsOf(event);
  return refused.event === event.id && refused.stream === stream && refused.revision === revision;
};

/**
 * Whether the register has refused this event. Asked of EventStoreDB, not of the log, which has not come to the refusal
 * yet: so every integrator that begins again finds the same, wherever it begins.
 */
export async function isRefused(all: AllEvents, client: Client, origin: string, event: Misfit): Promise<boolean> {
  for (const { id, type, bytes } of await all.ofStream(refusalStream(origin, event.id))) {
    // What others put there may be any bytes: only ours are known to be an entry.
    if (type !== logRefused.type || bytes === null || !(await isOurs(client, id, bytes))) continue;
    if (isAbout(parseEntry(bytes).data as unknown as LogRefused, event)) return true;
  }
  return false;
}

/** Written by this register: in the log already, or with openings that were kept for these bytes. */
async function isOurs(client: Client, id: string, bytes: Buffer): Promise<boolean> {
  const { rows } = await client.query<{ ours: boolean }>(
    `SELECT EXISTS (SELECT FROM log.event WHERE id = $1 AND leaf = $2)
      OR EXISTS (SELECT FROM vault.attempt WHERE event_id = $1 AND leaf = $2) AS ours`,
    [id, leafHash(bytes)],
  );
  return rows[0]!.ours;
}

export async function passOver(
  client: Client,
  after: LogPosition,
  { id, stream, rev, position }: ArrivedEvent,
): Promise<void> {
  await client.query('SELECT log.pass_over($1, $2, $3, $4, $5, $6, $7)', [
    after.commit,
    after.prepare,
    id,
    stream,
    rev,
    position.commit,
    position.prepare,
  ]);
}

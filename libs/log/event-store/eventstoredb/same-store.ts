import type { Client } from 'pg';
import { ENTRY_TEXT, type EntryRow, toStoredEntry } from '../postgres/stored-entry-row';
import type { AllEvents } from './all-events';

/** The server is another one, or an older copy: going on with it would fork the log. */
export class NotOurStore extends Error {
  constructor(id: string) {
    super(`it does not hold the last entry of the log (${id}); is it another server, or an older copy?`);
  }
}

/**
 * Whether the server holds the last entry of the log, where it stood, with its bytes.
 *
 * @throws NotOurStore
 */
export async function sameStore(client: Client, all: AllEvents): Promise<void> {
  const { rows } = await client.query<[passed: string, ...EntryRow]>({
    text: `SELECT (SELECT count(*) FROM log.passed_over p WHERE p.stream = last.stream AND p.rev - (
        SELECT count(*) FROM log.passed_over q WHERE q.stream = p.stream AND q.rev < p.rev) <= last.rev), last.entry_text
      FROM (SELECT *, ${ENTRY_TEXT} AS entry_text FROM log.event ORDER BY idx DESC LIMIT 1) last`,
    rowMode: 'array',
  });
  if (!rows[0]) return;
  const [passed, text] = rows[0];
  const { id, stream, rev, bytes } = toStoredEntry([text]);
  const [kept] = await all.ofStream(stream, rev - 1 + Number(passed), 1);
  if (kept?.id !== id || !kept.bytes?.equals(bytes)) throw new NotOurStore(id);
}

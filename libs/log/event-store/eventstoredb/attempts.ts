import type { Pool } from 'pg';
import { leafHash } from '../../transparency/leaf-hash';
import type { Append, StoredEntry } from '../event-store.port';
import { uuidV7 } from '../ids';
import { appendParameters } from '../postgres/append-call';
import { uuidArray } from '../postgres/binary-arrays';
import { ENTRY_TEXT, type EntryRow, toStoredEntry } from '../postgres/stored-entry-row';

/** What the log and the vault say to an append before EventStoreDB is asked. */
export interface Begun {
  /** Names what was kept for it; given back when it is known not to be stored. */
  readonly attempt: string;
  /** Revision that the log has of the stream; EventStoreDB may be further. */
  readonly revision: number;
  /** Events of the stream in EventStoreDB that the log has passed over. */
  readonly passed: number;
  /** See `log.attempt`. */
  readonly status: string;
  /** The id or subject concerned. */
  readonly detail: string | null;
}

interface AttemptAnswer {
  readonly statuses: string;
  readonly revisions: string;
  readonly passed: string;
  readonly details: readonly (string | null)[];
  readonly refused: string | null;
}

const ATTEMPT_CALL = `SELECT statuses, revisions, passed, details, refused
  FROM log.attempt($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`;
/** Milliseconds: two writers this far off, one each way, are not half a minute apart, at which `log.attempt` refuses. */
const CLOCKS_APART = 14_000;

/** The openings of events that may be stored in EventStoreDB, and what of them the log has. */
export class Attempts {
  constructor(
    private readonly pool: Pool,
    /** Milliseconds the log may be behind the event store; null: it may even stand still. */
    private readonly longestLag: number | null,
    /** Whose instants the entries bear, in milliseconds. */
    private readonly clock: () => number,
  ) {}

  /** Durable when it resolves. A string says why nothing can be taken now. */
  async begin(batch: readonly Append[]): Promise<readonly Begun[] | string> {
    const attempts = batch.map(() => uuidV7());
    const hashed = batch.map((append) => ({
      ...append,
      entries: append.entries.map((entry) => ({ ...entry, bytes: leafHash(entry.bytes) })),
    }));
    const { rows } = await this.pool.query<AttemptAnswer>({
      name: 'attempt',
      text: ATTEMPT_CALL,
      values: [...appendParameters(hashed), uuidArray(attempts), this.longestLag, this.clock(), CLOCKS_APART],
    });
    const { statuses, revisions, passed, details, refused } = rows[0]!;
    if (refused !== null) return refused;
    const revision = revisions.split(',').map(Number);
    const passedOver = passed.split(',').map(Number);
    return attempts.map((attempt, n) => ({
      attempt,
      revision: revision[n]!,
      passed: passedOver[n]!,
      status: statuses[n]!,
      detail: details[n] ?? null,
    }));
  }

  /** Only of what is known not to be stored: the openings are lost. */
  async release(append: Append, begun: Begun): Promise<void> {
    await this.pool.query('SELECT log.release_attempts($1, $2)', namesOf(append, begun));
  }

  /** Stored, and the log is late: from its age the others are refused. */
  async pending(append: Append, begun: Begun): Promise<void> {
    await this.pool.query('SELECT log.attempts_pending($1, $2)', namesOf(append, begun));
  }

  /** Those of these events that are in the log, in its order. */
  async inLog(ids: readonly string[]): Promise<StoredEntry[]> {
    const { rows } = await this.pool.query<EntryRow>({
      name: 'read-by-ids',
      text: `SELECT ${ENTRY_TEXT} FROM log.event WHERE id = ANY ($1::uuid[]) ORDER BY idx`,
      values: [uuidArray(ids)],
      rowMode: 'array',
    });
    return rows.map(toStoredEntry);
  }
}

const namesOf = ({ entries }: Append, { attempt }: Begun): Buffer[] => [
  uuidArray(entries.map(({ id }) => id)),
  uuidArray(entries.map(() => attempt)),
];

/** Whether the log and EventStoreDB say the same: every event of `$all` is in the log, in that order, and nothing else is. */
import type { Pool } from 'pg';
import type { StoredEntry } from '../event-store.port';
import { uuidArray } from '../postgres/binary-arrays';
import { readOrigin, withoutOthers } from './other-registers';
import { ENTRY_TEXT, type EntryRow, toStoredEntry } from '../postgres/stored-entry-row';
import { AllEvents } from './all-events';
import { type ArrivedEvent, BEFORE_ALL, isAfter, type LogPosition } from './integration-call';

export interface Difference {
  /** In EventStoreDB and not in the log, or the reverse; with other bytes, or at another place, in the one than in the other. */
  readonly kind: 'notInLog' | 'notInStore' | 'otherBytes' | 'otherPlace';
  readonly id: string;
  readonly stream: string;
  /** From 1: as EventStoreDB counts, or as the log does when EventStoreDB does not have it. */
  readonly rev: number;
}

export interface Reconciliation {
  /** Entries found the same. */
  readonly same: number;
  readonly passedOver: number;
  /** The first ones; `found` counts all. */
  readonly differences: readonly Difference[];
  readonly found: number;
}

const MOST_TOLD = 100;
const PAGE = 1_000;
const PATIENCE = 1_000;

/**
 * Reads both from `after` on, up to where the log has come when it begins. The log is the authority: nothing is changed.
 *
 * @throws when one of them cannot be read to the end.
 */
export async function reconcile(
  pool: Pool,
  eventStoreUrl: string,
  after: LogPosition = BEFORE_ALL,
  onProgress: (same: number, size: number) => void = () => undefined,
): Promise<Reconciliation> {
  const { upto, size } = await placeOfLog(pool);
  const passed = await readPassedOver(pool);
  const origin = await readOrigin(pool);
  const log = new LogPages(pool, size);
  const differences: Difference[] = [];
  let [same, passedOver, found] = [0, 0, 0];
  const tell = (kind: Difference['kind'], { id, stream, rev }: Omit<Difference, 'kind'>): void => {
    if (++found <= MOST_TOLD) differences.push({ kind, id, stream, rev });
  };
  const missingUntil = async (index: number): Promise<void> => {
    for (; log.index < index; log.index++) tell('notInStore', (await log.next())!);
  };
  // Where in the log the first event after a position stands is known when it is found there.
  let begun = after.commit < 0n;

  for await (const event of eventsBetween(eventStoreUrl, after, upto)) {
    const entry = begun ? await log.next() : null;
    if (entry && isSame(event, entry, passed)) {
      log.index++;
      if (++same % PAGE === 0) onProgress(same, size);
      continue;
    }
    if (passed.get(event.stream)?.includes(event.rev)) {
      passedOver++;
      continue;
    }
    const known = await log.byId(event.id);
    if (!known) {
      if ((await withoutOthers(pool, origin, [event])).length > 0) tell('notInLog', event);
    } else if (begun && known.index < log.index) tell('otherPlace', event);
    else {
      if (begun) await missingUntil(known.index);
      begun = true;
      log.index = known.index + 1;
      if (isSame(event, known, passed)) same++;
      else tell(event.bytes?.equals(known.bytes) ? 'otherPlace' : 'otherBytes', event);
    }
  }
  if (begun) await missingUntil(size);
  return { same, passedOver, differences, found };
}

type PassedOver = ReadonlyMap<string, readonly number[]>;

function isSame(event: ArrivedEvent, entry: StoredEntry, passed: PassedOver): boolean {
  const before = passed.get(event.stream)?.filter((rev) => rev < event.rev).length ?? 0;
  return (
    event.id === entry.id &&
    event.stream === entry.stream &&
    event.type === entry.type &&
    event.rev - before === entry.rev &&
    event.bytes !== null &&
    event.bytes.equals(entry.bytes)
  );
}

/** What others than EventStoreDB itself wrote after one position, up to another. */
async function* eventsBetween(url: string, after: LogPosition, upto: LogPosition): AsyncGenerator<ArrivedEvent> {
  if (!isAfter(upto, after)) return;
  const all = new AllEvents(url, after);
  try {
    all.follow();
    for (;;) {
      const arrived = await all.next(PATIENCE);
      for (const event of arrived.events) {
        if (isAfter(event.position, upto)) return;
        yield event;
      }
      if (arrived.live || !isAfter(upto, arrived.upto)) return;
    }
  } finally {
    await all.close();
  }
}

/** One statement: the log is complete up to this position with this size. */
async function placeOfLog(pool: Pool): Promise<{ upto: LogPosition; size: number }> {
  const { rows } = await pool.query<{ commit: string; prepare: string; size: string }>(
    'SELECT commit_position AS commit, prepare_position AS prepare, size FROM log.integration, log.head',
  );
  const { commit, prepare, size } = rows[0]!;
  return { upto: { commit: BigInt(commit), prepare: BigInt(prepare) }, size: Number(size) };
}

async function readPassedOver(pool: Pool): Promise<PassedOver> {
  const { rows } = await pool.query<{ stream: string; revs: number[] }>(
    'SELECT stream, array_agg(rev) AS revs FROM log.passed_over GROUP BY stream',
  );
  return new Map(rows.map(({ stream, revs }) => [stream, revs]));
}

/** The log read forwards, a page at a time. */
class LogPages {
  /** Of the entry that comes next. */
  index = 0;
  private page: readonly StoredEntry[] = [];

  constructor(
    private readonly pool: Pool,
    private readonly size: number,
  ) {}

  /** Null at the end. */
  async next(): Promise<StoredEntry | null> {
    if (this.index >= this.size) return null;
    const first = this.page[0]?.index ?? Infinity;
    if (this.index < first || this.index >= first + this.page.length)
      this.page = await this.read('idx >= $1 ORDER BY idx LIMIT $2', [this.index, PAGE]);
    return this.page[this.index - this.page[0]!.index]!;
  }

  async byId(id: string): Promise<StoredEntry | null> {
    return (await this.read('id = ANY ($1::uuid[])', [uuidArray([id])]))[0] ?? null;
  }

  private async read(where: string, values: unknown[]): Promise<StoredEntry[]> {
    const text = `SELECT ${ENTRY_TEXT} FROM log.event WHERE ${where}`;
    const { rows } = await this.pool.query<EntryRow>({ text, values, rowMode: 'array' });
    return rows.map(toStoredEntry);
  }
}

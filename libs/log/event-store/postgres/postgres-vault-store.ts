import type { ObjectVisibility } from '@fil/facts/kit/event-definition';
import type { Pool } from 'pg';
import { openApplicationPool } from '../../postgres/application-pool';
import { type StoredOpening, type SubjectKey, VaultStore } from '../../vault/vault-store.port';
import { textArray, uuidArray } from './binary-arrays';
import type { StoredEntry } from '../event-store.port';
import { subjectsOn, unpackOpenings } from './openings-sheet';
import { ENTRY_TEXT, type EntryRow, toStoredEntry } from './stored-entry-row';

/** The vault in the database of the log. */
export class PostgresVaultStore extends VaultStore {
  constructor(private readonly pool: Pool) {
    super();
  }

  static async open(url: string): Promise<PostgresVaultStore> {
    return new PostgresVaultStore(await openApplicationPool(url, { max: 4 }));
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  async openings(eventIds: readonly string[]): Promise<readonly StoredOpening[]> {
    if (eventIds.length === 0) return [];
    const { rows } = await this.pool.query<[string, Buffer]>({
      name: 'openings',
      text: 'SELECT event_id, sheet FROM vault.openings WHERE event_id = ANY ($1::uuid[])',
      values: [uuidArray(eventIds)],
      rowMode: 'array',
    });
    const keys = await this.keysOf(new Set(rows.flatMap(([, sheet]) => subjectsOn(sheet))));
    return rows.flatMap(([eventId, sheet]) => unpackOpenings(eventId, sheet, keys));
  }

  async latestVisibility(streams: readonly string[]): Promise<ReadonlyMap<string, ObjectVisibility>> {
    const { rows } = await this.pool.query<[string, string]>({
      name: 'latest-visibility',
      text: `SELECT s.stream, v.visibility FROM unnest($1::text[]) AS s(stream) CROSS JOIN LATERAL (
        SELECT visibility FROM log.event e WHERE e.stream = s.stream AND e.visibility IN ('o', 'c')
        ORDER BY e.rev DESC LIMIT 1) v`,
      values: [textArray([...new Set(streams)])],
      rowMode: 'array',
    });
    return new Map(rows.map(([stream, effect]) => [stream, effect === 'o' ? 'opens' : 'closes']));
  }

  async everOpened(streams: readonly string[]): Promise<ReadonlySet<string>> {
    const { rows } = await this.pool.query<[string]>({
      name: 'ever-opened',
      text: `SELECT s.stream FROM unnest($1::text[]) AS s(stream)
        WHERE EXISTS (SELECT FROM log.event e WHERE e.stream = s.stream AND e.visibility = 'o')`,
      values: [textArray([...new Set(streams)])],
      rowMode: 'array',
    });
    return new Set(rows.map(([stream]) => stream));
  }

  async withholdings(streams: readonly string[]): Promise<readonly StoredEntry[]> {
    const { rows } = await this.pool.query<EntryRow>({
      name: 'withholdings',
      text: `SELECT e.entry_text FROM unnest($1::text[]) AS s(stream) CROSS JOIN LATERAL (
          SELECT rev, ${ENTRY_TEXT} AS entry_text FROM log.event
          WHERE stream = s.stream AND visibility IN ('w', 'r') OFFSET 0
        ) AS e ORDER BY s.stream, e.rev`,
      values: [textArray([...new Set(streams)])],
      rowMode: 'array',
    });
    return rows.map(toStoredEntry);
  }

  async keyOf(subject: string): Promise<SubjectKey> {
    const { rows } = await this.pool.query<{ key: Buffer | null }>({
      name: 'key-of',
      text: 'SELECT key FROM keys.subject_key WHERE subject = $1',
      values: [subject],
    });
    if (!rows[0]) return { state: 'none' };
    return rows[0].key ? { state: 'active', key: rows[0].key } : { state: 'erased' };
  }

  async eraseOpenings(fields: readonly { event: string; path: string }[]): Promise<void> {
    await this.pool.query('SELECT vault.erase($1, $2)', [
      uuidArray(fields.map(({ event }) => event)),
      textArray(fields.map(({ path }) => path)),
    ]);
  }

  async eraseKey(subject: string): Promise<void> {
    await this.pool.query('SELECT keys.erase($1)', [subject]);
  }

  private async keysOf(subjects: ReadonlySet<string>): Promise<Map<string, Buffer | null>> {
    if (subjects.size === 0) return new Map();
    const { rows } = await this.pool.query<[string, Buffer | null]>({
      name: 'keys-of',
      text: 'SELECT subject, key FROM keys.subject_key WHERE subject = ANY ($1::text[])',
      values: [textArray([...subjects])],
      rowMode: 'array',
    });
    return new Map(rows);
  }
}

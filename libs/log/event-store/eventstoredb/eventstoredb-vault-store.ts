import type { Pool } from 'pg';
import { openApplicationPool } from '../../postgres/application-pool';
import type { StoredOpening, SubjectKey } from '../../vault/vault-store.port';
import { uuidArray } from '../postgres/binary-arrays';
import { subjectsOn, unpackOpenings } from '../postgres/openings-sheet';
import { PostgresVaultStore } from '../postgres/postgres-vault-store';

/** The vault of a log that is fed from EventStoreDB: what is being recorded counts too. */
export class EventStoreDbVaultStore extends PostgresVaultStore {
  constructor(private readonly attempts: Pool) {
    super(attempts);
  }

  static override async open(url: string): Promise<EventStoreDbVaultStore> {
    return new EventStoreDbVaultStore(await openApplicationPool(url, { max: 4 }));
  }

  /** Of an event that is not in the log yet, those of every try: the entry says by its commitments which one counts. */
  override async openings(eventIds: readonly string[]): Promise<readonly StoredOpening[]> {
    const kept = await super.openings(eventIds);
    const found = new Set(kept.map(({ eventId }) => eventId));
    const missing = eventIds.filter((id) => !found.has(id));
    if (missing.length === 0) return kept;
    const { rows } = await this.attempts.query<{
      id: string;
      sheet: Buffer;
      subject: string | null;
      key: Buffer | null;
    }>({
      name: 'attempted-openings',
      text: `SELECT t.event_id AS id, t.sheet, r.subject, coalesce(k.key, r.key) AS key
        FROM vault.attempt t LEFT JOIN keys.reserved_key r ON r.attempt = t.attempt
        LEFT JOIN keys.subject_key k ON k.subject = r.subject
        WHERE t.event_id = ANY ($1::uuid[]) AND t.sheet IS NOT NULL`,
      values: [uuidArray(missing)],
    });
    const tried: StoredOpening[] = [];
    for (const { id, sheet, subject, key } of rows) {
      const keys = new Map<string, Buffer | null>();
      if (subject !== null) keys.set(subject, key);
      for (const one of subjectsOn(sheet)) {
        const hers = keys.has(one) ? null : await this.keyOf(one);
        if (hers?.state === 'active') keys.set(one, hers.key);
      }
      tried.push(...unpackOpenings(id, sheet, keys));
    }
    return [...kept, ...tried];
  }

  /** A key that is minted with an event on its way is the subject's: who minted another could record nothing. */
  override async keyOf(subject: string): Promise<SubjectKey> {
    const kept = await super.keyOf(subject);
    if (kept.state !== 'none') return kept;
    const { rows } = await this.attempts.query<{ key: Buffer }>({
      name: 'reserved-key-of',
      text: 'SELECT key FROM keys.reserved_key WHERE subject = $1 LIMIT 1',
      values: [subject],
    });
    // Between the two questions it may have become hers.
    return rows[0] ? { state: 'active', key: rows[0].key } : super.keyOf(subject);
  }

  override async eraseOpenings(fields: readonly { event: string; path: string }[]): Promise<void> {
    await super.eraseOpenings(fields);
    // The words of a second try, which no entry names.
    await this.attempts.query('SELECT vault.forget_attempts($1)', [uuidArray(fields.map(({ event }) => event))]);
  }

  override async eraseKey(subject: string): Promise<void> {
    await super.eraseKey(subject);
    await this.attempts.query('SELECT keys.forget_reserved($1)', [subject]);
  }
}

/** A register with what a backup must bring back: words under keys, words of an office, tokens, jobs, positions. */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { contributionAdmitted, contributionRecorded } from '@fil/facts/events/contribution.events';
import { contributionRedacted } from '@fil/facts/events/moderation.events';
import { erasureOrdered } from '@fil/facts/events/erasure.events';
import { BUNDLE } from '@fil/log/backup/layout';
import { BACKED_UP_OTHERWISE, BACKED_UP_TABLES } from '../../apps/composition/backed-up-tables';
import { openRegister, type OpenRegister } from '../../apps/composition/open-register';
import { createTestDatabase } from '../postgres/test-database';
import { fact, TestRegister } from '../register/test-register';

/** What `TestRegister` writes into every entry. */
export const ORIGIN = 'demo.invalid/test';
const CONSULTATION = 'consultation-018f6b1e-7c00-7000-8000-000000000001';

export class SpokenRegister {
  /** Uuids of its contributions; each is the person too. */
  readonly people: string[] = [];
  readonly firstEvents: string[] = [];
  private spoken = 0;

  private constructor(
    readonly url: string,
    readonly test: TestRegister,
    readonly open: OpenRegister,
  ) {}

  /** Its events stand in PostgreSQL, and so they do for each command of the suite from then on. */
  static async begin(): Promise<SpokenRegister> {
    delete process.env['EVENTSTORE_URL'];
    const database = await createTestDatabase();
    const open = await openRegister(database.url, { origin: ORIGIN, demonstration: true, authoritySiret: null });
    const register = new SpokenRegister(database.url, await TestRegister.on(database.url, database.drop), open!);
    await inDatabase(database.url, async (client) => {
      await client.query(
        `INSERT INTO people.api_token VALUES ($1, 'Guichet', decode(repeat('ab', 32), 'hex'), 'agent', 'accueil',
           '{contributions,answers}', '2026-03-02 10:00:00.123456+00', NULL, '2026-03-04')`,
        [randomUUID()],
      );
      await client.query(
        `INSERT INTO processes.job (name, key, data, max_attempts, last_error)
         SELECT 'mail', 'k' || n, jsonb_build_object('n', n, 'at', E'line\\nseparator\\u2028'), 14, 'refused'
         FROM generate_series(1, 1203) n`,
      );
      await client.query(`INSERT INTO processes.follower_position VALUES ('backup-test', 12)`);
    });
    return register;
  }

  /** @param entries how many more there are to be, an even number */
  async speak(entries: number): Promise<void> {
    for (let left = entries / 2; left > 0; left -= 100)
      await Promise.all(Array.from({ length: Math.min(100, left) }, () => this.contribute()));
  }

  private async contribute(): Promise<void> {
    const person = randomUUID();
    const first = randomUUID();
    // Now and then one whose title is not shown: a mark of another kind beside the entry.
    const redaction = fact(
      contributionRedacted,
      { event: first, paths: ['/title'], ground: 'privacy', decidedBy: 'maire', authorTold: 'letter' },
      { shownInstead: [{ fr: 'Un banc' }] },
    );
    await this.test.append(
      `contribution-${person}`,
      [
        fact(
          contributionRecorded,
          {
            consultation: CONSULTATION,
            sensitivity: 'public',
            kind: 'proposal',
            channel: 'online',
            language: 'fr',
            themes: [],
            authorKind: 'person',
            attachmentCount: 0,
          },
          { title: { fr: 'Un banc sous le tilleul' }, author: 'Quelqu’un' },
        ),
        this.spoken++ % 10 === 9 ? redaction : fact(contributionAdmitted, {}),
      ],
      { person, ids: [first, randomUUID()] },
    );
    this.people.push(person);
    this.firstEvents.push(first);
  }

  /** Records the order; whoever calls erases. */
  async order(person: string, field: { event: string; path: string }, explanation?: string): Promise<void> {
    await this.test.append(`erasure-${randomUUID()}`, [
      fact(
        erasureOrdered,
        {
          target: `contribution-${person}`,
          fields: [field],
          wholeSubject: true,
          ground: 'subjectRequest',
          office: 'accueil',
        },
        explanation === undefined ? {} : { explanation: { fr: explanation } },
      ),
    ]);
  }

  async close(): Promise<void> {
    await this.open.close();
    await this.test.close();
  }
}

export async function inDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const TABLES = [...BACKED_UP_TABLES.map(({ name }) => name), ...BACKED_UP_OTHERWISE];

/** A digest of the rows of each table: two registers with the same have the same. */
export const contentsOf = (url: string): Promise<Record<string, string>> =>
  inDatabase(url, async (client) => {
    const contents: Record<string, string> = {};
    for (const table of TABLES) {
      const { rows } = await client.query<{ contents: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') AS contents FROM ${table} t`,
      );
      contents[table] = rows[0]!.contents;
    }
    return contents;
  });

export const bundles = (n: number): number => n * BUNDLE;

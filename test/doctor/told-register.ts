/** A register in which all is well, copied for each test that damages it. */
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { contributionAdmitted, contributionRecorded } from '@fil/facts/events/contribution.events';
import { erasureCarriedOut, erasureOrdered } from '@fil/facts/events/erasure.events';
import { Checkpointer } from '@fil/log/checkpoints/checkpointer';
import { TreeIntegrator } from '@fil/log/checkpoints/tree-integrator';
import { PROCESSES } from '@fil/processes/processes.module';
import { openRegister } from '../../apps/composition/open-register';
import { settingsFrom } from '../../apps/composition/settings';
import { keyFileOf, lockStoreOf } from '../../apps/composition/signing/log-places';
import { testDatabasePrefix } from '../postgres/leftovers';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database';
import { fact, TestRegister } from '../register/test-register';

/** What `TestRegister` writes into every entry. */
const ORIGIN = 'demo.invalid/test';
const PEOPLE = 6;
export const WORDS = 'Un banc sous le tilleul';

export interface ToldRegister {
  /** With the key that signs it. */
  readonly dataDir: string;
  /** Connected to by nobody. */
  readonly database: TestDatabase;
  /** Of contributions that were not erased: of two entries each. */
  readonly people: readonly string[];
  /** Whose words were erased. */
  readonly erased: string;
  /** Of the order that said so. */
  readonly order: string;
}

export async function tellRegister(): Promise<ToldRegister> {
  const database = await createTestDatabase();
  const open = (await openRegister(database.url, { origin: ORIGIN, demonstration: true, authoritySiret: null }))!;
  const test = await TestRegister.on(database.url, () => Promise.resolve());
  const people = Array.from({ length: PEOPLE }, () => randomUUID());
  for (const person of people) await contribute(test, person);
  const [erased, ...others] = people as [string, ...string[]];
  const order = `erasure-${randomUUID()}`;
  const target = `contribution-${erased}` as const;
  const ordered = { target, fields: [], wholeSubject: true, ground: 'subjectRequest', office: 'accueil' } as const;
  const at = `${new Date(Date.now() - 2 * 3_600_000).toISOString().slice(0, 19)}Z`;
  await test.append(order, [fact(erasureOrdered, ordered)], { at });
  await test.vaultStore.eraseKey(erased);
  await test.append(order, [fact(erasureCarriedOut, { target, places: ['key'] })]);
  const runner = test.runner();
  await runner.prepare();
  await runner.catchUp();
  const size = await test.store.size();
  for (const { name } of PROCESSES)
    await test.pool.query('INSERT INTO processes.follower_position (name, size) VALUES ($1, $2)', [name, size]);
  const dataDir = join(process.env['FIL_DATA']!, randomUUID());
  const settings = settingsFrom({ FIL_DATA: dataDir });
  const [keys, lockStore] = [keyFileOf(settings, ORIGIN), lockStoreOf(settings, ORIGIN)];
  await new TreeIntegrator(test.pool).catchUp();
  await new Checkpointer({ pool: test.pool, origin: ORIGIN, keys, lockStore }).pass();
  await test.close();
  await open.close();
  await asOwner(database.url, `INSERT INTO vault.purge (size, ended_at) VALUES (${size}, now())`);
  return { dataDir, database, people: others, erased, order };
}

const contribute = (test: TestRegister, person: string): Promise<string[]> =>
  test.append(
    `contribution-${person}`,
    [
      fact(
        contributionRecorded,
        {
          consultation: 'consultation-018f6b1e-7c00-7000-8000-000000000001',
          sensitivity: 'public',
          kind: 'proposal',
          channel: 'online',
          language: 'fr',
          themes: [],
          authorKind: 'person',
          attachmentCount: 0,
        },
        { title: { fr: WORDS }, author: 'Quelqu’un' },
      ),
      fact(contributionAdmitted, {}),
    ],
    { person },
  );

/** A database with the same in it. */
export async function copyOf({ url }: TestDatabase): Promise<TestDatabase> {
  const name = `${testDatabasePrefix}${randomBytes(8).toString('hex')}`;
  await asOwner(
    process.env['TEST_DATABASE_URL']!,
    `CREATE DATABASE "${name}" TEMPLATE "${new URL(url).pathname.slice(1)}"`,
  );
  const copy = new URL(url);
  copy.pathname = `/${name}`;
  return {
    url: copy.href,
    drop: () => asOwner(process.env['TEST_DATABASE_URL']!, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
  };
}

/** As the owner of the tables, and of the server. */
export async function asOwner(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** `fil doctor` on a register in which all is well, and on copies of it that were each damaged in one way. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Finding } from '@fil/log/health/finding';
import { freePort } from '@fil/log/postgres/embedded/free-port';
import { openLookingPool } from '@fil/log/postgres/looking-pool';
import { leaderNames } from '@fil/log/projections/projection-runner';
import { PROCESSES } from '@fil/processes/processes.module';
import { leadershipOf } from '@fil/processes/running-processes';
import { VIEW_PROJECTIONS } from '@fil/views/projections';
import type { ExaminationOptions } from '../../apps/composition/doctor/examine-register';
import { contentsOf } from '../backup/spoken-register';
import type { TestDatabase } from '../postgres/test-database';
import { codes, examine as examineWith, wrong } from './findings';
import { asOwner, copyOf, tellRegister, type ToldRegister, WORDS } from './told-register';

jest.setTimeout(120_000);

let told: ToldRegister;
let database: TestDatabase;
beforeAll(async () => {
  told = await tellRegister();
});
afterAll(() => told.database.drop());
beforeEach(async () => {
  database = await copyOf(told.database);
});
afterEach(() => database.drop());

async function examine(
  url = database.url,
  options: Partial<ExaminationOptions> = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<Finding[]> {
  const findings = await examineWith({ DATABASE_URL: url, FIL_DATA: told.dataDir, ...environment }, options);
  expect(JSON.stringify(findings)).not.toContain(WORDS);
  return findings;
}

const owner = (...statements: readonly string[]): Promise<void> => asOwner(database.url, ...statements);
/** With the protections lifted, as an administrator can. */
const tamper = (...statements: readonly string[]): Promise<void> =>
  owner('SET session_replication_role = replica', ...statements);

it.each([false, true])('finds nothing wrong where all is well (deep: %s)', async (deep) => {
  const seen: number[] = [];
  const findings = await examine(database.url, { deep, onProgress: (done) => seen.push(done) });
  expect(wrong(findings)).toEqual({ fault: [], warning: [] });
  expect(codes(findings, 'ok')).toEqual(
    expect.arrayContaining([
      'settings.inForce',
      'machine.node',
      'postgresql.version',
      'postgresql.connections',
      'postgresql.role',
      'clock.same',
      'schema.current',
      'register.begun',
      'register.engine',
      'protection.stands',
      'log.complete',
      'log.asWritten',
      'projection.current',
      'process.current',
      'jobs.done',
      'erasures.carriedOut',
    ]),
  );
  expect(seen.at(-1)).toBe(14);
});

it('changes nothing, even where it could', async () => {
  const before = await contentsOf(database.url);
  await examine(database.url, { deep: true });
  expect(await contentsOf(database.url)).toEqual(before);
  // What stands in the address does not lift it.
  const pool = openLookingPool(`${database.url}?options=-c%20default_transaction_read_only%3Doff`);
  await expect(pool.query('DELETE FROM views.incident')).rejects.toThrow('read-only transaction');
  await pool.end();
});

describe('the log', () => {
  it.each([
    ['an entry in the middle that is gone', 'DELETE FROM log.event WHERE idx = 4', ['log.gap', 'log.revision']],
    ['the last entry that is gone', 'DELETE FROM log.event WHERE idx = 13', ['log.gap']],
    ['a head that says more', 'UPDATE log.head SET size = 15', ['log.gap']],
    ['an entry beyond its place', 'UPDATE log.event SET idx = 20 WHERE idx = 13', ['log.gap']],
    ['a revision that is missing', 'UPDATE log.event SET rev = 3 WHERE idx = 5', ['log.revision', 'log.other']],
    [
      'two revisions in the wrong order',
      'UPDATE log.event SET idx = CASE idx WHEN 4 THEN 1005 ELSE 1004 END WHERE idx IN (4, 5); UPDATE log.event SET idx = idx - 1000 WHERE idx > 999',
      ['log.revision'],
    ],
    [
      'a byte that changed beside its hash',
      `ALTER TABLE log.event ALTER leaf DROP EXPRESSION;
       UPDATE log.event SET entry = set_byte(entry, 20, get_byte(entry, 20) # 1) WHERE idx = 4`,
      ['log.leaf'],
    ],
    [
      'an entry that is no longer one',
      `UPDATE log.event SET entry = set_byte(entry, 0, 32) WHERE idx = 4`,
      ['log.unreadable'],
    ],
    [
      'an entry of another event',
      `UPDATE log.event e SET entry = (SELECT entry FROM log.event WHERE idx = 6) WHERE idx = 4`,
      ['log.other', 'openings.missing'],
    ],
    [
      'an entry of another register',
      `UPDATE log.event SET entry = convert_to(replace(convert_from(entry, 'UTF8'), 'demo.invalid', 'demi.invalid'), 'UTF8') WHERE idx = 4`,
      ['log.foreign'],
    ],
  ])('%s', async (_, statement, expected) => {
    await tamper(statement);
    for (const deep of [false, true]) {
      const { fault } = wrong(await examine(database.url, { deep }));
      expect(fault).toEqual(expect.arrayContaining(expected));
    }
  });

  it.each([
    ['DELETE FROM log.event WHERE idx = 4', 14, 13, 4],
    ['DELETE FROM log.event WHERE idx = 0', 14, 13, 0],
    ['UPDATE log.event SET idx = 20 WHERE idx = 13', 14, 14, 13],
    ['UPDATE log.head SET size = 15', 15, 14, 14],
    ['UPDATE log.head SET size = 13', 13, 14, 13],
  ])('says where it begins to differ: %s', async (statement, size, found, first) => {
    await tamper(statement);
    const gap = (await examine()).find(({ code }) => code === 'log.gap');
    expect(gap!.title.en).toBe(`The log should have ${size} entries; it has ${found}`);
    expect(gap!.detail!.en).toBe(`First place where they differ: entry ${first}.`);
  });

  it.each([
    ['nothing was kept', 'DELETE FROM vault.openings', 'openings.missing'],
    [
      'something else was kept',
      'UPDATE vault.openings SET sheet = set_byte(sheet, length(sheet) - 3, 7)',
      'openings.other',
    ],
    ['what was kept has no form', `UPDATE vault.openings SET sheet = substr(sheet, 1, 90)`, 'openings.other'],
    [
      'words were emptied',
      `UPDATE vault.openings o SET sheet = vault.without(sheet, '/title') FROM log.event e WHERE e.id = o.event_id AND e.idx = 4`,
      'openings.emptied',
    ],
    ['keys are gone', `DELETE FROM keys.subject_key WHERE state = 'active'`, 'openings.keyless'],
    ['a key was destroyed', `UPDATE keys.subject_key SET key = NULL, state = 'erased'`, 'openings.keyless'],
  ])('of sealed fields: %s, and no order says so', async (_, statement, expected) => {
    await tamper(statement);
    for (const deep of [false, true]) expect(wrong(await examine(database.url, { deep })).fault).toContain(expected);
  });
});

describe('the protections', () => {
  it.each([
    ['a trigger that is switched off', 'ALTER TABLE log.event DISABLE TRIGGER immutable', 'protection.triggers'],
    ['a trigger that is gone', 'DROP TRIGGER permanent ON log.head', 'protection.triggers'],
    [
      'a trigger that refuses less',
      `DROP TRIGGER immutable ON log.register; CREATE TRIGGER immutable BEFORE UPDATE ON log.register
       FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change()`,
      'protection.triggers',
    ],
    ['a right to write', 'GRANT INSERT ON log.event TO fil_app', 'protection.rights'],
    ['a right to change one column', 'GRANT UPDATE (sheet) ON vault.openings TO fil_app', 'protection.rights'],
    ['a right to delete', 'GRANT DELETE ON keys.subject_key TO fil_app', 'protection.rights'],
  ])('%s', async (_, statement, expected) => {
    await owner(statement);
    expect(wrong(await examine())).toEqual({ fault: [expected], warning: [] });
  });
});

describe('the server', () => {
  it('a user who may not act as the application', async () => {
    const user = `doctor_${randomBytes(6).toString('hex')}`;
    await owner(`CREATE ROLE ${user} LOGIN PASSWORD 'looks' IN ROLE pg_read_all_data`);
    try {
      const url = new URL(database.url);
      [url.username, url.password] = [user, 'looks'];
      const findings = await examine(url.href);
      expect(wrong(findings)).toEqual({ fault: [], warning: ['postgresql.role'] });
      expect(JSON.stringify(findings)).not.toContain('looks');
    } finally {
      await owner(`DROP OWNED BY ${user}`, `DROP ROLE ${user}`);
    }
  });

  it('a user who may not read', async () => {
    const user = `doctor_${randomBytes(6).toString('hex')}`;
    await owner(`CREATE ROLE ${user} LOGIN PASSWORD 'looks'`);
    try {
      const url = new URL(database.url);
      [url.username, url.password] = [user, 'looks'];
      const { warning } = wrong(await examine(url.href));
      expect(warning).toEqual(['postgresql.role', 'schema.notExamined', 'notExamined']);
    } finally {
      await owner(`DROP OWNED BY ${user}`, `DROP ROLE ${user}`);
    }
  });

  it('an administrator where people rely on it', async () => {
    expect(wrong(await examine(database.url, {}, { NODE_ENV: 'production' })).warning).toEqual([
      'postgresql.superuser',
    ]);
  });

  it.each([
    [30_000, { fault: [], warning: ['clock.apart'] }],
    [-90_000, { fault: ['clock.apart'], warning: [] }],
  ])('a clock that is %s milliseconds ahead', async (ahead, expected) => {
    expect(wrong(await examine(database.url, { clock: () => Date.now() + ahead }))).toEqual(expected);
  });

  it('one that is not there, and what could not be looked at', async () => {
    const url = `postgres://fil:hush@127.0.0.1:${await freePort()}/fil`;
    const findings = await examine(url);
    expect(wrong(findings)).toEqual({ fault: ['postgresql.unreachable'], warning: ['notExamined'] });
    expect(JSON.stringify(findings)).not.toContain('hush');
  });

  it('a Redis and an EventStoreDB that are not there', async () => {
    const nobody = `127.0.0.1:${await freePort()}`;
    const findings = await examine(
      database.url,
      {},
      { REDIS_URL: `redis://:hush@${nobody}`, EVENTSTORE_URL: `esdb://${nobody}?tls=false` },
    );
    expect(codes(findings, 'fault')).toEqual(['redis.unreachable', 'eventstoredb.unreachable', 'register.engine']);
    expect(JSON.stringify(findings)).not.toContain('hush');
  });
});

describe('the tables', () => {
  it('an empty database', async () => {
    await owner('DROP TABLE fil_migration');
    expect(wrong(await examine())).toEqual({ fault: [], warning: ['schema.empty'] });
  });

  it('a migration that is still to be made', async () => {
    await owner(`DELETE FROM fil_migration WHERE name LIKE 'Jobs%'`);
    expect(wrong(await examine())).toEqual({ fault: [], warning: ['schema.missing', 'notExamined'] });
  });

  it('a migration of a later release', async () => {
    await owner(`INSERT INTO fil_migration (timestamp, name) VALUES (1999999999999, 'Later1999999999999')`);
    expect(wrong(await examine())).toEqual({ fault: ['schema.unknown'], warning: [] });
  });

  it('a restore that did not end', async () => {
    await owner('CREATE SCHEMA fil_restoring');
    expect(wrong(await examine())).toEqual({ fault: ['schema.restoring'], warning: ['notExamined'] });
  });

  it('no register yet', async () => {
    await tamper('DELETE FROM log.register');
    expect(wrong(await examine())).toEqual({ fault: [], warning: ['register.none'] });
  });

  it('a log that another engine writes', async () => {
    await owner('UPDATE log.integration SET commit_position = 7, prepare_position = 7');
    expect(wrong(await examine())).toEqual({ fault: ['register.engine'], warning: [] });
  });

  it('what is missing without anybody having said so', async () => {
    await owner('DROP TABLE processes.job');
    expect(wrong(await examine()).warning).toContain('jobs.notExamined');
  });
});

describe('the read models', () => {
  const { name, version } = VIEW_PROJECTIONS[0]!;
  const [key] = [`name = '${name}' AND version = ${version}`];
  it.each([
    ['never made', `DELETE FROM views.projection WHERE ${key}`, { fault: [], warning: ['projection.none'] }],
    ['behind', `UPDATE views.projection SET size = 3 WHERE ${key}`, { fault: [], warning: ['projection.behind'] }],
    ['ahead', `UPDATE views.projection SET size = 99 WHERE ${key}`, { fault: ['projection.ahead'], warning: [] }],
  ])('one that is %s', async (_, statement, expected) => {
    await owner(statement);
    expect(wrong(await examine())).toEqual(expected);
  });

  it('one that is behind, that a program leads, and that moves or does not', async () => {
    const leader = new Client({ connectionString: database.url });
    await leader.connect();
    const names = [...leaderNames(VIEW_PROJECTIONS), ...PROCESSES.map((one) => leadershipOf(one.name))];
    for (const one of names) await leader.query(`SELECT pg_advisory_lock(hashtext('leadership'), hashtext($1))`, [one]);
    await owner(`UPDATE views.projection SET size = 3 WHERE ${key}`);
    expect(wrong(await examine())).toEqual({ fault: [], warning: ['projection.still'] });
    await owner('UPDATE processes.follower_position SET size = 3');
    const moving = new AbortController();
    const moved = (async () => {
      while (!moving.signal.aborted) {
        for (const table of ['views.projection', 'processes.follower_position'])
          await leader.query(`UPDATE ${table} SET size = (size + 1) % 10`);
        await sleep(300);
      }
    })();
    const findings = await examine();
    moving.abort();
    await moved;
    await leader.end();
    expect(wrong(findings)).toEqual({ fault: [], warning: [] });
    expect(findings.find(({ code }) => code === 'process.current')!.detail!.en).toContain('program connected from');
  });

  it('one that has halted, without the words that the database repeats', async () => {
    await owner(
      `UPDATE views.projection SET size = 3, halted_at = 3 WHERE ${key}`,
      `INSERT INTO views.incident (projection, version, index, event_id, message)
       VALUES ('${name}', ${version}, 3, '018f6b1e-7c00-7000-8000-000000000009', 'value too long: "${WORDS}"')`,
    );
    const findings = await examine();
    expect(wrong(findings)).toEqual({ fault: ['projection.halted'], warning: [] });
    const { title, detail } = findings.find(({ code }) => code === 'projection.halted')!;
    expect([title.en, detail!.en]).toEqual([
      `${name} (v${version}): halted before event 3`,
      '018f6b1e-7c00-7000-8000-000000000009: value too long: …',
    ]);
  });

  it('a table that is missing', async () => {
    await owner(
      `DO $$ BEGIN EXECUTE (SELECT 'DROP TABLE views.' || quote_ident(tables[1]) FROM views.projection WHERE ${key}); END $$`,
    );
    expect(wrong(await examine())).toEqual({ fault: ['projection.tables'], warning: [] });
  });

  it('a version of another release, and a copy that was not finished', async () => {
    await owner(
      `INSERT INTO views.projection (name, version, size) VALUES ('${name}', 0, 14)`,
      `INSERT INTO views_rebuild.projection (name, version, tables, fingerprint) VALUES ('${name}', ${version}, '{}', '')`,
    );
    const findings = await examine();
    expect(wrong(findings)).toEqual({ fault: [], warning: [] });
    expect(codes(findings, 'ok')).toEqual(expect.arrayContaining(['projection.otherVersion', 'projection.copy']));
    const other = findings.find(({ code }) => code === 'projection.otherVersion');
    expect(other!.detail!.fr).toContain('drop-old');
  });
});

describe('processes and jobs', () => {
  const { name } = PROCESSES[0]!;
  it.each([
    [
      'behind',
      `UPDATE processes.follower_position SET size = 3 WHERE name = '${name}'`,
      { fault: [], warning: ['process.behind'] },
    ],
    [
      'ahead',
      `UPDATE processes.follower_position SET size = 99 WHERE name = '${name}'`,
      { fault: ['process.ahead'], warning: [] },
    ],
    [
      'given up',
      `INSERT INTO processes.job (name, key, max_attempts, failed_at, last_error) VALUES ('x', 'x/1', 1, now(), 'no relay')`,
      { fault: ['jobs.failed'], warning: [] },
    ],
    [
      'waiting',
      `INSERT INTO processes.job (name, key, max_attempts, run_at) VALUES ('x', 'x/1', 1, now() - interval '5 minutes')`,
      { fault: [], warning: ['jobs.waiting'] },
    ],
    [
      'waiting for hours',
      `INSERT INTO processes.job (name, key, max_attempts, run_at) VALUES ('x', 'x/1', 1, now() - interval '5 hours')`,
      { fault: ['jobs.waiting'], warning: [] },
    ],
    [
      'in the hands of nobody',
      `INSERT INTO processes.job (name, key, max_attempts, locked_until) VALUES ('x', 'x/1', 1, now() - interval '5 minutes')`,
      { fault: [], warning: ['jobs.waiting'] },
    ],
  ])('one that is %s', async (_, statement, expected) => {
    await owner(statement);
    expect(wrong(await examine())).toEqual(expected);
  });
});

it('a process that a program leads and that does not move', async () => {
  const leader = new Client({ connectionString: database.url });
  await leader.connect();
  for (const { name } of PROCESSES)
    await leader.query(`SELECT pg_advisory_lock(hashtext('leadership'), hashtext($1))`, [leadershipOf(name)]);
  await owner('UPDATE processes.follower_position SET size = 3');
  expect(wrong(await examine())).toEqual({ fault: [], warning: PROCESSES.map(() => 'process.still') });
  await leader.end();
});

describe('erasures', () => {
  const carriedOut =
    (): string => `DELETE FROM log.event WHERE stream = '${told.order}' AND rev = 2; UPDATE log.head SET size = 13;
    UPDATE views.projection SET size = 13; UPDATE processes.follower_position SET size = 13`;

  it('an order that nobody carries out', async () => {
    // The last entry: more was signed than there is then.
    await tamper(carriedOut());
    expect(wrong(await examine())).toEqual({ fault: ['signing.lockStoreAhead', 'erasures.late'], warning: [] });
  });

  it('a key that is there again', async () => {
    await tamper(
      `UPDATE keys.subject_key SET key = decode(repeat('ab', 32), 'hex'), state = 'active' WHERE state = 'erased'`,
    );
    expect(wrong(await examine()).fault).toContain('erasures.survived');
  });

  it('words that are there again', async () => {
    const entry = await firstEntryOf(told.people[0]!);
    const order = { event: entry, path: '/title' };
    await tamper(
      `UPDATE log.event SET entry = convert_to(replace(convert_from(entry, 'UTF8'), '"fields":[]', '"fields":[${JSON.stringify(order)}]'), 'UTF8')
       WHERE stream = '${told.order}' AND rev = 1`,
    );
    expect(wrong(await examine())).toEqual({ fault: ['erasures.survived'], warning: [] });
    // Once they are gone, the order is why.
    await tamper(`UPDATE vault.openings SET sheet = vault.without(sheet, '/title') WHERE event_id = '${entry}'`);
    expect(wrong(await examine())).toEqual({ fault: [], warning: [] });
  });

  it('files that still hold what was erased', async () => {
    await owner('UPDATE vault.purge SET size = 13');
    expect(wrong(await examine())).toEqual({ fault: [], warning: ['erasures.notPurged'] });
    await owner('UPDATE vault.purge SET size = 14, ended_at = NULL');
    expect(wrong(await examine())).toEqual({ fault: [], warning: ['erasures.notPurged'] });
  });

  it('an order that cannot be read', async () => {
    await tamper(`UPDATE log.event SET entry = 'x' WHERE stream = '${told.order}' AND rev = 1`);
    expect(wrong(await examine()).fault).toEqual(expect.arrayContaining(['log.unreadable', 'erasures.unreadable']));
  });

  async function firstEntryOf(person: string): Promise<string> {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ id: string }>('SELECT id FROM log.event WHERE stream = $1 AND rev = 1', [
      `contribution-${person}`,
    ]);
    await client.end();
    return rows[0]!.id;
  }
});

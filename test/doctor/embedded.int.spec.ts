/** `fil doctor` beside an embedded PostgreSQL that runs, is stopped, or was never begun. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@fil/log/postgres/embedded/embedded-postgres';
import { codes, examine as examineWith, wrong } from './findings';

jest.setTimeout(120_000);

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'fil-doctor-'));
  chmodSync(dataDir, 0o755);
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const examine = () => examineWith({ FIL_DATA: dataDir });
const cluster = (): string => join(dataDir, 'pg18', 'cluster');

it('looks at the one that runs, and neither starts nor stops it', async () => {
  expect(wrong(await examine())).toEqual({ fault: [], warning: ['postgresql.none', 'notExamined'] });
  expect(existsSync(join(dataDir, 'pg18'))).toBe(false);

  const server = await startEmbeddedPostgres({ dataDir: join(dataDir, 'pg18'), settings: { fsync: 'off' } });
  const running = await examine();
  expect(codes(running, 'ok')).toContain('postgresql.version');
  expect(wrong(running)).toEqual({ fault: [], warning: expect.arrayContaining(['schema.empty']) });
  expect(existsSync(join(cluster(), 'postmaster.pid'))).toBe(true);

  await server.stop();
  expect(wrong(await examine())).toEqual({ fault: [], warning: ['postgresql.stopped', 'notExamined'] });
});

it('what a server that is gone has left, and that names another program now, is not swept away', async () => {
  const server = await startEmbeddedPostgres({ dataDir: join(dataDir, 'pg18'), settings: { fsync: 'off' } });
  await server.stop();
  const other = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1e6)'], { stdio: 'ignore' });
  await once(other, 'spawn');
  try {
    const left = join(cluster(), 'postmaster.pid');
    writeFileSync(left, `${other.pid}\n${cluster()}\n1\n5432\n\n\n\nready\n`);
    const findings = await examine();
    // Only Linux tells which program it is.
    const expected = process.platform === 'linux' ? 'postgresql.stopped' : 'postgresql.closed';
    expect(findings.map(({ code }) => code)).toContain(expected);
    expect(existsSync(left)).toBe(true);
  } finally {
    other.kill('SIGKILL');
  }
});

it('a folder of another version', async () => {
  mkdirSync(cluster(), { recursive: true });
  writeFileSync(join(cluster(), 'PG_VERSION'), '14\n');
  expect(codes(await examine(), 'fault')).toEqual(['postgresql.unreadable']);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { worst } from '@fil/log/health/finding';
import { ofNode, ofRoom } from './machine';
import { KNOWN_SETTINGS, settingsCheck } from './settings-in-force';

const found = (environment: Readonly<Record<string, string>>) => settingsCheck(environment).look();
const codes = async (environment: Readonly<Record<string, string>>) =>
  (await found(environment))
    .filter(({ severity }) => severity !== 'ok')
    .map(({ code, severity }) => `${severity} ${code}`);

it.each<[Record<string, string>, string[]]>([
  [{}, []],
  [{ PORT: '3000', FIL_LOG: 'json', FIL_DATA: '/srv/fil', FIL_ACCESSIBILITY: 'partial', NODE_ENV: 'production' }, []],
  [
    {
      DATABASE_URL: 'postgres://fil:x@db:5432/fil',
      REDIS_URL: 'rediss://redis:6379',
      EVENTSTORE_URL: 'esdb+discover://a:2113,b:2113',
    },
    [],
  ],
  [{ PORT: '' }, []],
  [{ PORT: '3000x' }, ['fault settings.unfit']],
  [{ PORT: '70000' }, ['fault settings.unfit']],
  [{ FIL_LOG: 'xml' }, ['fault settings.unfit']],
  [{ FIL_ACCESSIBILITY: 'oui' }, ['fault settings.unfit']],
  [{ DATABASE_URL: 'mysql://x' }, ['fault settings.unfit']],
  [{ REDIS_URL: 'redis:6379' }, ['fault settings.unfit']],
  [{ EVENTSTORE_URL: 'http://x:2113' }, ['fault settings.unfit']],
  [{ FIL_DATABASE: 'x' }, ['warning settings.unknown']],
  [{ DATABASE_URL: 'postgres://x', FIL_DATA: '.data', FIL_TREE_LAG: '5000' }, []],
  [{ FIL_TREE_LAG: 'x' }, ['fault settings.unfit']],
])('%j', async (environment, expected) => {
  expect(await codes(environment)).toEqual(expected);
});

it('shows what is in force and no password, whatever is wrong with it', async () => {
  const findings = await found({
    DATABASE_URL: 'postgres://fil:hu/sh@1@db:5432/fil',
    REDIS_URL: 'http://:hush@redis',
    EVENTSTORE_URL: 'esdb://admin:hush@a:2113,b:2113?tls=false',
    FIL_SECRET: 'hush',
  });
  expect(findings[0]!.detail!.en).toBe(
    'DATABASE_URL=postgres://fil:…@db:5432/fil · EVENTSTORE_URL=esdb://admin:…@a:2113,b:2113?tls=false · REDIS_URL=http://:…@redis',
  );
  expect(JSON.stringify(findings)).not.toMatch(/hu.?sh/);
});

it('knows every setting that the product reads', () => {
  const read = ['apps', 'libs', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|mjs|cjs)$/.test(name) && !name.includes('.spec.'))
      .flatMap((name) =>
        [...readFileSync(join(folder, name), 'utf8').matchAll(/(?:env|environment)(?:\.|\[['"])(FIL_[A-Z_]+)/g)].map(
          ([, setting]) => setting!,
        ),
      ),
  );
  expect(read).toContain('FIL_DATA');
  expect(read.filter((name) => !KNOWN_SETTINGS.has(name))).toEqual([]);
});

it('measures the room that is left', () => {
  expect([5e9, 1e9, 1e8].map((bytes) => worst([ofRoom(bytes, '/srv')]))).toEqual(['ok', 'warning', 'fault']);
});

it('asks for the Node.js that package.json asks for', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
  expect(engines.node).toBe('>=20.19.0');
  const versions = ['18.20.0', '20.18.3', '20.19.0', '24.1.0'];
  expect(versions.map((version) => ofNode(version).severity)).toEqual(['fault', 'fault', 'ok', 'ok']);
});

import { lookAt } from './check';
import { ofDifference } from './checks/clock';
import { ofIntegration } from './checks/eventstoredb';
import { ofServer, type ServerFacts } from './checks/server';
import { someIndices } from './entries/entry-row';
import { type Finding, ok, plain, warning, worst } from './finding';
import { whyNot } from './why-not';
import { withoutPassword } from './without-password';

const summary = (findings: readonly Finding[]): string[] =>
  findings.filter(({ severity }) => severity !== 'ok').map(({ code, severity }) => `${severity} ${code}`);

const SERVER: ServerFacts = {
  version: '18.4',
  number: 180_004,
  connections: 20,
  most: 97,
  superuser: false,
  roleExists: true,
  mayActAsRole: true,
};
const PRODUCTION = { production: true, embedded: false };

it.each<[Partial<ServerFacts>, string[]]>([
  [{}, []],
  [{ number: 150_000 }, []],
  [{ number: 140_012 }, ['fault postgresql.version']],
  [{ connections: 77 }, []],
  [{ connections: 78 }, ['warning postgresql.connections']],
  [{ mayActAsRole: false }, ['warning postgresql.role']],
  [{ roleExists: false, mayActAsRole: false }, ['warning postgresql.role']],
  [{ superuser: true }, ['warning postgresql.superuser']],
])('a server of which %j', (facts, expected) => {
  expect(summary(ofServer({ ...SERVER, ...facts }, PRODUCTION))).toEqual(expected);
});

it('bears with an administrator where nobody else is, or nobody relies on it', () => {
  for (const expected of [
    { production: false, embedded: false },
    { production: true, embedded: true },
  ])
    expect(summary(ofServer({ ...SERVER, superuser: true }, expected))).toEqual([]);
});

it('tells a role that is missing from one that may not be taken', () => {
  const title = (roleExists: boolean): string =>
    ofServer({ ...SERVER, roleExists, mayActAsRole: false }, PRODUCTION).find(({ code }) => code === 'postgresql.role')!
      .title.fr;
  expect([title(true), title(false)]).toEqual([
    'L’utilisateur de DATABASE_URL ne peut pas prendre le rôle fil_app',
    'Le rôle fil_app n’existe pas',
  ]);
});

it.each([
  [0, 'ok', 'À la même heure que la base'],
  [-5_000, 'ok', 'À la même heure que la base'],
  [5_600, 'warning', 'L’horloge de cette machine avance de 6 s sur celle de la base'],
  [-60_000, 'warning', 'L’horloge de cette machine retarde de 60 s sur celle de la base'],
  [60_001, 'fault', 'L’horloge de cette machine avance de 60 s sur celle de la base'],
])('a clock %d ms ahead', (ahead, severity, title) => {
  expect(ofDifference(ahead)).toMatchObject({ severity, title: { fr: title } });
});

it('says what cannot be looked at, and why, without what was quoted', async () => {
  const look = () => Promise.reject(new Error('invalid input: "Un banc sous le tilleul"'));
  const { findings } = await lookAt({ name: 'log', title: plain('Log'), look });
  expect(findings).toMatchObject([
    { code: 'log.notExamined', severity: 'warning', detail: { en: 'Error: invalid input: …' } },
  ]);
});

it('of what the network says repeats the code only', () => {
  const refused = Object.assign(new Error('getaddrinfo ENOTFOUND hush@db'), {
    code: 'ENOTFOUND',
    syscall: 'getaddrinfo',
  });
  expect(whyNot(refused)).toBe('ENOTFOUND (getaddrinfo)');
  expect(whyNot(new AggregateError([refused]))).toBe('ENOTFOUND (getaddrinfo)');
});

it.each([
  ['postgres://fil:hush@db/fil', 'postgres://fil:…@db/fil'],
  ['postgres://fil:h@u/s:h@db/fil', 'postgres://fil:…@db/fil'],
  ['redis://:hush@redis:6379', 'redis://:…@redis:6379'],
  ['postgres://db/fil?user=fil&password=hush', 'postgres://db/fil?user=fil&password=…'],
  ['host=db password=hush', 'host=db password=…'],
  ['esdb://db:2113?tls=false', 'esdb://db:2113?tls=false'],
  ['/srv/fil', '/srv/fil'],
])('%s is shown as %s', (address, shown) => {
  expect(withoutPassword(address)).toBe(shown);
});

it('is as bad as the worst of what was found', () => {
  const seen = ok('a', plain('a'));
  const bad = warning('b', { title: plain('b'), whatToDo: plain('c') });
  expect([worst([]), worst([seen]), worst([bad, seen])]).toEqual(['ok', 'ok', 'warning']);
});

it('takes each entry at most once, and all of a small log', () => {
  expect(someIndices(3, 5)).toEqual([0, 1, 2]);
  const some = someIndices(1_000, 200);
  expect([new Set(some).size, some.every((index) => index >= 0 && index < 1_000)]).toEqual([200, true]);
});

it('a log that follows another store late, or never has', () => {
  const now = new Date('2026-03-02T10:00:00Z');
  const integration = { position: 1n, halted: null, misfit: null, pending: 0 };
  const at = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);
  expect([at(2), at(31), null].map((caughtUpAt) => worst(ofIntegration({ ...integration, caughtUpAt }, now)))).toEqual([
    'ok',
    'warning',
    'warning',
  ]);
});

/** The processes as programs run them: followers and runner on a real database, with and without Redis, alone and beside others. */
import { Logger, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { erasureOrdered } from '@fil/facts/events/erasure.events';
import {
  contributionsAttached,
  contributionsDetached,
  synthesisOpened,
  synthesisOutcomeGiven,
} from '@fil/facts/events/synthesis.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { FailedJobs } from '@fil/log/jobs/table/failed-jobs';
import { PROCESSES, ProcessesModule, type ProcessesSettings } from '@fil/processes/processes.module';
import { ERASURE } from '@fil/processes/erasure/erasure.process';
import { RunningProcesses } from '@fil/processes/running-processes';
import { SYNTHESIS_OUTCOME } from '@fil/processes/synthesis-outcome/synthesis-outcome.process';
import { contribution } from '@fil/record/contributions/contribution.state';
import { admitted, recorded } from '@fil/record/contributions/specification/some-mandate';
import { requestedWith } from '@fil/record/contributions/specification/memory-register';
import type { Decider } from '@fil/record/deciding/decider';
import { DecidingModule, decisionTakerOn } from '@fil/record/deciding/deciding.module';
import { someId } from '@fil/record/deciding/specification/given-when-then';
import { erasure } from '@fil/record/erasures/erasure.state';
import { synthesis } from '@fil/record/syntheses/synthesis.state';
import { openRegister, type OpenRegister } from '../../apps/composition/open-register';
import { eventually } from '../e2e/eventually';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database';
import { describeWithRedis } from '../redis/describe-with-redis';

let database: TestDatabase;
let register: OpenRegister;
let workers: INestApplicationContext[] = [];
beforeEach(async () => {
  database = await createTestDatabase();
  register = (await openRegister(database.url, {
    origin: 'test.invalid/processes',
    demonstration: true,
    authoritySiret: null,
  }))!;
});
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(workers.splice(0).map((worker) => worker.close()));
  await register.close();
  await database.drop();
});

async function startWorker(more: Partial<ProcessesSettings> = {}): Promise<INestApplicationContext> {
  @Module({ imports: [DecidingModule.on(register), ProcessesModule.on({ ...register, ...more })] })
  class Worker {}
  const worker = await NestFactory.createApplicationContext(Worker, { logger: ['fatal'] });
  workers.push(worker);
  return worker;
}

async function write<S>(stream: string, decider: Decider<S>, ...events: readonly NewEvent[]): Promise<void> {
  const outcome = await decisionTakerOn(register).take({ stream, decider, ...requestedWith(), decide: () => events });
  expect(outcome).not.toHaveProperty('refused');
}
const SYNTHESES = [someId('synthesis', 1), someId('synthesis', 2)];
const memberOf = (s: number, n: number): `contribution-${string}` => someId('contribution', 100 * s + n);
const membersOf = (s: number, from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => ({ contribution: memberOf(s, from + n), point: 1 }));
const attach = (members: ReturnType<typeof membersOf>): NewEvent =>
  event(contributionsAttached, { data: { members }, words: {} });
const answer = (members: number): NewEvent =>
  event(synthesisOutcomeGiven, {
    data: { outcome: 'considered', reasons: [], commitments: [], evidenceCount: 0, members, supersedes: null },
    words: { justification: { fr: 'Des arbres seront plantés.' } },
  });
const MEMBERS = 24;

/** Two syntheses: members join, are answered, one leaves, others join; and the words of one member of each are erased. */
async function tellStory(): Promise<void> {
  for (const [s, stream] of SYNTHESES.entries()) {
    await Promise.all(
      membersOf(s, 0, MEMBERS).map(({ contribution: one }) => write(one, contribution, recorded(), admitted)),
    );
    const opened = event(synthesisOpened, {
      data: { consultation: someId('consultation'), themes: [], divergenceCount: 0 },
      words: { title: { fr: 'De l’ombre' } },
    });
    await write(stream, synthesis, opened, attach(membersOf(s, 0, 16)), answer(16));
    const leaving = { members: membersOf(s, 0, 1) };
    await write(
      stream,
      synthesis,
      event(contributionsDetached, { data: leaving, words: { reason: { fr: 'Autre sujet.' } } }),
      attach(membersOf(s, 16, MEMBERS)),
    );
    await order(s, memberOf(s, 1));
  }
}
const order = (n: number, target: `contribution-${string}`): Promise<void> =>
  write(
    someId('erasure', n),
    erasure,
    event(erasureOrdered, {
      data: { target, fields: [], wholeSubject: true, ground: 'subjectRequest', office: 'mairie' },
      words: {},
    }),
  );

const typesIn = async (stream: string): Promise<string[]> =>
  (await register.store.readStream(stream)).map(({ type }) => type.slice(type.indexOf('.') + 1, -2));
/** Every process has read the log to its end, and nothing that followed is left to do. */
const allIsDone = (): Promise<unknown> =>
  eventually(
    'the end of all jobs',
    async () => {
      const size = await register.store.size();
      const { rowCount } = await register.pool.query('SELECT FROM processes.follower_position WHERE size >= $1', [
        size,
      ]);
      const { due, held, later, running } = await new FailedJobs(register.pool).counts();
      return rowCount === PROCESSES.length && due + held + later + running === 0;
    },
    25_000,
  );
async function expectStoryCarried(): Promise<void> {
  await allIsDone();
  const start = ['recorded', 'admitted', 'groupedInto', 'outcomeGiven'];
  for (const s of SYNTHESES.keys()) {
    for (let n = 1; n < MEMBERS; n++)
      expect({ s, n, types: await typesIn(memberOf(s, n)) }).toEqual({ s, n, types: start });
    // She left: the answer had reached her, or passes over her.
    const left = await typesIn(memberOf(s, 0));
    expect(left.filter((type) => type !== 'outcomeGiven')).toEqual([
      'recorded',
      'admitted',
      'groupedInto',
      'removedFrom',
    ]);
    expect(await typesIn(someId('erasure', s))).toEqual(['ordered', 'carriedOut']);
    expect(await register.vaultStore.keyOf(memberOf(s, 1).slice('contribution-'.length))).toEqual({ state: 'erased' });
  }
  expect((await new FailedJobs(register.pool).counts()).failed).toBe(0);
}

it('one worker carries the story as it is told', async () => {
  await startWorker();
  await tellStory();
  await expectStoryCarried();
});

it('several workers that come and go carry it once', async () => {
  const first = await startWorker();
  await startWorker();
  const telling = tellStory();
  await eventually(
    'the first job',
    async () => (await register.pool.query('SELECT FROM processes.job')).rowCount,
    25_000,
  );
  await first.close();
  workers = workers.filter((worker) => worker !== first);
  await startWorker();
  await telling;
  await expectStoryCarried();
});

it('a program that follows writes what another one executes', async () => {
  const follower = await startWorker({ execute: false });
  expect(follower.get(RunningProcesses, { strict: false }).runner).toBeNull();
  await tellStory();
  await eventually(
    'eight jobs and two orders',
    async () => {
      const { rowCount } = await register.pool.query('SELECT FROM processes.job WHERE name = ANY ($1)', [
        [SYNTHESIS_OUTCOME, ERASURE],
      ]);
      return rowCount === 10;
    },
    25_000,
  );
  expect(await typesIn(memberOf(0, 0))).toEqual(['recorded', 'admitted']);
  await startWorker({ follow: false });
  await expectStoryCarried();
});

it('an erasure that fails is told loudly, and is carried out when it can be', async () => {
  const told = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  jest.spyOn(register.vaultStore, 'eraseKey').mockRejectedValueOnce(new Error('the vault is closed'));
  await startWorker();
  await write(memberOf(0, 0), contribution, recorded(), admitted);
  await order(0, memberOf(0, 0));
  await allIsDone();
  expect(await typesIn(someId('erasure', 0))).toEqual(['ordered', 'carriedOut']);
  expect(told).toHaveBeenCalledWith(
    expect.stringMatching(/^erasure\/\S+, attempt 1, will be tried again: Error: the vault is closed/),
  );
});

describeWithRedis('on Redis', (redis) => {
  it('two workers carry the story once', async () => {
    const settings = { redisUrl: redis().url, prefix: 'processes' };
    await startWorker(settings);
    await startWorker(settings);
    await tellStory();
    await expectStoryCarried();
  });
});

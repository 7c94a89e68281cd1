/**
 * A common answer to many, while its worker is killed and members leave, withdraw or are answered by themselves: every
 * member ends with exactly what the rule gives. `MEMBERS=5000` for the size of a large consultation.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { contributionWithdrawn, outcomeGiven } from '@fil/facts/events/contribution.events';
import {
  contributionsAttached,
  contributionsDetached,
  synthesisOpened,
  synthesisOutcomeGiven,
} from '@fil/facts/events/synthesis.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { toRecordedEvent, type RecordedEvent } from '@fil/log/event-store/recorded-event';
import { FailedJobs } from '@fil/log/jobs/table/failed-jobs';
import { PROCESSES, ProcessesModule } from '@fil/processes/processes.module';
import { contribution, pointOf } from '@fil/record/contributions/contribution.state';
import { requestedWith } from '@fil/record/contributions/specification/memory-register';
import { admitted, answered, recorded } from '@fil/record/contributions/specification/some-mandate';
import { fold, type Decided, type Decider } from '@fil/record/deciding/decider';
import { DecidingModule, decisionTakerOn } from '@fil/record/deciding/deciding.module';
import { someId } from '@fil/record/deciding/specification/given-when-then';
import type { DecisionTaker } from '@fil/record/deciding/take-decision';
import { memberKey, synthesis } from '@fil/record/syntheses/synthesis.state';
import { openRegister, type OpenRegister } from '../../apps/composition/open-register';
import { eventually } from '../e2e/eventually';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database';

const MEMBERS = Number(process.env['MEMBERS'] ?? 500);
const SYNTHESIS = someId('synthesis');
const member = (n: number) => ({ contribution: someId('contribution', n), point: 1 });
const ALL = Array.from({ length: MEMBERS }, (_, n) => n);
/** 200 of 5,000 leave, 200 are answered by themselves, 20 withdraw: spread over all of them. */
const LEAVING = ALL.filter((n) => n % 25 === 3);
const ANSWERED = ALL.filter((n) => n % 25 === 7);
const WITHDRAWN = ALL.filter((n) => n % 250 === 11);
const PATIENCE = 10_000 + MEMBERS * 60;

let database: TestDatabase;
let register: OpenRegister;
let decisions: DecisionTaker;
beforeAll(async () => {
  database = await createTestDatabase();
  register = (await openRegister(database.url, {
    origin: 'test.invalid/killed',
    demonstration: true,
    authoritySiret: null,
  }))!;
  decisions = decisionTakerOn(register);
});
afterAll(async () => {
  await register.close();
  await database.drop();
});

async function take<S>(stream: string, decider: Decider<S>, decide: (state: S) => Decided): Promise<void> {
  const outcome = await decisions.take({ stream, decider, ...requestedWith(), decide });
  if (!('refused' in outcome)) return;
  // Who finds that the process was faster looks again.
  if (outcome.rule !== 'revision.stale') throw new Error(outcome.rule);
  await take(stream, decider, decide);
}
const inSynthesis = (...events: NewEvent[]): Promise<void> => take(SYNTHESIS, synthesis, () => events);

const leave = (n: number): Promise<void> =>
  inSynthesis(
    event(contributionsDetached, { data: { members: [member(n)] }, words: { reason: { fr: 'Autre sujet.' } } }),
  );
const withdraw = (n: number): Promise<void> =>
  take(member(n).contribution, contribution, () => [event(contributionWithdrawn, { data: {}, words: {} })]);
/** Her own answer, replacing whatever stands. */
const answerAlone = (n: number): Promise<void> =>
  take(member(n).contribution, contribution, (state) => [
    answered({ supersedes: (state.exists && pointOf(state, 1).answer?.event) || null }),
  ]);

/** A quarter of what happens meanwhile. */
async function meanwhile(quarter: number): Promise<void> {
  const ofThisQuarter = (all: readonly number[]): number[] => all.filter((_, i) => i % 4 === quarter);
  for (const n of ofThisQuarter(LEAVING)) await leave(n);
  for (const n of ofThisQuarter(ANSWERED)) await answerAlone(n);
  for (const n of ofThisQuarter(WITHDRAWN)) await withdraw(n);
}

/** Resolves when it is dead. */
async function dyingWorker(answers: number): Promise<void> {
  const run = join(__dirname, '../bench/run.cjs');
  const child = spawn(process.execPath, [run, '../processes/dying-worker.ts'], {
    env: { ...process.env, DATABASE_URL: database.url, ANSWERS: String(answers) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
}

/** All have been grouped by then: the jobs of a synthesis are done in order. */
const firstCopy = (): Promise<unknown> =>
  eventually(
    'the first answer carried',
    async () =>
      (await register.pool.query('SELECT FROM log.event WHERE type = $1 LIMIT 1', [outcomeGiven.type])).rowCount,
    PATIENCE,
  );

const eventsOf = async (stream: string): Promise<RecordedEvent[]> =>
  (await register.store.readStream(stream)).map(toRecordedEvent);
/** Who was in the synthesis at a revision. */
function membersOf(history: readonly RecordedEvent[]): (rev: number) => ReadonlySet<string> {
  const found = new Map<number, ReadonlySet<string>>();
  return (rev) => {
    const known = found.get(rev);
    if (known) return known;
    const then = fold(synthesis, history.slice(0, rev));
    const members = new Set(then.exists ? then.members.keys() : []);
    found.set(rev, members);
    return members;
  };
}
const isCommon = ({ type, data }: RecordedEvent): boolean => type === outcomeGiven.type && data['common'] !== undefined;

it(
  'every member ends with exactly what the rule gives, whenever the worker is killed',
  async () => {
    for (let n = 0; n < MEMBERS; n += 100)
      await Promise.all(
        ALL.slice(n, n + 100).map((one) => take(member(one).contribution, contribution, () => [recorded(), admitted])),
      );
    await inSynthesis(
      event(synthesisOpened, {
        data: { consultation: someId('consultation'), themes: [], divergenceCount: 0 },
        words: { title: { fr: 'De l’ombre' } },
      }),
    );
    for (let n = 0; n < MEMBERS; n += 500)
      await inSynthesis(
        event(contributionsAttached, { data: { members: ALL.slice(n, n + 500).map(member) }, words: {} }),
      );
    await inSynthesis(
      event(synthesisOutcomeGiven, {
        data: {
          outcome: 'considered',
          reasons: [],
          commitments: [],
          evidenceCount: 0,
          members: MEMBERS,
          supersedes: null,
        },
        words: { justification: { fr: 'Des arbres seront plantés.' } },
      }),
    );

    const quarter = Math.floor(MEMBERS / 4);
    await Promise.all([dyingWorker(quarter), firstCopy().then(() => meanwhile(0))]);
    await meanwhile(1);
    await Promise.all([dyingWorker(quarter), meanwhile(2)]);
    @Module({ imports: [DecidingModule.on(register), ProcessesModule.on(register)] })
    class Worker {}
    const worker = await NestFactory.createApplicationContext(Worker, { logger: ['fatal'] });
    await meanwhile(3);
    await eventually(
      'the end of all jobs',
      async () => {
        const size = await register.store.size();
        const { rowCount } = await register.pool.query('SELECT FROM processes.follower_position WHERE size >= $1', [
          size,
        ]);
        const { due, held, later, running } = await new FailedJobs(register.pool).counts();
        return rowCount === PROCESSES.length && due + held + later + running === 0;
      },
      PATIENCE,
    );
    await worker.close();
    expect((await new FailedJobs(register.pool).counts()).failed).toBe(0);

    const membersAt = membersOf(await eventsOf(SYNTHESIS));
    const [left, own, gone] = [new Set(LEAVING), new Set(ANSWERED), new Set(WITHDRAWN)];
    const passedOver = { left: 0, ownAnswer: 0, withdrawn: 0 };
    const reached = { left: 0, ownAnswer: 0, withdrawn: 0, others: 0 };
    for (const n of ALL) {
      const events = await eventsOf(member(n).contribution);
      const types = events.map(({ type }) => type.slice('contribution.'.length, -2));
      const copies = events.filter(isCommon);
      const [copy] = copies;
      const count = (type: string): number => types.filter((one) => one === type).length;
      const seen = { n, types };
      expect({ ...seen, grouped: count('groupedInto'), copies: copies.length }).toEqual({
        ...seen,
        grouped: 1,
        copies: copy ? 1 : 0,
      });
      // Whoever got it was still seen to be a member.
      if (copy) {
        const [basis] = copy.data['basis'] as { rev: number }[];
        const then = membersAt(basis!.rev);
        expect({ ...seen, member: then.has(memberKey(member(n))) }).toEqual({
          ...seen,
          member: true,
        });
      }
      const kind = left.has(n) ? 'left' : own.has(n) ? 'ownAnswer' : gone.has(n) ? 'withdrawn' : 'others';
      const end = { left: 'removedFrom', ownAnswer: 'outcomeGiven', withdrawn: 'withdrawn', others: 'outcomeGiven' };
      expect({ ...seen, last: types.at(-1) }).toEqual({ ...seen, last: end[kind] });
      if (kind === 'left') expect({ ...seen, removed: count('removedFrom') }).toEqual({ ...seen, removed: 1 });
      if (kind === 'ownAnswer') {
        const given = events.at(-1)!;
        expect({ ...seen, common: isCommon(given), supersedes: given.data['supersedes'] }).toEqual({
          ...seen,
          common: false,
          supersedes: copy?.id ?? null,
        });
      }
      if (kind === 'others') expect({ ...seen, copy: copy !== undefined }).toEqual({ ...seen, copy: true });
      if (copy) reached[kind]++;
      else if (kind !== 'others') passedOver[kind]++;
    }
    // What happened while no worker lived, to members it had not come to, was seen.
    expect(passedOver.left).toBeGreaterThan(0);
    expect(passedOver.ownAnswer).toBeGreaterThan(0);
    expect(reached.others).toBe(MEMBERS - LEAVING.length - ANSWERED.length - WITHDRAWN.length);
  },
  60_000 + 3 * PATIENCE,
);

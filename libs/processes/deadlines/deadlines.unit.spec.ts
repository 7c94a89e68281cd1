/** The clock and its process on a register in memory: what is found missed, what is not, and what is moved. */
import {
  deadlineRuleAdopted,
  deadlineRuleAmended,
  sessionCancelled,
  sessionMoved,
  sessionScheduled,
} from '@fil/facts/events/authority.events';
import { commitmentMade, commitmentRescheduled, declaredDone } from '@fil/facts/events/commitment.events';
import { committeeEstablished, findingRecorded, replyGiven } from '@fil/facts/events/committee.events';
import { consultationOpened, depositClosed, depositOpened } from '@fil/facts/events/consultation.events';
import { contributionRecorded, outcomeGiven } from '@fil/facts/events/contribution.events';
import { contributionAcknowledged } from '@fil/facts/events/words.events';
import { deadlinesOf } from '@fil/facts/deadlines/deadlines-of';
import { event, type DataOf, type NewEvent } from '@fil/facts/kit/event-definition';
import { someId } from '@fil/record/deciding/specification/given-when-then';
import { OpenDeadline } from '@fil/record/deadlines/open-deadline/open-deadline.command';
import { OpenDeadlineHandler } from '@fil/record/deadlines/open-deadline/open-deadline.handler';
import { DeadlineClockSilent } from './deadline-clock';
import { ClockedRegister, TOWN } from './specification/clocked-register';

const CONSULTATION = someId('consultation');
const one = (n: number): `contribution-${string}` => someId('contribution', n);

let town: ClockedRegister;
beforeEach(async () => {
  town = await ClockedRegister.withTown();
});

type Promise_ = NonNullable<DataOf<typeof consultationOpened>['addressees'][number]['promise']>;
const opened = (promise: Promise_ = { amount: 3, unit: 'months' }): NewEvent =>
  event(consultationOpened, {
    data: {
      organiser: TOWN,
      level: 'consult',
      addressees: [{ authority: TOWN, promise }],
      openPoints: [],
      constraints: [],
      decisionPath: [],
      channels: ['online'],
      themes: [],
      wordsPublic: 'onAdmission',
    },
    words: { title: { fr: 'La place du Marché' } },
  });
const said = (change: Partial<DataOf<typeof contributionRecorded>> = {}, contact?: { email: string }): NewEvent =>
  event(contributionRecorded, {
    data: {
      consultation: CONSULTATION,
      sensitivity: 'public',
      kind: 'proposal',
      channel: 'counter',
      language: 'fr',
      themes: [],
      authorKind: 'person',
      attachmentCount: 0,
      ...change,
    },
    words: { title: { fr: 'Planter des arbres' }, ...(contact && { contact }) },
  });
const answer: NewEvent = event(outcomeGiven, {
  data: { point: 1, outcome: 'considered', reasons: [], commitments: [], evidenceCount: 0, supersedes: null },
  words: { justification: { fr: 'Cet avis a pesé.' } },
});
const closed: NewEvent = event(depositClosed, { data: {}, words: {} });

/** Closed on 28 February 2026 at noon with a promise of three months: due on 28 May, over at 22:00 UTC. */
async function consultationWith(contributions: number): Promise<void> {
  await town.at('2026-01-10T09:00:00Z', CONSULTATION, opened(), event(depositOpened, { data: {}, words: {} }));
  for (let n = 1; n <= contributions; n++) await town.at('2026-02-01T09:00:00Z', one(n), said());
  await town.at('2026-02-28T11:00:00Z', CONSULTATION, closed);
}
const states = async (today: string): Promise<string[]> =>
  deadlinesOf(await town.events(), today).map(({ rule, state }) => `${rule} ${state}`);

describe('the promise to answer', () => {
  it('is not missed when the answer was recorded in time, though the worker was stopped over the instant', async () => {
    await consultationWith(1);
    await town.follow();
    await town.at('2026-05-28T21:59:59Z', one(1), answer);
    await town.work('2026-06-03T08:00:00Z');
    expect(await town.deadlineEvents('missed')).toEqual([]);
    expect(await states('2026-06-03')).toEqual(['promise.answer met']);
  });

  it('is missed when the answer came one second late, and says both times', async () => {
    await consultationWith(1);
    await town.follow();
    const late = await town.at('2026-05-28T22:00:00Z', one(1), answer);
    await town.work('2026-06-03T08:00:00Z');
    const [missed] = await town.deadlineEvents('missed');
    expect(missed).toMatchObject({
      actor: { role: 'clock', body: null },
      data: {
        rule: 'promise.answer',
        ruleVersion: 1,
        trigger: { stream: CONSULTATION },
        dueOn: '2026-05-28',
        dueUntil: '2026-05-28T22:00:00Z',
        owed: [{ object: one(1), event: late.events[0]!.id, recordedAt: '2026-05-28T22:00:00Z' }],
        owedInAll: 1,
        inAll: 1,
        arithmetic: [
          { step: 'from', on: '2026-02-28' },
          { step: 'added', amount: 3, unit: 'months', to: '2026-05-28' },
          { step: 'due', on: '2026-05-28' },
        ],
        basis: expect.arrayContaining([{ stream: CONSULTATION, rev: 3 }]),
      },
    });
    expect(await states('2026-06-03')).toEqual(['promise.answer missed']);
  });

  it('finds the same, whenever the worker runs, and says it once', async () => {
    await consultationWith(2);
    await town.follow();
    await town.at('2026-05-20T09:00:00Z', one(1), answer);
    await town.work('2026-05-28T22:02:00Z');
    await town.work('2026-05-30T22:02:00Z');
    const missed = await town.deadlineEvents('missed');
    expect(missed.map(({ data }) => [data['owed'], data['owedInAll'], data['inAll']])).toEqual([
      [[{ object: one(2) }], 1, 2],
    ]);
  });

  it('is one judgement for all contributions, of at most 500 in one event', async () => {
    await consultationWith(1_100);
    await town.work('2026-05-29T08:00:00Z');
    expect([...town.todo.jobs.keys()]).toHaveLength(1);
    const missed = await town.deadlineEvents('missed');
    expect(missed.map(({ data }) => (data['owed'] as unknown[]).length)).toEqual([500, 500, 100]);
    expect(new Set(missed.map(({ data }) => data['owedInAll']))).toEqual(new Set([1_100]));
    const [deadline] = deadlinesOf(await town.events(), '2026-05-29');
    expect(deadline!.course.missed[0]!.owed).toHaveLength(1_100);
  });

  it('no longer runs when the deposit is opened again, and runs anew from its next close', async () => {
    await consultationWith(1);
    await town.follow();
    await town.at('2026-03-10T09:00:00Z', CONSULTATION, event(depositOpened, { data: {}, words: {} }));
    await town.at('2026-03-31T09:00:00Z', CONSULTATION, closed);
    await town.work('2026-05-29T08:00:00Z');
    expect(await town.deadlineEvents('missed')).toEqual([]);
    expect((await town.deadlineEvents('moved'))[0]!.data).toMatchObject({
      from: '2026-05-28',
      to: null,
      why: 'reopened',
    });
    expect(await states('2026-05-29')).toEqual(['promise.answer lifted', 'promise.answer warned']);
    await town.work('2026-07-01T08:00:00Z');
    expect((await town.deadlineEvents('missed')).map(({ data }) => data['dueOn'])).toEqual(['2026-06-30']);
  });

  it('runs from the opening when it names a date', async () => {
    await town.at('2026-01-10T09:00:00Z', CONSULTATION, opened({ by: '2026-02-10' }));
    await town.at('2026-02-01T09:00:00Z', one(1), said());
    await town.work('2026-02-11T08:00:00Z');
    expect((await town.deadlineEvents('missed')).map(({ data }) => data['dueOn'])).toEqual(['2026-02-10']);
  });

  it('warns 60, 30 and 7 days ahead, and of the last useful session', async () => {
    await town.at(
      '2026-01-06T09:00:00Z',
      TOWN,
      event(sessionScheduled, { data: { session: '2026-3', body: 'conseil', on: '2026-05-22' }, words: {} }),
      event(sessionScheduled, { data: { session: '2026-4', body: 'conseil', on: '2026-06-26' }, words: {} }),
    );
    await consultationWith(1);
    await town.follow();
    const [warnings] = [...town.todo.warnings.values()];
    expect(warnings!.map(({ kind, warnAt, session }) => [kind, warnAt.toISOString(), session])).toEqual([
      ['days60', '2026-03-28T23:00:00.000Z', null],
      ['days30', '2026-04-27T22:00:00.000Z', null],
      ['lastSession', '2026-05-07T22:00:00.000Z', '2026-3'],
      ['days7', '2026-05-20T22:00:00.000Z', null],
    ]);
    await town.at('2026-03-10T09:00:00Z', CONSULTATION, event(depositOpened, { data: {}, words: {} }));
    await town.follow();
    expect([...town.todo.warnings.values()]).toEqual([[]]);
  });
});

describe('the caution of the clock', () => {
  it('is silent while the process has not read everything recorded before the instant', async () => {
    await consultationWith(1);
    await town.follow();
    await town.at('2026-05-28T12:00:00Z', one(2), said());
    await expect(town.judge('2026-05-29T08:00:00Z')).rejects.toThrow(DeadlineClockSilent);
    expect(town.deadlineClock.failure?.message).toMatch(/the clock is silent/);
    expect(await town.deadlineEvents('missed')).toEqual([]);
    await town.work('2026-05-29T09:00:00Z');
    expect(town.deadlineClock.failure).toBeNull();
    expect(await town.deadlineEvents('missed')).toHaveLength(1);
  });

  it('judges while what it has not read was recorded after the instant', async () => {
    await consultationWith(1);
    await town.follow();
    await town.at('2026-05-28T22:00:01Z', one(2), said());
    await town.judge('2026-05-29T08:00:00Z');
    expect(await town.deadlineEvents('missed')).toHaveLength(1);
  });
});

describe('what was taken over', () => {
  it('starts nothing: 4,000 old rows', async () => {
    const takenOver = { source: 'paris' };
    const rows = Array.from({ length: 4_000 }, (_, n) => n + 1);
    for (const n of rows) {
      if (n % 4 > 0) await town.at('2026-02-01T09:00:00Z', one(n), said({ channel: 'online', takenOver }));
      else {
        const old = { ...made('2019-12-31', { takenOver }), occurredOn: '2018-05' };
        await town.at('2026-02-01T09:00:00Z', someId('commitment', n), old);
      }
    }
    await town.work('2026-06-01T09:00:00Z');
    expect(town.todo.jobs.size).toBe(0);
    expect(await town.deadlineEvents('')).toEqual([]);
    expect(await town.deadlineEvents('missed')).toEqual([]);
    expect(await states('2026-06-01')).toEqual([]);
  });

  it('starts a deadline for a trigger since the first day of the authority here, or when asked to', async () => {
    const takenOver = { source: 'paris' };
    await town.at('2026-02-01T09:00:00Z', someId('commitment', 1), {
      ...made('2026-04-30', { takenOver }),
      occurredOn: '2026-01-20',
    });
    await town.at('2026-02-01T09:00:00Z', someId('commitment', 2), {
      ...made('2026-04-30', { takenOver }),
      occurredOn: '2025-12-20',
    });
    expect(await states('2026-02-02')).toEqual(['commitment.due running']);
    await open({ rule: 'commitment.due', startedOn: '2025-12-20', by: '2026-04-30', about: someId('commitment', 2) });
    expect(await states('2026-02-02')).toEqual(['commitment.due running', 'commitment.due running']);
  });
});

const made = (
  dueOn: string,
  change: Partial<DataOf<typeof commitmentMade>> = {},
): ReturnType<typeof event<typeof commitmentMade>> =>
  event(commitmentMade, {
    data: { authority: TOWN, answers: [], themes: [], dueOn, ...change },
    words: { title: { fr: 'Planter vingt arbres' } },
  });

async function open(input: {
  rule: string;
  startedOn: string;
  by?: string;
  about?: `commitment-${string}`;
  reference?: string;
}): Promise<string> {
  const requested = { by: { actor: { role: 'official', body: 'mairie' }, account: null } } as const;
  const command = new OpenDeadline({ authority: TOWN, reason: { fr: 'À suivre' }, ...input }, requested);
  return (await new OpenDeadlineHandler(town.decisions).execute(command)).stream;
}

describe('a commitment', () => {
  const COMMITMENT = someId('commitment');
  const slip = event(commitmentRescheduled, {
    data: { from: '2026-03-31', to: '2026-06-30' },
    words: { reason: { fr: 'Vestiges' } },
  });

  it('moves with its date, and the date that was not kept stays found though the worker was stopped', async () => {
    await town.at('2026-02-01T09:00:00Z', COMMITMENT, made('2026-03-31'));
    await town.follow();
    await town.at('2026-04-05T09:00:00Z', COMMITMENT, slip);
    await town.work('2026-04-06T08:00:00Z');
    expect((await town.deadlineEvents('missed')).map(({ data }) => data['dueOn'])).toEqual(['2026-03-31']);
    expect((await town.deadlineEvents('moved'))[0]!.data).toMatchObject({
      from: '2026-03-31',
      to: '2026-06-30',
      why: 'rescheduled',
      movedBy: { stream: COMMITMENT },
    });
    expect(await states('2026-04-06')).toEqual(['commitment.due running']);
    await town.at('2026-06-30T21:59:59Z', COMMITMENT, event(declaredDone, { data: { evidenceCount: 1 }, words: {} }));
    await town.work('2026-07-02T08:00:00Z');
    expect(await town.deadlineEvents('missed')).toHaveLength(1);
    expect(await states('2026-07-02')).toEqual(['commitment.due met']);
  });

  it('is not missed on a date that was replaced in time', async () => {
    await town.at('2026-02-01T09:00:00Z', COMMITMENT, made('2026-03-31'));
    await town.follow();
    await town.at('2026-03-30T09:00:00Z', COMMITMENT, slip);
    await town.work('2026-04-02T08:00:00Z');
    expect(await town.deadlineEvents('missed')).toEqual([]);
  });

  it('owes a report every so many months, counted from the last one', async () => {
    const due = made('2027-12-31', { reportEveryMonths: 3 });
    await town.at('2026-01-31T09:00:00Z', COMMITMENT, due);
    await town.work('2026-05-02T08:00:00Z');
    const [missed] = await town.deadlineEvents('missed');
    expect(missed!.data).toMatchObject({ rule: 'commitment.report', dueOn: '2026-04-30' });
  });
});

describe('a finding of a committee', () => {
  const COMMITTEE = someId('committee');
  it('asks for a reply by the day it says', async () => {
    await town.at(
      '2026-02-01T09:00:00Z',
      COMMITTEE,
      event(committeeEstablished, {
        data: { authority: TOWN, code: 'suivi', scope: [], replyDays: 30 },
        words: { title: { fr: 'Suivi' }, mandate: { fr: 'Suivre' }, neutralityRule: { fr: 'Neutres' } },
      }),
    );
    const finding = event(findingRecorded, {
      data: { target: CONSULTATION, kind: 'question', replyDueOn: '2026-03-15' },
      words: { text: { fr: 'Où en est-on ?' } },
    });
    const first = await town.at('2026-02-10T09:00:00Z', COMMITTEE, finding);
    const second = await town.at('2026-02-11T09:00:00Z', COMMITTEE, finding);
    await town.follow();
    const reply = event(replyGiven, { data: { finding: first.events[0]!.id }, words: { text: { fr: 'Voici.' } } });
    await town.at('2026-03-15T22:59:59Z', COMMITTEE, reply);
    await town.work('2026-03-17T08:00:00Z');
    const missed = await town.deadlineEvents('missed');
    expect(missed.map(({ data }) => data['trigger'])).toEqual([{ stream: COMMITTEE, event: second.events[0]!.id }]);
  });
});

describe('a rule that an authority has adopted', () => {
  const rule = (version: number, amount: number, validFrom: string) => ({
    rule: 'crpa.are',
    version,
    trigger: 'electronicDeposit' as const,
    output: 'acknowledgement' as const,
    owes: 'authority' as const,
    amount,
    unit: 'workingDays' as const,
    basisKind: 'statute' as const,
    validFrom,
  });
  const words = { name: { fr: 'Accusé' }, source: 'CRPA' };
  beforeEach(() => town.at('2026-01-05T09:30:00Z', CONSULTATION, opened({ by: '2027-01-01' })));
  const adopt = () =>
    town.at('2026-01-06T09:00:00Z', TOWN, event(deadlineRuleAdopted, { data: rule(1, 10, '2026-01-01'), words }));

  it('applies from then on, and not before', async () => {
    await town.at('2026-01-05T10:00:00Z', one(1), said({ channel: 'online' }));
    await adopt();
    await town.at('2026-04-02T09:00:00Z', one(2), said({ channel: 'online' }));
    await town.at('2026-04-02T09:00:00Z', one(3), said({ channel: 'online' }));
    await town.follow();
    const acknowledgement = event(contributionAcknowledged, {
      data: { rule: 'crpa.are', service: 'voirie', channel: 'email' },
      words: {},
    });
    await town.at('2026-04-17T21:59:59Z', one(3), acknowledgement);
    await town.work('2026-04-18T08:00:00Z');
    const missed = await town.deadlineEvents('missed');
    // Good Friday is a working day in Vaubelle, Easter Monday is not.
    expect(missed.map(({ data }) => [data['dueOn'], data['owed'], data['basisKind']])).toEqual([
      ['2026-04-17', [{ object: one(2) }], 'statute'],
    ]);
  });

  it('keeps, for what runs, the version it had at the trigger', async () => {
    await adopt();
    await town.at('2026-03-02T09:00:00Z', one(1), said({ channel: 'online' }));
    await town.follow();
    const amended: NewEvent = event(deadlineRuleAmended, {
      data: rule(2, 5, '2026-03-01'),
      words: { ...words, reason: { fr: 'Plus vite' } },
    });
    await town.at('2026-03-03T09:00:00Z', TOWN, amended);
    await town.at('2026-03-04T09:00:00Z', one(2), said({ channel: 'online' }));
    await town.follow();
    const deadlines = deadlinesOf(await town.events(), '2026-03-05').filter(({ rule: code }) => code === 'crpa.are');
    expect(deadlines.map(({ ruleVersion, dueOn }) => [ruleVersion, dueOn])).toEqual([
      [1, '2026-03-16'],
      [2, '2026-03-11'],
    ]);
    expect(await town.deadlineEvents('moved')).toEqual([]);
  });
});

describe('a deadline that ends with a session', () => {
  const scheduled = (session: string, on: string): NewEvent =>
    event(sessionScheduled, { data: { session, body: 'conseil', on }, words: {} });

  it('follows it when it is moved or cancelled, each time with its cause', async () => {
    await town.at('2026-01-06T09:00:00Z', TOWN, scheduled('2026-2', '2026-03-20'), scheduled('2026-3', '2026-05-15'));
    town.now = '2026-02-02T09:00:00Z';
    const deadline = await open({ rule: 'cgct.petition', startedOn: '2026-02-02' });
    await town.follow();
    const reason = { fr: 'Grève' };
    const moved = event(sessionMoved, {
      data: { session: '2026-2', from: '2026-03-20', to: '2026-04-03' },
      words: { reason },
    });
    await town.at('2026-03-18T09:00:00Z', TOWN, moved);
    await town.work('2026-03-22T08:00:00Z');
    expect(await town.deadlineEvents('missed')).toEqual([]);
    await town.at(
      '2026-04-01T09:00:00Z',
      TOWN,
      event(sessionCancelled, { data: { session: '2026-2' }, words: { reason } }),
    );
    await town.work('2026-04-05T08:00:00Z');
    expect(
      (await town.deadlineEvents('moved')).map(({ stream, data }) => [stream, data['from'], data['to'], data['why']]),
    ).toEqual([
      [deadline, '2026-03-20', '2026-04-03', 'sessionChanged'],
      [deadline, '2026-04-03', '2026-05-15', 'sessionChanged'],
    ]);
    await town.work('2026-05-17T08:00:00Z');
    expect((await town.deadlineEvents('missed')).map(({ data }) => data['dueOn'])).toEqual(['2026-05-15']);
  });
});

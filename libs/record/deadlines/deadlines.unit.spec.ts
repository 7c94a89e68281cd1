/** What people may say of deadlines, each rule on what it reads. */
import { countDue } from '@fil/facts/deadlines/count-due';
import type { Run } from '@fil/facts/deadlines/deadline';
import { deadlineRuleAdopted, deadlineRuleEnded, sessionScheduled } from '@fil/facts/events/authority.events';
import { commitmentMade, declaredDone } from '@fil/facts/events/commitment.events';
import { deadlineMissed } from '@fil/facts/events/deadline.events';
import { event, type DataOf, type NewEvent } from '@fil/facts/kit/event-definition';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import { authority } from '../authority/authority.state';
import { CONTEXT, TOWN, TOWN_EVENTS } from '../contributions/specification/some-mandate';
import {
  expectEvents,
  expectRefusal,
  givenEventId,
  recordedForm,
  someId,
  stateAfter,
} from '../deciding/specification/given-when-then';
import { deadline, rulesFrom, type DeadlineStreamState } from './deadline.state';
import { decideMissedInError } from './declare-missed-in-error/declare-missed-in-error.decide';
import { decideMissed } from './find-missed/find-missed.decide';
import { decideMove } from './move/move-deadline.decide';
import type { OpenDeadlineInput } from './open-deadline/open-deadline.command';
import { decideOpening } from './open-deadline/open-deadline.decide';
import { decideMet } from './state-met/state-met.decide';
import { decideWaiver } from './waive/waive-deadline.decide';
import { runFrom } from './which-deadline';

const NONE = deadline.initial;
const COMMITMENT = someId('commitment');
const reason = { fr: 'À suivre.' };
const townRecord = (...more: NewEvent[]): RecordedEvent[] =>
  [...TOWN_EVENTS, ...more].map((one, n) => ({ ...recordedForm(one, n, TOWN), at: '2026-01-05T09:00:00Z' }));
const town = stateAfter(authority, ...TOWN_EVENTS);

const request: OpenDeadlineInput = { authority: TOWN, rule: 'crpa.doc', startedOn: '2026-01-31', reason };
const opening = (change: Partial<OpenDeadlineInput> = {}, record = townRecord(), state = NONE, aboutExists = true) =>
  decideOpening(state, { ...request, ...change }, { authority: town, rules: rulesFrom(record), aboutExists }, CONTEXT);
const after = (...events: readonly NewEvent[]): DeadlineStreamState => stateAfter(deadline, ...events);

describe('having a deadline followed', () => {
  it('counts its day by the rule in force, and keeps the arithmetic', () => {
    const [opened] = expectEvents(opening({ owner: 'voirie', reference: 'CADA/4' }));
    expect(opened).toMatchObject({
      data: {
        ruleVersion: 1,
        startedBy: 'documentRequested',
        output: 'answer',
        owes: 'authority',
        basisKind: 'regulation',
        dueOn: '2026-02-28',
        arithmetic: countDue({ unit: 'months', amount: 1, body: null }, '2026-01-31').arithmetic,
      },
    });
  });

  it('counts by the version the authority adopted, and by none once it ended', () => {
    const adopted = event(deadlineRuleAdopted, {
      data: {
        rule: 'crpa.doc',
        version: 1,
        trigger: 'documentRequested',
        output: 'answer',
        owes: 'authority',
        amount: 10,
        unit: 'workingDays',
        basisKind: 'charter',
        validFrom: '2026-01-01',
      },
      words: { name: { fr: 'Plus vite' }, source: 'Charte' },
    });
    const [opened] = expectEvents(opening({}, townRecord(adopted)));
    expect(opened!.data).toMatchObject({ dueOn: '2026-02-13', basisKind: 'charter' });
    const ended = event(deadlineRuleEnded, { data: { rule: 'crpa.doc', validTo: '2026-01-15' }, words: { reason } });
    expect(expectRefusal(opening({}, townRecord(adopted, ended)))).toBe('deadline.unknownRule');
  });

  it('waits for a session to be in the calendar', () => {
    const petition = { rule: 'cgct.petition' };
    expect(expectEvents(opening(petition))[0]!.data).toMatchObject({ dueOn: null });
    const session = event(sessionScheduled, {
      data: { session: '2026-2', body: 'conseil', on: '2026-03-20' },
      words: {},
    });
    expect(expectEvents(opening(petition, townRecord(session)))[0]!.data).toMatchObject({ dueOn: '2026-03-20' });
  });

  it.each([
    ['a rule nobody knows', { rule: 'nulle.part' }, 'deadline.unknownRule'],
    ['a day to come', { startedOn: '2026-03-04' }, 'deadline.toCome'],
    ['a promise without its date', { rule: 'session.sheet' }, 'deadline.promiseMissing'],
    ['a date no rule asks for', { by: '2026-04-01' }, 'deadline.promiseUnused'],
    ['an owner the authority does not have', { owner: 'personne' }, 'authority.unknownBodyOrFunction'],
  ] as const)('refuses %s', (_, change, rule) => expect(expectRefusal(opening(change))).toBe(rule));

  it('refuses what does not exist, and what is followed already', () => {
    expect(expectRefusal(opening({ about: COMMITMENT }, townRecord(), NONE, false))).toBe('deadline.unknownObject');
    expect(expectRefusal(opening({}, townRecord(), after(...expectEvents(opening()))))).toBe(
      'deadline.alreadyFollowed',
    );
    const elsewhere = { authority: authority.initial, rules: null, aboutExists: true };
    expect(expectRefusal(decideOpening(NONE, request, elsewhere, CONTEXT))).toBe('authority.unknown');
  });
});

const made = event(commitmentMade, {
  data: { authority: TOWN, answers: [], themes: [], dueOn: '2026-03-31' },
  words: { title: { fr: 'Planter vingt arbres' } },
});
const ofCommitment = (...events: NewEvent[]): RecordedEvent[] =>
  events.map((one, n) => ({ ...recordedForm(one, 100 + n, COMMITMENT), at: '2026-02-01T09:00:00Z' }));
const which = { rule: 'commitment.due', trigger: { stream: COMMITMENT, event: givenEventId(100) } };
const runOf = (state: DeadlineStreamState, ...events: NewEvent[]): Run | null =>
  runFrom(state, { object: ofCommitment(...events), authority: townRecord() }, which);
const run = runOf(NONE, made)!;

const opened = expectEvents(opening())[0]!;
const followed = after(opened);
const itsWhich = { rule: 'crpa.doc', trigger: { stream: someId('deadline'), event: givenEventId(0) } };
const followedRun = runFrom(followed, { object: [], authority: townRecord() }, itsWhich);

describe('a stream that is read', () => {
  it('missing: there is no such deadline', () => {
    expect(runOf(NONE)).toBeNull();
    expect(expectRefusal(decideWaiver(NONE, null, which, { ground: 'courtOrder', reason }, CONTEXT))).toBe(
      'deadline.unknown',
    );
  });

  it('older, or changed a moment before: what stands now decides', () => {
    const waiver = (found: Run | null) => decideWaiver(NONE, found, which, { ground: 'courtOrder', reason }, CONTEXT);
    expectEvents(waiver(run));
    const done = event(declaredDone, { data: { evidenceCount: 1 }, words: {} });
    expect(expectRefusal(waiver(runOf(NONE, made, done)))).toBe('deadline.ended');
  });
});

describe('stating that it was met', () => {
  it('takes evidence, and only of what no event of the record says by itself', () => {
    const evidence = ['Courrier du 20 février'];
    const [met] = expectEvents(decideMet(followed, followedRun, itsWhich, { evidence }, CONTEXT));
    expect(met!.data).toMatchObject({ rule: 'crpa.doc', evidenceCount: 1 });
    expect(expectRefusal(decideMet(followed, followedRun, itsWhich, {}, CONTEXT))).toBe('deadline.evidenceMissing');
    const again = decideMet(after(opened, met!), followedRun, itsWhich, { evidence }, CONTEXT);
    expect(expectRefusal(again)).toBe('deadline.ended');
    expect(expectRefusal(decideMet(NONE, run, which, { evidence }, CONTEXT))).toBe('deadline.saysItself');
    const toCome = decideMet(followed, followedRun, itsWhich, { evidence, occurredOn: '2026-03-04' }, CONTEXT);
    expect(expectRefusal(toCome)).toBe('deadline.toCome');
  });
});

const due = { dueOn: '2026-03-31', dueUntil: '2026-03-31T22:00:00Z' };
const owed = { owed: [{ object: COMMITMENT }], inAll: 1 };
const [found] = expectEvents(decideMissed(NONE, run, which, due, owed));
const missed = after(found!);

describe('the finding of the clock', () => {
  it('says which day, until which instant, for what, and how the day was counted', () => {
    expect(found).toMatchObject({
      type: 'deadline.missed/1',
      data: { rule: 'commitment.due', ruleVersion: 1, ...due, owed: [{ object: COMMITMENT }], owedInAll: 1, inAll: 1 },
    });
  });

  it('is one for each day, and none where nothing is owed, or the day is another', () => {
    expect(decideMissed(missed, run, which, due, owed)).toEqual([]);
    expect(decideMissed(NONE, run, which, { ...due, dueOn: '2026-03-30' }, owed)).toEqual([]);
    expect(decideMissed(NONE, run, which, due, { owed: [], inAll: 1 })).toEqual([]);
    expect(decideMissed(NONE, null, which, due, owed)).toEqual([]);
  });

  it('lists at most 500 in one event', () => {
    const many = Array.from({ length: 1_001 }, (_, n) => ({ object: someId('contribution', n) }));
    const parts = expectEvents(decideMissed(NONE, run, which, due, { owed: many, inAll: 2_000 }));
    expect(parts.map(({ data }) => (data as DataOf<typeof deadlineMissed>).owed.length)).toEqual([500, 500, 1]);
  });

  it('is none for what was waived before the instant', () => {
    const [waived] = expectEvents(decideWaiver(NONE, run, which, { ground: 'courtOrder', reason }, CONTEXT));
    expect(decideMissed(after(waived!), run, which, due, owed)).toEqual([]);
  });
});

describe('waiving', () => {
  const waiver = (state: DeadlineStreamState, today = CONTEXT.today) =>
    decideWaiver(state, run, which, { ground: 'courtOrder', reason }, { ...CONTEXT, today });

  it('is refused once it was missed, once its day is over, and twice', () => {
    expect(expectRefusal(waiver(missed))).toBe('deadline.alreadyMissed');
    expect(expectRefusal(waiver(NONE, '2026-04-01'))).toBe('deadline.dayIsOver');
    expectEvents(waiver(NONE, '2026-03-31'));
    expect(expectRefusal(waiver(after(...expectEvents(waiver(NONE)))))).toBe('deadline.ended');
  });
});

describe('a finding that was wrong', () => {
  const missedId = givenEventId(0);
  const overlooked = { stream: COMMITMENT, event: givenEventId(7) };
  const happened = { ...overlooked, index: 7, at: '2026-04-02T09:00:00Z', on: '2026-03-30' };
  const declare = (change: object = {}, seen: typeof happened | null = happened, state = missed) =>
    decideMissedInError(
      state,
      { missed: missedId, oversight: 'doneInTime', overlooked, reason, ...change } as never,
      seen,
    );

  it('stays beside the declaration, which names what was overlooked', () => {
    const events = expectEvents(declare());
    expect(events[0]).toMatchObject({ data: { missed: missedId, overlooked, rule: 'commitment.due' } });
    expect(expectRefusal(declare({}, happened, after(found!, ...events)))).toBe('deadline.errorDeclared');
  });

  it.each([
    ['a finding there is not', { missed: givenEventId(9) }, happened, 'deadline.notMissed'],
    ['no event', { overlooked: undefined }, null, 'deadline.overlookedMissing'],
    ['an event that does not exist', {}, null, 'deadline.overlookedNotInTime'],
    ['an event that came late', {}, { ...happened, on: '2026-04-01' }, 'deadline.overlookedNotInTime'],
    ['an object that was not owed', { objects: [someId('commitment', 9)] }, happened, 'deadline.notOwed'],
  ])('is not declared by %s', (_, change, seen, rule) => expect(expectRefusal(declare(change, seen))).toBe(rule));

  it('of a deadline without a stream is none', () => {
    expect(expectRefusal(declare({}, happened, NONE))).toBe('deadline.unknown');
  });
});

describe('a move', () => {
  const move = { from: '2026-02-28', why: 'rescheduled', movedBy: which.trigger } as const;
  it('says both days and its cause, once', () => {
    const events = expectEvents(decideMove(NONE, run, which, move));
    expect(events[0]).toMatchObject({ data: { from: '2026-02-28', to: '2026-03-31', why: 'rescheduled' } });
    expect(decideMove(after(...events), run, which, move)).toEqual([]);
    expect(decideMove(NONE, run, which, { ...move, from: '2026-03-31' })).toEqual([]);
  });
});

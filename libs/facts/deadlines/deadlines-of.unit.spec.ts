/** Deadlines from the public entries alone, and that they agree with the published figures. */
import fc from 'fast-check';
import { isLegalObligation } from '../codes/deadline';
import { addDays } from '../dates/calendar-date';
import { consultationDueOn, evolveConsultation, type ConsultationFacts } from '../figures/consultation-facts';
import type { FactEvent } from '../figures/fact-event';
import { publishedFigures } from '../figures/published-figures';
import { deadlinesOf } from './deadlines-of';
import { isOpen } from './started';
import { KNOWN_RULES, START_SET } from './start-set';

const UUID = '0b6c1b2e-6f0e-4d2b-9f43-';
const id = (n: number): string => `${UUID}${String(n).padStart(12, '0')}`;
const AUTHORITY = `authority-${id(1)}`;
const ERASURE = `erasure-${id(1)}`;
const CONSULTATION = `consultation-${id(1)}`;

class Entries {
  readonly events: FactEvent[] = [];
  add(type: string, stream: string, day: string, data: Record<string, unknown> = {}): this {
    const index = this.events.length;
    this.events.push({
      index,
      id: id(index),
      type,
      stream,
      at: `${day}T09:00:00Z`,
      occurredOn: null,
      cause: null,
      data,
    });
    return this;
  }
}
const opened = (...promises: readonly object[]): Entries =>
  new Entries()
    .add('authority.registered/1', AUTHORITY, '2026-01-01')
    .add('consultation.opened/2', CONSULTATION, '2026-01-10', {
      organiser: AUTHORITY,
      addressees: promises.map((promise, n) => ({ authority: `authority-${id(n + 1)}`, promise })),
    });
const said = (entries: Entries, n: number): Entries =>
  entries.add('contribution.recorded/2', `contribution-${id(n)}`, '2026-02-01', {
    consultation: CONSULTATION,
    sensitivity: 'public',
    channel: 'online',
  });

describe('the minutes of an encounter', () => {
  const ENCOUNTER = `encounter-${id(1)}`;
  const held = (more: object = {}): Entries =>
    opened()
      .add('encounter.planned/1', ENCOUNTER, '2026-02-01', { consultation: CONSULTATION, ...more })
      .add('encounter.held/1', ENCOUNTER, '2026-02-10');
  const minutes = ({ events }: Entries, today: string) =>
    deadlinesOf(events, today).filter(({ rule }) => rule === 'session.sheet');
  const minutesPromise = { amount: 3, unit: 'weeks' };

  it('are due as promised once it was held, until they are published', () => {
    expect(minutes(held({ minutesPromise }), '2026-02-11')).toMatchObject([{ dueOn: '2026-03-03', state: 'running' }]);
    expect(minutes(held({ minutesPromise }), '2026-03-04')).toMatchObject([{ state: 'over' }]);
    const published = held({ minutesPromise }).add('encounter.minutesPublished/1', ENCOUNTER, '2026-03-01');
    expect(minutes(published, '2026-03-04')).toMatchObject([{ state: 'met' }]);
  });

  it('are owed by no day when nothing was promised', () => {
    expect(minutes(held(), '2026-03-04').filter(({ dueOn }) => dueOn !== null)).toEqual([]);
  });
});

describe('the answer to a request for erasure', () => {
  const asked = (): Entries =>
    opened()
      .add('authority.deadlineRuleAdopted/1', AUTHORITY, '2026-01-01', {
        rule: 'gdpr.right',
        trigger: 'dataSubjectRequestReceived',
        output: 'answer',
        owes: 'authority',
        amount: 1,
        unit: 'months',
        basisKind: 'statute',
        validFrom: '2026-01-01',
      })
      .add('erasure.requested/1', ERASURE, '2026-02-10', {
        target: `contribution-${id(1)}`,
        consultation: CONSULTATION,
      });
  const answered = ({ events }: Entries, today: string) =>
    deadlinesOf(events, today).filter(({ rule }) => rule === 'gdpr.right');

  it('is due a month after it', () => {
    const waiting = { dueOn: '2026-03-10', legal: true, run: { started: { about: `contribution-${id(1)}` } } };
    expect(answered(asked(), '2026-02-11')).toMatchObject([{ ...waiting, state: 'running' }]);
    expect(answered(asked(), '2026-03-11')).toMatchObject([{ ...waiting, state: 'over' }]);
  });

  it.each(['erasure.ordered/2', 'erasure.refused/1'])('is given by %s', (answer) => {
    expect(answered(asked().add(answer, ERASURE, '2026-03-10'), '2026-04-01')).toMatchObject([{ state: 'met' }]);
  });

  it('is owed to nobody who did not ask', () => {
    expect(answered(opened().add('erasure.ordered/2', ERASURE, '2026-03-10'), '2026-04-01')).toEqual([]);
  });
});

describe('the rules that are known', () => {
  it('are the eighteen of the start set, and that a commitment is kept; each says where it comes from', () => {
    expect(START_SET).toHaveLength(18);
    expect(new Set(KNOWN_RULES.map(({ rule }) => rule)).size).toBe(19);
    for (const { source, name, amount, unit } of KNOWN_RULES) {
      expect([source, name.fr, name.en].every((words) => words.length > 4)).toBe(true);
      expect(amount === undefined).toBe(unit === 'promised' || unit === 'nextSession');
    }
    const promises = START_SET.filter(({ unit }) => unit === 'promised');
    expect(promises.some(({ basisKind }) => isLegalObligation(basisKind))).toBe(false);
  });
});

describe('the promise to answer', () => {
  const promise = fc.oneof(
    fc.record({
      amount: fc.integer({ min: 1, max: 200 }),
      unit: fc.constantFrom('calendarDays', 'weeks', 'months'),
    }),
    fc.integer({ min: 0, max: 300 }).map((n) => ({ by: addDays('2026-01-15', n) })),
  );

  it('is due on the day that the figures say, whatever was promised and whenever the deposit closed', () => {
    fc.assert(
      fc.property(
        fc.array(promise, { minLength: 1, maxLength: 3 }),
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 4 }),
        (promises, turns) => {
          const entries = opened(...promises).add('consultation.depositOpened/1', CONSULTATION, '2026-01-10');
          turns.reduce((day, after, n) => {
            const type = n % 2 === 0 ? 'consultation.depositClosed/1' : 'consultation.depositOpened/1';
            const next = addDays(day, after);
            entries.add(type, CONSULTATION, next);
            return next;
          }, '2026-01-10');
          const facts = entries.events.reduce<ConsultationFacts | null>(
            (before, event) => evolveConsultation(before, event),
            null,
          );
          const running = deadlinesOf(entries.events, '2026-01-10').filter(({ run }) => isOpen(run.started));
          expect(running.map(({ dueOn }) => dueOn)).toEqual([consultationDueOn(facts)].filter((day) => day !== null));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('leaves waiting as many as the figures call late', () => {
    const entries = opened({ amount: 1, unit: 'months' });
    for (const n of [11, 12, 13]) said(entries, n);
    entries.add('consultation.depositClosed/1', CONSULTATION, '2026-02-28');
    const outcome = { point: 1, outcome: 'considered', reasons: [], commitments: [] };
    entries.add('contribution.outcomeGiven/1', `contribution-${id(11)}`, '2026-03-20', outcome);
    entries.add('contribution.outcomeGiven/1', `contribution-${id(12)}`, '2026-04-02', outcome);
    for (const today of ['2026-03-28', '2026-03-29', '2026-05-01']) {
      const [deadline] = deadlinesOf(entries.events, today);
      const { late } = publishedFigures(entries.events, today).contributions.figures;
      expect(deadline).toMatchObject({ dueOn: '2026-03-28', answers: { inAll: 3, inTime: 1, late: 1, waiting: 1 } });
      expect(late.count).toBe(today > '2026-03-28' ? deadline!.answers!.waiting : 0);
      expect(deadline!.state).toBe(today > '2026-03-28' ? 'over' : 'warned');
    }
  });

  it('is none where nobody promised anything', () => {
    const entries = said(opened(), 11).add('consultation.depositClosed/1', CONSULTATION, '2026-02-28');
    expect(deadlinesOf(entries.events, '2026-06-01')).toEqual([]);
  });
});

describe('what was entered afterwards', () => {
  it('is judged by when it happened: the register could not have known', () => {
    const entries = opened({ by: '2025-06-30' });
    said(entries, 11);
    const outcome = { point: 1, outcome: 'considered', reasons: [], commitments: [] };
    entries.add('contribution.outcomeGiven/1', `contribution-${id(11)}`, '2026-02-20', outcome);
    const stateWhen = (occurredOn: string): string[] => {
      const last = entries.events.length - 1;
      const events = entries.events.map((event, n) => (n === last ? { ...event, occurredOn } : event));
      return deadlinesOf(events, '2026-03-01').map(({ state }) => state);
    };
    expect(stateWhen('2025-06-30')).toEqual(['met']);
    expect(stateWhen('2025-07')).toEqual(['over']);
  });
});

/** Any sequence of what people and the clock may say of deadlines: no illegal state, and every history can be folded. */
import fc from 'fast-check';
import { OVERSIGHTS, WAIVER_GROUNDS } from '@fil/facts/codes/deadline-course';
import { isInError } from '@fil/facts/deadlines/course';
import { deadlinesOf } from '@fil/facts/deadlines/deadlines-of';
import { KNOWN_RULES } from '@fil/facts/deadlines/start-set';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import { authority } from '../authority/authority.state';
import { TOWN, TOWN_EVENTS } from '../contributions/specification/some-mandate';
import { givenEventId, recordedForm, someId, stateAfter } from '../deciding/specification/given-when-then';
import { holdsAfterAnySequence, type DrawnCommand } from '../deciding/specification/random-commands';
import { deadline, rulesFrom, type DeadlineStreamState } from './deadline.state';
import { decideMissedInError } from './declare-missed-in-error/declare-missed-in-error.decide';
import { decideMissed } from './find-missed/find-missed.decide';
import { decideOpening } from './open-deadline/open-deadline.decide';
import { decideMet } from './state-met/state-met.decide';
import { decideWaiver } from './waive/waive-deadline.decide';
import { runFrom } from './which-deadline';

const CONTEXT = { today: '2026-03-03', at: '2026-03-03T09:42:00Z' };
const STREAM = someId('deadline');
const town = TOWN_EVENTS.map((one, n) => recordedForm(one, n, TOWN));
const reason = { fr: 'Une raison.' };
const seen = { authority: stateAfter(authority, ...TOWN_EVENTS), rules: rulesFrom(town), aboutExists: true };

type Drawn = fc.Arbitrary<DrawnCommand<DeadlineStreamState>>;
const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`);
const rules = fc.constantFrom(...KNOWN_RULES.map(({ rule }) => rule));

const which = { rule: 'any', trigger: { stream: STREAM, event: givenEventId(0) } };
const runIn = (state: DeadlineStreamState) => runFrom(state, { object: [], authority: town }, which);

const open: Drawn = fc
  .record({ rule: rules, startedOn: days, by: fc.option(days, { nil: undefined }) })
  .map((drawn) => (state) => decideOpening(state, { authority: TOWN, reason, ...drawn }, seen, CONTEXT));
const meet: Drawn = fc
  .array(fc.constant('Courrier'), { maxLength: 2 })
  .map((evidence) => (state) => decideMet(state, runIn(state), which, { evidence }, CONTEXT));
const waive: Drawn = fc
  .constantFrom(...WAIVER_GROUNDS)
  .map((ground) => (state) => decideWaiver(state, runIn(state), which, { ground, reason }, CONTEXT));
const miss: Drawn = fc.boolean().map((late) => (state) => {
  const run = runIn(state);
  const dueOn = run?.counted.dueOn ?? '2026-02-01';
  // A due day after the present one is judged later: the clock of this test is then later too.
  const due = { dueOn, dueUntil: `${dueOn}T22:00:00Z` };
  const since = late ? { event: givenEventId(5), recordedAt: `${dueOn}T22:00:01Z` } : {};
  return decideMissed(state, run, which, due, { owed: [{ object: TOWN, ...since }], inAll: 1 });
});
const err: Drawn = fc.record({ n: fc.integer({ min: 1, max: 2 }), oversight: fc.constantFrom(...OVERSIGHTS) }).map(
  ({ n, oversight }) =>
    (state) =>
      decideMissedInError(state, { missed: givenEventId(n), oversight, reason }, null),
);

/** The events given here have no stream; a deadline that was opened is named by its own. */
const inItsStream: typeof deadline = {
  ...deadline,
  evolve: (state, event) => deadline.evolve(state, { ...(event as RecordedEvent), stream: STREAM } as never),
};

it('holds after any sequence of commands', () => {
  const recorded = holdsAfterAnySequence({
    decider: inItsStream,
    first: (state) =>
      decideOpening(state, { authority: TOWN, reason, rule: 'crpa.doc', startedOn: '2026-02-20' }, seen, CONTEXT),
    commands: [open, meet, waive, miss, miss, err, err],
    legal({ course, opened }) {
      expect(opened).not.toBeNull();
      // Found once for each day; what was waived or met is so once, and nothing is waived that was missed.
      const found = course.missed.map(({ dueOn }) => dueOn);
      expect(new Set(found).size).toBe(found.length);
      expect(course.errors.every(({ missed }) => course.missed.some(({ event }) => event === missed))).toBe(true);
      expect(course.missed.filter((one) => isInError(course, one)).length).toBeLessThanOrEqual(course.errors.length);
    },
    publicFolds: [(events) => deadlinesOf(events as never, '2026-06-01')],
  });
  for (const name of ['opened', 'met', 'waived', 'missed', 'missedInError'])
    expect(recorded.get(`deadline.${name}/1`)).toBeGreaterThan(0);
});

import { commitmentMade, commitmentRescheduled, declaredDone } from '@fil/facts/events/commitment.events';
import { depositClosed, depositOpened } from '@fil/facts/events/consultation.events';
import { decisionRegistered, decisionRepealed } from '@fil/facts/events/decision.events';
import type { Actor } from '@fil/facts/kit/actor';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { commitment } from '../../commitments/commitment.state';
import { consultationEvents } from '../../contributions/specification/some-mandate';
import { fold, type Decided } from '../../deciding/decider';
import {
  expectEvents,
  expectRefusal,
  givenEventId,
  recordedForm,
  someId,
} from '../../deciding/specification/given-when-then';
import { written } from '../written.state';
import { correctEntryInput } from './correct-entry.command';
import { decideEntryCorrection } from './correct-entry.decide';

const CLERK: Actor = { role: 'official', body: 'mairie' };
const made = event(commitmentMade, {
  occurredOn: '2026-02-01',
  data: { authority: someId('authority'), answers: [], themes: [], budgetVoted: 900_00 },
  words: { title: { fr: 'Planter' } },
});
const moved = event(commitmentRescheduled, { data: { from: null, to: '2027' }, words: {} });
const done = event(declaredDone, { data: { evidenceCount: 0 }, words: {} });
const registered = event(decisionRegistered, {
  data: {
    authority: someId('authority'),
    kind: 'budgetVote',
    consultations: [],
    votes: { present: 3, for: 2, against: 1, abstained: 0 },
  },
  words: { title: { fr: 'Budget' } },
});
const reason = { fr: 'Mal recopié.' };

const correct = (
  to: object,
  {
    given = [made, moved, done],
    n = 0,
    actor = CLERK,
    today = '2026-03-03',
    aggregate = 'commitment',
  }: {
    given?: readonly NewEvent[];
    n?: number;
    actor?: Actor;
    today?: string;
    aggregate?: 'commitment' | 'decision' | 'consultation';
  } = {},
): Decided =>
  decideEntryCorrection(
    aggregate,
    fold(
      written,
      given.map((one, at) => ({ ...recordedForm(one, at), actor: CLERK })),
    ),
    correctEntryInput(aggregate).parse({ event: givenEventId(n), to, reason }),
    actor,
    { today, at: `${today}T09:00:00Z` },
  );

describe('correcting an error of entry', () => {
  it('keeps both values, one event per field', () => {
    const events = expectEvents(correct({ budgetVoted: 9_000_00, occurredOn: '2026-01-31' }));
    expect(events.map(({ data }) => data)).toEqual([
      {
        event: givenEventId(0),
        field: '/occurredOn',
        from: { occurredOn: '2026-02-01' },
        to: { occurredOn: '2026-01-31' },
      },
      { event: givenEventId(0), field: '/budgetVoted', from: { budgetVoted: 900_00 }, to: { budgetVoted: 9_000_00 } },
    ]);
  });

  it('says that a value was or should be missing', () => {
    expect(expectEvents(correct({ occurredOn: '2026-02-28' }, { n: 1 }))[0]!.data).toMatchObject({
      from: { occurredOn: null },
    });
    expect(expectEvents(correct({ budgetVoted: null }))[0]!.data).toMatchObject({ to: { budgetVoted: null } });
  });

  it('is by the body that wrote it, within thirty days', () => {
    expect(expectRefusal(correct({ budgetVoted: 1 }, { actor: { role: 'official', body: 'voirie' } }))).toBe(
      'correction.notItsWriter',
    );
    expect(expectRefusal(correct({ budgetVoted: 1 }, { actor: { role: 'guarantor', body: 'mairie' } }))).toBe(
      'correction.notItsWriter',
    );
    expect(expectRefusal(correct({ budgetVoted: 1 }, { today: '2026-04-03' }))).toBe('correction.tooLate');
    expectEvents(correct({ budgetVoted: 1 }, { today: '2026-04-02' }));
  });

  it('is never of an outcome nor of a declared completion', () => {
    expect(expectRefusal(correct({ occurredOn: '2026-02-01' }, { n: 2 }))).toBe('correction.byAnotherEvent');
  });

  it('is of what a clerk may get wrong, and changes something', () => {
    expect(expectRefusal(correct({ budgetVoted: 1 }, { n: 1 }))).toBe('correction.fields');
    expect(expectRefusal(correct({}))).toBe('correction.fields');
    expect(expectRefusal(correct({ budgetVoted: 900_00 }))).toBe('correction.same');
    expect(expectRefusal(correct({ occurredOn: '2026-03-04' }))).toBe('correction.toCome');
    expect(expectRefusal(correct({ budgetVoted: 1 }, { n: 9 }))).toBe('correction.unknownEvent');
  });

  it('of a date: the rules by which it was entered hold for the corrected history', () => {
    const repealed = event(decisionRepealed, {
      occurredOn: '2026-02-20',
      data: { by: 'executive' },
      words: { reason },
    });
    const decision = { given: [{ ...registered, occurredOn: '2026-02-01' }, repealed], aggregate: 'decision' as const };
    expect(expectRefusal(correct({ occurredOn: '2026-02-21' }, decision))).toBe('correction.outOfOrder');
    expect(expectRefusal(correct({ occurredOn: '2026-01-31' }, { ...decision, n: 1 }))).toBe('correction.outOfOrder');
    for (const occurredOn of ['2026-02-20', '2026-02', '2026-01-01']) expectEvents(correct({ occurredOn }, decision));
    const open = event(depositOpened, { occurredOn: '2026-02-03', data: { until: '2026-02-27' }, words: {} });
    const close = event(depositClosed, { occurredOn: '2026-02-10', data: {}, words: {} });
    const [first] = consultationEvents();
    const deposit = { given: [first!, open, close], aggregate: 'consultation' as const };
    expect(expectRefusal(correct({ occurredOn: '2026-02-02' }, { ...deposit, n: 2 }))).toBe('correction.outOfOrder');
    expect(expectRefusal(correct({ occurredOn: '2026-02-28' }, { ...deposit, n: 1 }))).toBe('correction.outOfOrder');
    expectEvents(correct({ occurredOn: '2026-02-10' }, { ...deposit, n: 1 }));
    // What was never in that order does not forbid to set it right.
    expectEvents(
      correct(
        { occurredOn: '2026-03-01' },
        {
          given: [
            { ...made, occurredOn: '2026-02-28' },
            { ...moved, occurredOn: '2026-02-01' },
          ],
        },
      ),
    );
  });

  it('leaves values that go together', () => {
    const votes = { present: 3, for: 3, against: 1, abstained: 0 };
    const decision = { given: [registered], aggregate: 'decision' as const };
    expect(expectRefusal(correct({ votes }, decision))).toBe('decision.votesDoNotAddUp');
    expectEvents(correct({ votes: { ...votes, present: 4 } }, decision));
  });

  it('is what the rules see from then on', () => {
    const [correction] = expectEvents(correct({ budgetVoted: 1 }));
    const state = fold(
      commitment,
      [made, correction!].map((one, n) => recordedForm(one, n)),
    );
    expect(state).toMatchObject({ facts: { budget: { voted: 1 } } });
  });
});

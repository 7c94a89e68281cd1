import { declaredDone } from '@fil/facts/events/commitment.events';
import { event } from '@fil/facts/kit/event-definition';
import { expectEvents, expectRefusal, recordedForm } from '../../deciding/specification/given-when-then';
import { commitment, type CommitmentState } from '../commitment.state';
import { after, context, fromParis, town, unmade } from '../specification/some-commitment';
import type { RescheduleCommitmentInput } from './reschedule-commitment.command';
import { decideRescheduling } from './reschedule-commitment.decide';

const reason = { fr: 'Des vestiges ont été mis au jour.' };
const decidedBy = 'adjointe-espace-public';
const slip = { from: '2026-06', to: '2027-01', reason, decidedBy };
const decide = (command: RescheduleCommitmentInput, state: CommitmentState = after()) =>
  decideRescheduling(state, command, town, context);
const reasonWithheld = { ground: 'litigation' as const, until: '2026-12-31' };

describe('rescheduling a commitment', () => {
  it('keeps the old date beside the new one, with the reason', () => {
    const [rescheduled] = expectEvents(decide(slip));
    expect(rescheduled).toMatchObject({
      type: 'commitment.rescheduled/1',
      data: { from: '2026-06', to: '2027-01' },
      words: { reason },
    });
    expect(commitment.evolve(after(), recordedForm(rescheduled!, 1) as never)).toMatchObject({
      dueOn: '2027-01',
      facts: { plannedFirst: '2026-06' },
    });
  });

  it('takes a date away, but not in silence', () => {
    expectEvents(decide({ from: '2026-06', to: null, reason, decidedBy }));
    expect(expectRefusal(decide({ from: '2026-06', to: null }))).toBe('commitment.reasonMissing');
  });

  it('refuses when the date replaced is not the one that stands', () => {
    expect(expectRefusal(decide({ ...slip, from: '2026-05' }))).toBe('commitment.otherDueDate');
    expect(expectRefusal(decide({ ...slip, from: null }))).toBe('commitment.otherDueDate');
  });

  it('refuses a new date that is the old one', () => {
    expect(expectRefusal(decide({ ...slip, to: '2026-06' }))).toBe('commitment.sameDueDate');
  });

  it('refuses a slip without a reason, unless it is withheld on a ground or not given by a source', () => {
    expect(expectRefusal(decide({ ...slip, reason: undefined }))).toBe('commitment.reasonMissing');
    expectEvents(decide({ ...slip, reason: undefined, reasonWithheld }));
    expectEvents(decide({ ...slip, reason: undefined, takenOver: fromParis('reason') }));
  });

  it('refuses to publish a reason that is withheld', () => {
    expect(expectRefusal(decide({ ...slip, reasonWithheld }))).toBe('commitment.reasonGivenAndWithheld');
  });

  it('refuses to withhold a reason until a day that is over', () => {
    const over = { ...reasonWithheld, until: context.today };
    expect(expectRefusal(decide({ ...slip, reason: undefined, reasonWithheld: over }))).toBe(
      'commitment.withheldUntilPast',
    );
  });

  it('names who decided, unless a source does not say', () => {
    expect(expectRefusal(decide({ ...slip, decidedBy: undefined }))).toBe('commitment.deciderMissing');
    expect(expectRefusal(decide({ ...slip, decidedBy: undefined, takenOver: fromParis('reason') }))).toBe(
      'commitment.deciderMissing',
    );
    expectEvents(decide({ ...slip, decidedBy: undefined, takenOver: fromParis('decidedBy') }));
  });

  it('refuses a function the authority does not have', () => {
    expect(expectRefusal(decide({ ...slip, decidedBy: 'maire' }))).toBe('authority.unknownFunction');
  });

  it('refuses to edit a done commitment, unless its source changed the date', () => {
    const done = after(event(declaredDone, { data: { evidenceCount: 0 }, words: {} }));
    expect(expectRefusal(decide(slip, done))).toBe('commitment.done');
    expectEvents(decide({ ...slip, takenOver: fromParis() }, done));
  });

  it('refuses a commitment that does not exist, and a change to come', () => {
    expect(expectRefusal(decide(slip, unmade))).toBe('commitment.missing');
    expect(expectRefusal(decide({ ...slip, occurredOn: '2026-04' }))).toBe('commitment.toCome');
  });
});

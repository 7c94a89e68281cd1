import { commitmentSuspended } from '@fil/facts/events/commitment.events';
import { isCommitmentLate } from '@fil/facts/figures/commitment-progress';
import { event } from '@fil/facts/kit/event-definition';
import { decision } from '../../decisions/decision.state';
import { expectEvents, expectRefusal, recordedForm, someId } from '../../deciding/specification/given-when-then';
import { commitment, type CommitmentState } from '../commitment.state';
import { decideCompletion } from '../declare-done/declare-done.decide';
import { decideProgressReport } from '../report-progress/report-progress.decide';
import { decideResumption } from '../resume-commitment/resume-commitment.decide';
import { after, claimed, context, fromParis, town, unmade } from '../specification/some-commitment';
import { decideStart } from '../start-commitment/start-commitment.decide';
import { decideSuspension, type SeenWhenSuspending } from './suspend-commitment.decide';
import type { SuspendCommitmentInput } from './suspend-commitment.command';

const reason = { fr: 'Le marché est infructueux.' };
const suspend = (
  more: Partial<SuspendCommitmentInput> = {},
  state: CommitmentState = after(),
  seen: Partial<SeenWhenSuspending> = {},
) => decideSuspension(state, { reason, ...more }, { authority: town, ...seen }, context);
const suspended = after(event(commitmentSuspended, { data: {}, words: { reason } }));

describe('suspending a commitment', () => {
  it('says why, and until when', () => {
    expect(expectEvents(suspend({ until: '2026-09', decidedBy: 'adjointe-espace-public' }))[0]).toMatchObject({
      data: { until: '2026-09', decidedBy: 'adjointe-espace-public' },
      words: { reason },
    });
  });

  it('does not move the date: what is suspended past its date is late', () => {
    const state = commitment.evolve(after(), recordedForm(expectEvents(suspend())[0]!, 1) as never);
    expect(state).toMatchObject({ progress: 'suspended', dueOn: '2026-06' });
    expect(state.exists && isCommitmentLate(state.facts, '2026-07-01')).toBe(true);
  });

  it('is not suspended twice, nor once done', () => {
    expect(expectRefusal(suspend({}, suspended))).toBe('commitment.alreadySuspended');
    expect(expectRefusal(suspend({}, after(claimed)))).toBe('commitment.done');
  });

  it('refuses a resumption that is past, a function or a decision that does not exist', () => {
    expect(expectRefusal(suspend({ until: '2026-02' }))).toBe('commitment.resumptionPast');
    expect(expectRefusal(suspend({ decidedBy: 'maire' }))).toBe('authority.unknownFunction');
    expect(expectRefusal(suspend({ decision: someId('decision') }, after(), { decision: decision.initial }))).toBe(
      'commitment.unknownDecision',
    );
  });

  it('refuses a commitment that does not exist, and a suspension to come', () => {
    expect(expectRefusal(suspend({}, unmade))).toBe('commitment.missing');
    expect(expectRefusal(suspend({ occurredOn: '2026-04' }))).toBe('commitment.toCome');
  });
});

describe('while it is suspended', () => {
  it('goes on only once it has resumed, unless a source says so by what it says next', () => {
    expect(expectRefusal(decideStart(suspended, {}, context))).toBe('commitment.suspended');
    expect(expectRefusal(decideCompletion(suspended, { evidence: ['PV'] }, context))).toBe('commitment.suspended');
    expectEvents(decideStart(suspended, { takenOver: fromParis() }, context));
  });

  it('is still reported on', () => {
    expectEvents(decideProgressReport(suspended, { note: reason }, context));
  });

  it('resumes, once', () => {
    const [resumed] = expectEvents(decideResumption(suspended, {}, context));
    expect(commitment.evolve(suspended, recordedForm(resumed!, 2) as never)).toMatchObject({ progress: 'notStarted' });
    expect(expectRefusal(decideResumption(after(), {}, context))).toBe('commitment.notSuspended');
    expect(expectRefusal(decideResumption(unmade, {}, context))).toBe('commitment.missing');
    expect(expectRefusal(decideResumption(suspended, { occurredOn: '2026-04' }, context))).toBe('commitment.toCome');
  });
});

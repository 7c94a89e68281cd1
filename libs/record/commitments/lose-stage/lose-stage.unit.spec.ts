import { commitmentAbandoned, declaredDone, stageReached } from '@fil/facts/events/commitment.events';
import { event } from '@fil/facts/kit/event-definition';
import { expectEvents, expectRefusal, recordedForm } from '../../deciding/specification/given-when-then';
import { commitment } from '../commitment.state';
import { after, context, fromParis, unmade } from '../specification/some-commitment';
import { decideStageLost } from './lose-stage.decide';

const finished = event(stageReached, { data: { stage: 'finished' }, words: {} });
const inWorks = after(event(stageReached, { data: { stage: 'works' }, words: {} }));
const done = after(finished, event(declaredDone, { data: { evidenceCount: 0 }, words: {} }));
const back = { from: 'works' as const, to: 'studies' as const };
const reason = { fr: 'Le marché de travaux est infructueux.' };

describe('losing a stage', () => {
  it('records a step back with its reason', () => {
    expect(expectEvents(decideStageLost(inWorks, { ...back, reason }, context))[0]).toMatchObject({
      data: back,
      words: { reason },
    });
  });

  it('refuses a step back without a reason, unless a source does not give it', () => {
    expect(expectRefusal(decideStageLost(inWorks, back, context))).toBe('commitment.reasonMissing');
    expect(expectRefusal(decideStageLost(inWorks, { ...back, takenOver: fromParis('evidence') }, context))).toBe(
      'commitment.reasonMissing',
    );
    expectEvents(decideStageLost(inWorks, { ...back, takenOver: fromParis('reason') }, context));
  });

  it('refuses what is no step back', () => {
    expect(expectRefusal(decideStageLost(inWorks, { from: 'works', to: 'delivery', reason }, context))).toBe(
      'commitment.notAStepBack',
    );
    expect(expectRefusal(decideStageLost(inWorks, { from: 'works', to: 'works', reason }, context))).toBe(
      'commitment.notAStepBack',
    );
  });

  it('refuses to leave a stage it is not at', () => {
    expect(expectRefusal(decideStageLost(inWorks, { from: 'delivery', to: 'studies', reason }, context))).toBe(
      'commitment.otherStage',
    );
    expect(expectRefusal(decideStageLost(after(), { ...back, reason }, context))).toBe('commitment.otherStage');
  });

  it('refuses to edit a done commitment, unless its source takes the claim back: that withdraws it', () => {
    const toWorks = { from: 'finished' as const, to: 'works' as const };
    expect(expectRefusal(decideStageLost(done, { ...toWorks, reason }, context))).toBe('commitment.done');
    const [lost] = expectEvents(decideStageLost(done, { ...toWorks, takenOver: fromParis('reason') }, context));
    expect(done).toMatchObject({ progress: 'done', facts: { closedOn: expect.any(String) } });
    expect(commitment.evolve(done, recordedForm(lost!, 9) as never)).toMatchObject({
      progress: 'inProgress',
      stage: 'works',
      facts: { closedOn: null },
    });
  });

  it('refuses an abandoned commitment, whoever says it', () => {
    const abandoned = after(
      event(stageReached, { data: { stage: 'works' }, words: {} }),
      event(commitmentAbandoned, { data: { reasons: [] }, words: {} }),
    );
    expect(expectRefusal(decideStageLost(abandoned, { ...back, takenOver: fromParis('reason') }, context))).toBe(
      'commitment.abandoned',
    );
  });

  it('refuses a commitment that does not exist, and a loss to come', () => {
    expect(expectRefusal(decideStageLost(unmade, { ...back, reason }, context))).toBe('commitment.missing');
    expect(expectRefusal(decideStageLost(inWorks, { ...back, reason, occurredOn: '2027' }, context))).toBe(
      'commitment.toCome',
    );
  });
});

import { declaredDone, stageReached } from '@fil/facts/events/commitment.events';
import { event } from '@fil/facts/kit/event-definition';
import { expectEvents, expectRefusal } from '../../deciding/specification/given-when-then';
import { after, context, fromParis, unmade } from '../specification/some-commitment';
import { decideStageReached } from './reach-stage.decide';

const inStudies = after(event(stageReached, { data: { stage: 'studies' }, words: {} }));

describe('reaching a stage', () => {
  it('keeps the stage it leaves and the source’s own word', () => {
    const command = { stage: 'works' as const, word: 'TRAVAUX', takenOver: fromParis() };
    expect(expectEvents(decideStageReached(inStudies, command, context))[0]!.data).toMatchObject({
      stage: 'works',
      from: 'studies',
      word: 'TRAVAUX',
    });
  });

  it('names no stage before the first', () => {
    expect(expectEvents(decideStageReached(after(), { stage: 'studies' }, context))[0]!.data).not.toHaveProperty(
      'from',
      expect.anything(),
    );
  });

  it('refuses a commitment that does not exist', () => {
    expect(expectRefusal(decideStageReached(unmade, { stage: 'works' }, context))).toBe('commitment.missing');
  });

  it('refuses to take another spelling of the same stage for a change', () => {
    expect(expectRefusal(decideStageReached(inStudies, { stage: 'studies', word: 'Études' }, context))).toBe(
      'commitment.stageAlreadyReached',
    );
  });

  it('refuses a step back: it needs a reason', () => {
    expect(expectRefusal(decideStageReached(inStudies, { stage: 'notStarted' }, context))).toBe('commitment.stepBack');
  });

  it('refuses when the stage is no longer the one that was seen', () => {
    expect(expectRefusal(decideStageReached(inStudies, { stage: 'works', from: 'procedures' }, context))).toBe(
      'commitment.otherStage',
    );
  });

  it('refuses to edit a done commitment', () => {
    const done = after(event(declaredDone, { data: { evidenceCount: 0 }, words: {} }));
    expect(expectRefusal(decideStageReached(done, { stage: 'works' }, context))).toBe('commitment.done');
  });

  it('refuses a stage to come', () => {
    expect(expectRefusal(decideStageReached(inStudies, { stage: 'works', occurredOn: '2026-03-10' }, context))).toBe(
      'commitment.toCome',
    );
  });
});

import { JUST_MADE, progressAfter, type Advance } from './progress-after';

const after = (...events: readonly [name: string, data?: object][]): Advance =>
  events.reduce<Advance>(
    (before, [name, data]) => progressAfter(before, { type: `commitment.${name}/1`, data: data ?? {} }),
    JUST_MADE,
  );

describe('the progress of a commitment', () => {
  it('is not started when it is made, nor by naming the stage before the first', () => {
    expect(after(['made'])).toEqual({ progress: 'notStarted', stage: null });
    expect(after(['made'], ['stageReached', { stage: 'notStarted' }])).toEqual({
      progress: 'notStarted',
      stage: 'notStarted',
    });
  });

  it('is in progress once started, at any stage, or with a part done', () => {
    expect(after(['made'], ['started']).progress).toBe('inProgress');
    expect(after(['made'], ['stageReached', { stage: 'studies' }])).toEqual({
      progress: 'inProgress',
      stage: 'studies',
    });
    expect(after(['made'], ['progressReported', { percent: 10 }]).progress).toBe('inProgress');
    expect(after(['made'], ['progressReported', { percent: 0 }]).progress).toBe('notStarted');
  });

  it('is not done by reaching the last stage, but by a claim', () => {
    expect(after(['made'], ['stageReached', { stage: 'finished' }]).progress).toBe('inProgress');
    expect(after(['made'], ['stageReached', { stage: 'finished' }], ['declaredDone']).progress).toBe('done');
  });

  it('is no longer done when a stage is lost', () => {
    expect(after(['made'], ['declaredDone'], ['stageLost', { from: 'finished', to: 'works' }])).toEqual({
      progress: 'inProgress',
      stage: 'works',
    });
    expect(after(['made'], ['started'], ['stageLost', { from: 'studies', to: 'notStarted' }]).progress).toBe(
      'notStarted',
    );
  });

  it('goes back to where it was when it is reopened', () => {
    expect(after(['made'], ['stageReached', { stage: 'notStarted' }], ['abandoned'], ['reopened']).progress).toBe(
      'notStarted',
    );
    expect(after(['made'], ['started'], ['abandoned']).progress).toBe('abandoned');
    expect(after(['made'], ['started'], ['abandoned'], ['reopened']).progress).toBe('inProgress');
  });

  it('does not change when the date does, or when a source no longer lists it', () => {
    expect(
      after(['made'], ['started'], ['rescheduled', { from: null, to: '2027' }], ['sourceNoLongerLists']).progress,
    ).toBe('inProgress');
  });
});

import { COMMITMENT_EVENTS } from '../events/commitment.events';
import { JUST_MADE, progressAfter, type Advance } from './progress-after';

const typed = (name: string): string =>
  COMMITMENT_EVENTS.find(({ type }) => type.startsWith(`commitment.${name}/`))!.type;

const after = (...events: readonly [name: string, data?: object][]): Advance =>
  events.reduce<Advance>(
    (before, [name, data]) => progressAfter(before, { type: typed(name), data: data ?? {} }),
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

  it('is suspended until it resumes, and then where it was', () => {
    expect(after(['made'], ['suspended'], ['resumed']).progress).toBe('notStarted');
    expect(after(['made'], ['started'], ['suspended'])).toEqual({
      progress: 'suspended',
      stage: null,
      resumesAs: 'inProgress',
    });
    expect(after(['made'], ['started'], ['suspended'], ['resumed'])).toEqual({ progress: 'inProgress', stage: null });
    expect(after(['made'], ['suspended'], ['progressReported', { percent: 5 }]).progress).toBe('suspended');
    expect(after(['made'], ['suspended'], ['progressReported', { percent: 5 }], ['resumed']).progress).toBe(
      'inProgress',
    );
    expect(after(['made'], ['suspended'], ['abandoned'])).toEqual({ progress: 'abandoned', stage: null });
  });

  it('is modified until the next step', () => {
    expect(after(['made'], ['started'], ['modified']).progress).toBe('modified');
    expect(after(['made'], ['started'], ['modified'], ['progressReported', { percent: 40 }]).progress).toBe(
      'inProgress',
    );
    expect(after(['made'], ['suspended'], ['modified']).progress).toBe('suspended');
  });

  it('is verified only once it is claimed done, and is a claim again when a committee disputes it', () => {
    expect(after(['made'], ['verifiedByCommittee']).progress).toBe('notStarted');
    expect(after(['made'], ['declaredDone'], ['verifiedByCommittee']).progress).toBe('verified');
    expect(after(['made'], ['declaredDone'], ['contestedByCommittee']).progress).toBe('done');
    expect(after(['made'], ['declaredDone'], ['verifiedByCommittee'], ['contestedByCommittee']).progress).toBe('done');
    expect(after(['made'], ['declaredDone'], ['verifiedByCommittee'], ['reopened']).progress).toBe('inProgress');
  });
});

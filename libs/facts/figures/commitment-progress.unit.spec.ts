import {
  evolveCommitment,
  hasNoNews,
  isCommitmentLate,
  slip,
  slippedDays,
  summedProgress,
  type CommitmentFacts,
} from './commitment-progress';

const fold = (...events: readonly [type: string, data?: Record<string, unknown>, on?: string][]): CommitmentFacts =>
  events.reduce<CommitmentFacts | null>(
    (facts, [name, data = {}, occurredOn = '2026-01-10'], index) =>
      evolveCommitment(facts, {
        index,
        id: `event-${index}`,
        type: `commitment.${name}/1`,
        stream: 'commitment-018f6b1e-7c00-7000-8000-000000000004',
        at: '2026-01-10T10:00:00Z',
        occurredOn,
        cause: null,
        data,
      }),
    null,
  )!;

const made = (more: Record<string, unknown> = {}): [string, Record<string, unknown>] => [
  'made',
  { answers: [], themes: [], dueOn: '2026-05', ...more },
];

describe('how far a commitment is', () => {
  it('is late when the whole of what was planned is over', () => {
    const facts = fold(made());
    expect([isCommitmentLate(facts, '2026-05-31'), isCommitmentLate(facts, '2026-06-01')]).toEqual([false, true]);
  });

  it('is never late once done or abandoned', () => {
    expect(isCommitmentLate(fold(made(), ['declaredDone']), '2027-01-01')).toBe(false);
    expect(isCommitmentLate(fold(made(), ['abandoned']), '2027-01-01')).toBe(false);
    expect(isCommitmentLate(fold(made(), ['declaredDone'], ['reopened']), '2027-01-01')).toBe(true);
  });

  it('keeps the first date, and counts the days to the present one', () => {
    const facts = fold(
      made(),
      ['rescheduled', { from: '2026-05', to: '2026-07' }],
      ['rescheduled', { from: '2026-07', to: '2026-06' }],
    );
    expect([facts.plannedFirst, facts.plannedNow, facts.reschedulings, slippedDays(facts)]).toEqual([
      '2026-05',
      '2026-06',
      2,
      30,
    ]);
  });

  it('takes the first date that is said for the first one', () => {
    const facts = fold(made({ dueOn: undefined }), ['rescheduled', { from: null, to: '2026-07' }]);
    expect([facts.plannedFirst, slippedDays(facts)]).toEqual(['2026-07', 0]);
  });

  it('has no slip where a date is unknown', () => {
    expect(slip('2026-05', null)).toBeNull();
    expect(slip('2026-05', '2026-04')).toBe(-31);
  });

  it('is without news when the promised interval has passed', () => {
    const facts = fold(made({ reportEveryMonths: 3 }), ['progressReported', { percent: 10 }, '2026-02-01']);
    expect([hasNoNews(facts, '2026-05-01'), hasNoNews(facts, '2026-05-02')]).toEqual([false, true]);
  });

  it('does not take the silence of its source for news, nor for an abandonment', () => {
    const facts = fold(made(), ['sourceNoLongerLists', { lastListedOn: '2025-11' }, '2026-04-01']);
    expect(facts).toMatchObject({ notListed: true, lastNewsOn: '2026-01-10', advance: { progress: 'notStarted' } });
  });

  it.each([
    [[], 'none'],
    [['planned'], 'planned'],
    [['abandoned', 'abandoned'], 'abandoned'],
    [['abandoned', 'done'], 'done'],
    [['verified', 'done'], 'done'],
    [['done', 'notStarted'], 'inProgress'],
    [['suspended', 'notStarted'], 'suspended'],
  ] as const)('sums %j up to %s', (all, sum) => {
    expect(summedProgress(all)).toBe(sum);
  });
});

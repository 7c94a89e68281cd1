import { COMMITMENT_EVENTS } from '../events/commitment.events';
import {
  evolveCommitment,
  hasNoNews,
  isCommitmentLate,
  slip,
  slippedDays,
  summedProgress,
  type CommitmentFacts,
} from './commitment-progress';

const typed = (name: string): string =>
  COMMITMENT_EVENTS.find(({ type }) => type.startsWith(`commitment.${name}/`))!.type;

const fold = (...events: readonly [type: string, data?: Record<string, unknown>, on?: string][]): CommitmentFacts =>
  events.reduce<CommitmentFacts | null>(
    (facts, [name, data = {}, occurredOn = '2026-01-10'], index) =>
      evolveCommitment(facts, {
        index,
        id: `event-${index}`,
        type: typed(name),
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

  it('is late while it is suspended: a suspension moves no date', () => {
    const facts = fold(made({ reportEveryMonths: 3 }), ['started'], ['suspended', { until: '2026-09' }]);
    expect([isCommitmentLate(facts, '2026-06-01'), hasNoNews(facts, '2026-06-01')]).toEqual([true, true]);
  });

  it('keeps the budget voted, committed and spent apart', () => {
    const facts = fold(
      made({ budgetVoted: 100_00 }),
      ['budgetCommitted', { cents: 80_00 }],
      ['budgetCommitted', { cents: -10_00 }],
      ['budgetSpent', { cents: 90_00 }],
      ['modified', { budgetVoted: 120_00 }],
    );
    expect(facts.budget).toEqual({ voted: 120_00, committed: 70_00, spent: 90_00 });
  });

  it('takes what a committee says for a verdict beside the claim, and for no news of the authority', () => {
    const found = { committee: 'committee-1', finding: 'event-9' };
    const facts = fold(
      made(),
      ['declaredDone', {}, '2026-02-01'],
      ['verifiedByCommittee', found, '2026-03-01'],
      ['contestedByCommittee', found, '2026-04-01'],
    );
    expect(facts).toMatchObject({
      advance: { progress: 'done' },
      closedOn: '2026-02-01',
      lastNewsOn: '2026-02-01',
      stands: [{ verdict: 'contested', ...found, on: '2026-04-01' }],
    });
    expect(fold(made(), ['declaredDone'], ['contestedByCommittee', found], ['reopened']).stands).toEqual([]);
  });

  it('goes from one owner to another', () => {
    const facts = fold(made({ owner: 'voirie' }), ['reassigned', { owner: { from: 'voirie', to: 'parcs' } }]);
    expect([facts.owner, facts.accountable]).toEqual(['parcs', null]);
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

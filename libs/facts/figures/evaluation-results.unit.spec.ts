import fc from 'fast-check';
import { checkEvent } from '../kit/event-definition';
import { evaluationPublished } from '../events/evaluation.events';
import { evaluationResults, evolveTally, type CriterionAnswer, type EvaluationTally } from './evaluation-results';

const EVALUATION = 'evaluation-0b6c1b2e-6f0e-4d2b-9f43-000000000001';
const opened = {
  type: 'evaluation.opened/1',
  stream: EVALUATION,
  data: {
    criteria: [
      { id: 'trust', form: 'scale' },
      { id: 'again', form: 'choice', choices: ['yes', 'no'] },
    ],
  },
};
const given = (answers: readonly CriterionAnswer[], evaluation = EVALUATION) => ({
  type: 'evaluationResponse.given/1',
  stream: 'evaluationResponse-0b6c1b2e-6f0e-4d2b-9f43-000000000002',
  data: { evaluation, answers },
});
const tally = (...events: readonly { type: string; stream: string; data: object }[]): EvaluationTally =>
  [opened, ...events].reduce<EvaluationTally | null>(
    (before, event) => evolveTally(before, EVALUATION, event as never),
    null,
  )!;
const marks = (...all: number[]) => all.map((mark) => given([{ criterion: 'trust', mark }]));

describe('the results of an evaluation', () => {
  it('are medians and distributions', () => {
    const { responses, results } = evaluationResults(tally(...marks(5, 5, 5, 5, 5, 2, 2, 2, 2, 2, 2)));
    expect(responses).toBe(11);
    expect(results[0]).toEqual({
      criterion: 'trust',
      answers: 11,
      doubledMedian: 4,
      distribution: [
        { mark: 1, count: 0 },
        { mark: 2, count: 6 },
        { mark: 3, count: 0 },
        { mark: 4, count: 0 },
        { mark: 5, count: 5 },
      ],
    });
  });

  it('have the median between two marks doubled, so that it is a whole number', () => {
    expect(evaluationResults(tally(...marks(1, 2, 3, 4, 5, 5))).results[0]!.doubledMedian).toBe(7);
  });

  it('tell nothing of fewer than five people', () => {
    const { responses, results } = evaluationResults(tally(...marks(4, 4, 4, 4)));
    expect(responses).toBeNull();
    expect(results[0]).toMatchObject({ answers: null, doubledMedian: null });
    expect(results[0]!.distribution.every(({ count }) => count === null)).toBe(true);
  });

  it('count who left a criterion out only where she answered', () => {
    const { responses, results } = evaluationResults(
      tally(
        ...marks(1, 1, 1, 1, 1),
        ...Array.from({ length: 5 }, () => given([{ criterion: 'again', choice: 'yes' }])),
      ),
    );
    expect(responses).toBe(10);
    expect(results.map(({ answers }) => answers)).toEqual([5, 5]);
    expect(results[1]!.distribution).toEqual([
      { choice: 'yes', count: 5 },
      { choice: 'no', count: 0 },
    ]);
  });

  it('count answers to this evaluation only', () => {
    const other = given([{ criterion: 'trust', mark: 1 }], 'evaluation-0b6c1b2e-6f0e-4d2b-9f43-000000000009');
    expect(tally(other).responses).toBe(0);
  });

  it('have a median that any list of marks has, and fit the event that publishes them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 30 }), (all) => {
        const sorted = [...all].sort((a, b) => a - b);
        const middle = sorted.length / 2;
        const expected =
          sorted.length % 2 === 1 ? 2 * sorted[Math.floor(middle)]! : sorted[middle - 1]! + sorted[middle]!;
        const results = evaluationResults(tally(...marks(...all)));
        expect(results.results[0]!.doubledMedian).toBe(expected);
        const event = { data: { size: 10, ...results }, words: { limits: { fr: 'Aucune.' } } };
        expect(checkEvent(evaluationPublished, event)).toBeNull();
      }),
      { numRuns: 100 },
    );
  });
});

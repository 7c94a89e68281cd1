/** What an evaluation found, from the public entries: the one implementation, for the decider that publishes and for all who check. */
import type { ANSWER_FORMS } from '../codes/oversight';
import type { evaluationOpened, evaluationPublished, responseGiven } from '../events/evaluation.events';
import type { DataOf } from '../kit/event-definition';
import type { FactEvent, KnownData } from './fact-event';
import { SMALLEST_CELL, suppressed } from './small-cells';

export interface Criterion {
  readonly id: string;
  readonly form: (typeof ANSWER_FORMS)[number];
  readonly choices?: readonly string[];
}

/** A mark from 1 to 5, or one of the choices of the criterion. */
export interface CriterionAnswer {
  readonly criterion: string;
  readonly mark?: number;
  readonly choice?: string;
}

export type EvaluationResults = Pick<DataOf<typeof evaluationPublished>, 'responses' | 'results'>;
type CriterionResult = EvaluationResults['results'][number];

export const MARKS = [1, 2, 3, 4, 5] as const;

/** The answers to one evaluation, counted as they come. JSON-serialisable. */
export interface EvaluationTally {
  readonly criteria: readonly Criterion[];
  readonly responses: number;
  /** By criterion, then by mark or choice. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** One event more, of the whole log. Null before the evaluation was opened. */
export function evolveTally(
  tally: EvaluationTally | null,
  evaluation: string,
  event: Pick<FactEvent, 'type' | 'stream' | 'data'>,
): EvaluationTally | null {
  if (event.type === 'evaluation.opened/1' && event.stream === evaluation)
    return { criteria: (event.data as KnownData<typeof evaluationOpened>).criteria ?? [], responses: 0, counts: {} };
  if (event.type === 'evaluationResponse.given/1') {
    const { evaluation: answered, answers } = event.data as KnownData<typeof responseGiven>;
    if (tally && answered === evaluation) return counted(tally, answers ?? []);
  }
  return tally;
}

function counted(tally: EvaluationTally, answers: readonly CriterionAnswer[]): EvaluationTally {
  const counts = { ...tally.counts };
  for (const { criterion, mark, choice } of answers) {
    const answer = String(mark ?? choice);
    counts[criterion] = { ...counts[criterion], [answer]: (counts[criterion]?.[answer] ?? 0) + 1 };
  }
  return { ...tally, responses: tally.responses + 1, counts };
}

/** Medians and distributions; nothing is told of fewer than five people. */
export const evaluationResults = ({ criteria, responses, counts }: EvaluationTally): EvaluationResults => ({
  responses: responses < SMALLEST_CELL ? null : responses,
  results: criteria.map((criterion) => resultOf(criterion, counts[criterion.id] ?? {})),
});

function resultOf(criterion: Criterion, given: Readonly<Record<string, number>>): CriterionResult {
  const forms =
    criterion.form === 'scale'
      ? MARKS.map((mark) => ({ mark }))
      : (criterion.choices ?? []).map((choice) => ({ choice }));
  const counts = forms.map((answer) => given[String('mark' in answer ? answer.mark : answer.choice)] ?? 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const few = total < SMALLEST_CELL;
  const shown = suppressed(counts);
  return {
    criterion: criterion.id,
    answers: few ? null : total,
    doubledMedian: few || criterion.form !== 'scale' ? null : doubledMedian(counts, total),
    distribution: forms.map((answer, n) => ({ ...answer, count: shown[n]! })),
  };
}

/** Twice the median: a whole number, as every fact in the log is. @param counts of the marks from 1 up */
function doubledMedian(counts: readonly number[], total: number): number {
  const markAt = (position: number): number => {
    let before = 0;
    return MARKS.find((_, n) => (before += counts[n]!) > position)!;
  };
  return markAt(Math.floor((total - 1) / 2)) + markAt(Math.ceil((total - 1) / 2));
}

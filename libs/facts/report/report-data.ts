/** The full data of a report: fourteen chapters of facts, every number with the ids or events behind it. */
import type { reportPublished } from '../events/report.events';
import type { DataOf } from '../kit/event-definition';
import { answers, type Answers } from './chapters/answers';
import { commitments, type Commitments } from './chapters/commitments';
import { chapterDeadlines, type DeadlinesChapter } from './chapters/deadlines';
import { decisionPath, type DecisionPath } from './chapters/decision-path';
import { evaluation, type EvaluationChapter } from './chapters/evaluation';
import { held, type Held } from './chapters/held';
import { mandates, type Mandate } from './chapters/mandate';
import { method, type Method } from './chapters/method';
import { next, type Next } from './chapters/next';
import { onePage, type OnePage } from './chapters/one-page';
import { opinions, type Opinions } from './chapters/opinions';
import { progressSince, type ProgressSince } from './chapters/progress';
import { refusals, type Refusals } from './chapters/refusals';
import { said, type Said } from './chapters/said';
import type { Cut, ReportRecord } from './report-record';
import type { ReportScope } from './report-scope';

/** In the order of the chapters, 1 to 14; the codes are those of `REPORT_CHAPTERS`. */
export interface ReportChapters {
  readonly onePage: OnePage;
  readonly mandate: readonly Mandate[];
  readonly decisionPath: DecisionPath;
  readonly held: Held;
  readonly said: Said;
  readonly answers: Answers;
  readonly refusals: Refusals;
  readonly commitments: Commitments;
  readonly progress: ProgressSince;
  readonly opinions: Opinions;
  readonly evaluation: EvaluationChapter;
  readonly method: Method;
  readonly deadlines: DeadlinesChapter;
  readonly next: Next;
}

export interface ReportData {
  /** Another way to compute or to lay out is another number: what was published under one stays checkable under it. */
  readonly format: 'fil-report/1';
  readonly scope: ReportScope;
  readonly cut: Cut;
  readonly chapters: ReportChapters;
}

export function reportData(record: ReportRecord): ReportData {
  const mandate = mandates(record);
  const path = decisionPath(record);
  const what = answers(record);
  const texts = opinions(record);
  const deadlines = chapterDeadlines(record);
  return {
    format: 'fil-report/1',
    scope: record.scope,
    cut: record.cut,
    chapters: {
      onePage: onePage(record, { mandates: mandate, path, opinions: texts, deadlines }),
      mandate,
      decisionPath: path,
      held: held(record),
      said: said(record),
      answers: what,
      refusals: refusals(record, what.lines),
      commitments: commitments(record),
      progress: progressSince(record, what.lines),
      opinions: texts,
      evaluation: evaluation(record),
      method: method(record),
      deadlines,
      next: next(record, path),
    },
  };
}

/** The main figures, as the event of publication states them. */
export function mainFigures({ chapters: { onePage: page } }: ReportData): DataOf<typeof reportPublished>['figures'] {
  const { contributions, commitments: made } = page;
  return {
    received: contributions.received.count,
    published: contributions.published.count,
    moderated: contributions.moderated.count,
    answered: contributions.answered.count,
    provisional: contributions.provisional.count,
    late: contributions.late.count,
    withdrawn: contributions.withdrawn.count,
    transferred: contributions.transferred.count,
    voided: contributions.voided.count,
    commitmentsMade: made.made.count,
    commitmentsDone: made.done.count,
    commitmentsAbandoned: made.abandoned.count,
    commitmentsLate: made.late.count,
    commitmentsWaiting: made.waiting.count,
    deadlinesMissed: page.deadlinesMissed.count,
  };
}

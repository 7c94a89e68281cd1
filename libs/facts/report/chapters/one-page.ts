/** Chapter 1, one page: the main figures, each with the ids behind it. They are those of the chapters that follow. */
import type { CommitmentFigures, ContributionFigures, Figure } from '../../figures/published-figures';
import { figureOf } from '../figure-of';
import type { ReportRecord } from '../report-record';
import type { DeadlinesChapter } from './deadlines';
import type { DecisionPath } from './decision-path';
import type { Mandate } from './mandate';
import type { Opinions } from './opinions';

export interface OnePage {
  readonly consultations: readonly Pick<Mandate, 'consultation' | 'promised' | 'answersDueOn' | 'guarantors'>[];
  readonly contributions: ContributionFigures;
  readonly decisions: Figure;
  /** Steps announced whose day is over and that were not taken: `<consultation>#<step>`. */
  readonly stepsMissed: Figure;
  readonly commitments: CommitmentFigures;
  readonly deadlinesMissed: Figure;
  /** Those that watch over one of the consultations on the day of the cut. */
  readonly guarantors: Figure;
  readonly committees: Figure;
}

export const onePage = (
  record: ReportRecord,
  of: { mandates: readonly Mandate[]; path: DecisionPath; opinions: Opinions; deadlines: DeadlinesChapter },
): OnePage => ({
  consultations: of.mandates.map(({ consultation, promised, answersDueOn, guarantors }) => ({
    consultation,
    promised,
    answersDueOn,
    guarantors,
  })),
  contributions: record.contributions.figures,
  decisions: figureOf(of.path.decisions.map(({ decision }) => decision)),
  stepsMissed: figureOf(
    of.path.paths.flatMap(({ consultation, steps }) =>
      steps.flatMap(({ step, state }) => (state === 'missed' ? [`${consultation}#${step}`] : [])),
    ),
  ),
  commitments: record.commitments,
  deadlinesMissed: of.deadlines.missed,
  guarantors: figureOf([...new Set(of.mandates.flatMap(({ guarantors }) => guarantors))]),
  committees: figureOf(of.opinions.committees.map(({ committee }) => committee)),
});

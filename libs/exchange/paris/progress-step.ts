import type { Stage } from '@fil/facts/codes/progress';
import type { When } from '@fil/facts/dates/when';
import { DATED_STAGES, type ProjectRow, type Snapshot } from './project-row';
import { isToCome } from './row-oddities';
import { rank, STAGE_WORDS, type Standing } from './status-word';

/** One thing that happened to a project, as the source tells it. `on`: a stated month, or an interval in which it was. */
export type ProgressStep =
  | {
      readonly step: 'reachStage';
      readonly stage: Exclude<Stage, 'notStarted'>;
      readonly word: string;
      readonly on: When;
    }
  | {
      readonly step: 'loseStage';
      readonly from: Stage;
      readonly to: Stage;
      readonly word: string;
      readonly wordBefore: string;
      readonly on: When;
    }
  | { readonly step: 'declareDone'; readonly word: string; readonly on: When }
  | { readonly step: 'abandon'; readonly word: string; readonly on: When }
  | { readonly step: 'reopen'; readonly word: string; readonly on: When }
  | { readonly step: 'reschedule'; readonly from: When | null; readonly to: When | null; readonly on: When }
  | { readonly step: 'report'; readonly note: string; readonly on: When; readonly dated: boolean };

/** The standings that lie on the road from « non démarré » to « FIN ». */
export type Advanced = Exclude<Standing['at'], 'abandoned'>;

/**
 * The stages passed on the way from one standing to a further one: those in between of which the row states a month that
 * was not to come, then the one it has. FIN is the last stage and the claim that the project is done.
 *
 * @param unknownDate when a stage was reached whose month is not stated, after what was reached before it.
 */
export function stepsForward(
  from: Advanced,
  row: ProjectRow & { readonly standing: Standing & { readonly at: Advanced } },
  snapshot: Snapshot,
  unknownDate: (latestStated: When | null) => When,
): readonly ProgressStep[] {
  const { at, word } = row.standing;
  const steps: ProgressStep[] = [];
  let latest: When | null = null;
  const stated = (month: When | null): When | null => (month !== null && !isToCome(month, snapshot) ? month : null);
  for (const stage of DATED_STAGES) {
    if (rank(stage) <= rank(from) || rank(stage) > rank(at)) continue;
    const month = stated(row.months[stage]);
    // A stage in between without a month may have been skipped: the source does not say that it took place.
    if (month === null && stage !== at) continue;
    steps.push({
      step: 'reachStage',
      stage,
      word: stage === at ? word : STAGE_WORDS[stage],
      on: month ?? unknownDate(latest),
    });
    if (month !== null && (latest === null || month > latest)) latest = month;
  }
  if (rank(from) < rank('delivery') && at === 'delivery')
    steps.push({ step: 'reachStage', stage: 'delivery', word, on: unknownDate(latest) });
  if (from !== 'done' && at === 'done') {
    const on = stated(row.openedOn) ?? unknownDate(latest);
    steps.push({ step: 'reachStage', stage: 'finished', word, on }, { step: 'declareDone', word, on });
  }
  return steps;
}

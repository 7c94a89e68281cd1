import { firstDay, type When } from '@fil/facts/dates/when';
import { stepsForward, type ProgressStep } from './progress-step';
import type { ProjectRow, Snapshot } from './project-row';
import type { Standing } from './status-word';

/**
 * What a snapshot tells of a project that this register has not met before: the stages reached, each in its month, and
 * how it stands. What has no month happened between the edition, or the last month stated, and the snapshot.
 */
export function stepsAtFirstSight(row: ProjectRow, snapshot: Snapshot): readonly ProgressStep[] {
  const { standing } = row;
  if (!standing) return [];
  if (standing.at === 'abandoned')
    return [{ step: 'abandon', word: standing.word, on: untilSnapshot(row.edition, snapshot) }];
  return stepsForward(
    'notStarted',
    { ...row, standing: standing as Standing & { at: typeof standing.at } },
    snapshot,
    (latest) => untilSnapshot(latest ?? row.edition, snapshot),
  );
}

/** From the beginning of the edition (or of a month) to the day of the snapshot. */
const untilSnapshot = (from: When, { takenOn }: Snapshot): When =>
  firstDay(from) < takenOn ? `${from}/${takenOn}` : takenOn;

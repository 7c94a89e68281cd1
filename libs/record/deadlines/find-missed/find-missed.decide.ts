import { entersLate, type Run } from '@fil/facts/deadlines/deadline';
import { deadlineMissed } from '@fil/facts/events/deadline.events';
import { event, type DataOf } from '@fil/facts/kit/event-definition';
import { LONGEST_LIST } from '@fil/facts/kit/fact-fields';
import type { Decided } from '../../deciding/decider';
import type { DeadlineStreamState } from '../deadline.state';
import type { Which } from '../which-deadline';

/** For what it was owed at the instant, and what has come since. */
export interface Owed {
  readonly owed: DataOf<typeof deadlineMissed>['owed'];
  /** Of how many. */
  readonly inAll: number;
}

/**
 * The finding of the clock at the instant the day is over; nothing when it was kept, waived, lifted, moved to another day
 * or found before. At most 500 objects per event: more are told by several events of one finding.
 *
 * @param dueOn the day that is over @param dueUntil the instant it ended in Paris
 */
export function decideMissed(
  { course }: DeadlineStreamState,
  run: Run | null,
  { trigger }: Which,
  { dueOn, dueUntil }: { readonly dueOn: string; readonly dueUntil: string },
  { owed, inAll }: Owed,
): Decided {
  if (!run || run.counted.dueOn !== dueOn || entersLate(run) || owed.length === 0) return [];
  if (course.missed.some((miss) => miss.dueOn === dueOn)) return [];
  const ended = [course.waived, course.met, run.started.lifted];
  if (ended.some((end) => end !== null && end.at < dueUntil)) return [];
  const parts = Array.from({ length: Math.ceil(owed.length / LONGEST_LIST) }, (_, n) =>
    owed.slice(n * LONGEST_LIST, (n + 1) * LONGEST_LIST),
  );
  return parts.map((part) =>
    event(deadlineMissed, {
      data: {
        rule: run.rule.rule,
        ruleVersion: run.rule.version,
        trigger: trigger as never,
        basisKind: run.rule.basisKind,
        dueOn,
        dueUntil,
        owed: part,
        owedInAll: owed.length,
        inAll,
        arithmetic: [...run.counted.arithmetic],
      },
      words: {},
    }),
  );
}

import type { MoveCause } from '@fil/facts/codes/deadline-course';
import type { Run } from '@fil/facts/deadlines/deadline';
import { deadlineMoved } from '@fil/facts/events/deadline.events';
import { event } from '@fil/facts/kit/event-definition';
import type { Decided } from '../../deciding/decider';
import type { DeadlineStreamState } from '../deadline.state';
import type { Which } from '../which-deadline';

export interface Move {
  readonly from: string | null;
  readonly why: MoveCause;
  /** The event that caused it. */
  readonly movedBy: { readonly stream: string; readonly event: string };
}

/** A running deadline gets another day; nothing when it has ended, or when this event was told of before. */
export function decideMove({ course }: DeadlineStreamState, run: Run | null, { trigger }: Which, move: Move): Decided {
  if (!run || course.waived || course.met || run.counted.dueOn === move.from) return [];
  if (course.moved.some(({ movedBy }) => movedBy.event === move.movedBy.event)) return [];
  return [
    event(deadlineMoved, {
      data: {
        rule: run.rule.rule,
        ruleVersion: run.rule.version,
        trigger: trigger as never,
        from: move.from,
        to: run.counted.dueOn,
        why: move.why,
        movedBy: move.movedBy as never,
        arithmetic: [...run.counted.arithmetic],
      },
      words: {},
    }),
  ];
}

/**
 * The progress of a contribution in SQL: the set of the progresses of the commitments that follow, as bits. How a set is
 * summed up is said in one place, `summedProgress`; here it is only asked which sets give an answer.
 */
import { PROGRESS, type Progress } from '@fil/facts/codes/progress';
import { summedProgress } from '@fil/facts/figures/commitment-progress';

export const progressBit = (progress: Progress): number => 1 << PROGRESS.indexOf(progress);

const setOf = (mask: number): Progress[] => PROGRESS.filter((progress) => mask & progressBit(progress));

/** Mask 0: nothing follows. */
export const progressOfMask = (mask: number): Progress | 'none' => summedProgress(setOf(mask));

/** Every mask whose sum is this one. */
export const masksOf = (progress: Progress | 'none'): number[] =>
  Array.from({ length: 1 << PROGRESS.length }, (_, mask) => mask).filter((mask) => progressOfMask(mask) === progress);

export const isProgressOrNone = (value: string): value is Progress | 'none' =>
  value === 'none' || (PROGRESS as readonly string[]).includes(value);

import { slipNumber } from '@fil/facts/numbers/slip-number';
import type { SlipBlock } from './encounters.answer';

/** Every number to print, in order: a block is known by the index of the entry that set it apart. */
export const numbersToPrint = (blocks: readonly Pick<SlipBlock, 'index' | 'count'>[]): string[] =>
  blocks.flatMap(({ index, count }) =>
    Array.from({ length: count }, (_, n) => slipNumber({ block: index, place: n + 1 })),
  );

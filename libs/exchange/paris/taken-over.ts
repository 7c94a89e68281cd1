import type { CommonFacts } from '@fil/facts/kit/common-facts';
import { SOURCE } from './import-ids';

type TakenOver = NonNullable<CommonFacts['takenOver']>;
type NotStated = NonNullable<TakenOver['notStated']>[number];

/** The mark of what this import takes over: from where, the source's own word, and what the source does not say. */
export const takenOver = (more: { word?: string; notStated?: readonly NotStated[] } = {}): TakenOver => ({
  source: SOURCE,
  ...(more.word !== undefined && { word: more.word }),
  ...(more.notStated && more.notStated.length > 0 && { notStated: [...more.notStated] }),
});

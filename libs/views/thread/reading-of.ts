/** What the sections of a thread have in common: how they read the words of an event and the names of codes. */
import type { Names } from '../names/names';
import type { KeptEvent } from '../reading/happening';
import type { GatheredThread } from './gather-thread';
import type { Words } from './thread.answer';

export interface ThreadReading {
  readonly gathered: GatheredThread;
  readonly names: Names;
  /** The authority whose codes the consultation uses. */
  readonly organiser: string | null;
  readonly today: string;
}

/** A sealed field of an event as the reader may see it; null when it was not given. */
export const wordsOf = <T>(event: KeptEvent, field: string): Words<T> =>
  (event.words[field] as Words<T> | undefined) ?? null;

export const listOf = <T>(event: KeptEvent, field: string): readonly T[] =>
  (event.words[field] as readonly T[] | undefined) ?? [];

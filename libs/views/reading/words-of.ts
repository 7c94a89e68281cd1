import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { KeptEvent } from './happening';

/** What was said, as it may be shown; null where nothing was. */
export type Words<T = Text> = Opened<T> | null;

/** A word of an event as it may be shown; null where none was said. */
export const words = <T>(event: Pick<KeptEvent, 'words'>, field: string): Opened<T> | null =>
  (event.words[field] as Opened<T> | undefined) ?? null;

/** The n-th of a list of words. */
export const listed = <T>(event: Pick<KeptEvent, 'words'>, field: string, n: number): Opened<T> | null =>
  (event.words[field] as readonly Opened<T>[] | undefined)?.[n] ?? null;

/** All of a list of words. */
export const allOf = <T>(event: Pick<KeptEvent, 'words'>, field: string): readonly Opened<T>[] =>
  (event.words[field] as readonly Opened<T>[] | undefined) ?? [];

import type { LoadingClient } from '../load';
import type { Random } from '../random';
import type { Site } from '../site';

/** Breaks something and mends it. */
export interface Strike {
  readonly name: string;
  /**
   * @param actor a client of its own: what it sends is checked as the load is
   * @returns what it did, for people. What another strike breaks meanwhile must not make it throw.
   */
  strike(site: Site, random: Random, actor: LoadingClient): Promise<string>;
}

/** Milliseconds. */
export const LONGEST_WAIT = 1_200;

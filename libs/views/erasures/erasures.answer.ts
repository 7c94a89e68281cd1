/** Every erasure, with counts by ground. Never a word. */
import type { ErasureGround, ErasureRefusalGround } from '@fil/facts/codes/erasure';
import type { ShownErasure } from '../history/shown-erasure.answer';
import type { Shown } from '../reading/shown';

export interface ErasuresAnswer {
  readonly shown: Shown;
  /** Of all that match, not only of this page: how many were ordered and how many refused, and on which ground. */
  readonly counts: readonly {
    readonly decided: 'ordered' | 'refused';
    readonly ground: ErasureGround | ErasureRefusalGround;
    readonly count: number;
  }[];
  /** The latest begun first. */
  readonly items: readonly ShownErasure[];
  readonly next: string | null;
}

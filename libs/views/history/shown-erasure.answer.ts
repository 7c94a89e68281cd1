/** Requests for erasure and what became of them. JSON-serialisable; never a word of what was said, or asked in. */
import type {
  ErasureGround,
  ErasurePlace,
  ErasureRefusalGround,
  ErasureRequester,
  ErasureScope,
} from '@fil/facts/codes/erasure';
import type { Named } from '../names/named';
import type { Happened } from '../reading/happened';

export type ErasureStanding = 'requested' | 'ordered' | 'carriedOut' | 'refused';

export interface ShownErasure {
  /** `erasure-<uuid>`. */
  readonly id: string;
  /** The object that it is about. */
  readonly target: string;
  readonly standing: ErasureStanding;
  /** Null where an office decided by itself. */
  readonly requested: {
    readonly given: Happened;
    readonly what: ErasureScope;
    readonly by: ErasureRequester;
    /** That received it; null when the author asked with her key. */
    readonly office: Named | null;
  } | null;
  readonly ordered: {
    readonly given: Happened;
    readonly ground: ErasureGround;
    readonly office: Named | null;
    readonly what: ErasureScope;
    /** Sealed fields that are named. */
    readonly fields: number;
    /** Reference of the visa of the archives; null without one. */
    readonly archivesVisa: string | null;
  } | null;
  readonly carriedOut: { readonly given: Happened; readonly places: readonly ErasurePlace[] } | null;
  readonly refused: {
    readonly given: Happened;
    readonly ground: ErasureRefusalGround;
    readonly office: Named | null;
  } | null;
}

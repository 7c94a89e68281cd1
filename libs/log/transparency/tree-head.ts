/**
 * A tree, as one value. The root does not commit to the number of leaves: the same root and path also "verify" for other
 * sizes, so both are always taken together from one signed checkpoint, never from a proof or an address.
 */
export interface TreeHead {
  /** Number of leaves. */
  readonly size: number;
  /** 32 bytes. */
  readonly root: Buffer;
}

/** Sizes and indexes are kept as numbers: what is beyond 2^53 − 1 is refused where it is read. */
export const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

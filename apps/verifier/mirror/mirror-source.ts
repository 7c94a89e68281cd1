/** A copy of a log, as its files: the paths of C2SP tlog-tiles, and every checkpoint that was kept. */
export interface MirrorSource {
  /**
   * @param path below the folder: `checkpoint`, `checkpoints/<size>`, `tile/…`
   * @returns null when there is no such file
   * @throws Unreadable when it is none that can be read, or holds more than `most` bytes
   */
  read(path: string, most: number): Buffer | null;
  /** Names below `checkpoints`. */
  keptCheckpoints(): readonly string[];
}

/** Longest checkpoint: a hundred signatures, with names. */
export const MOST_NOTE_BYTES = 1 << 20;
/** 256 entries of the longest kind, with their lengths. */
export const MOST_BUNDLE_BYTES = 256 * (2 + 65_535);
/** 256 hashes. */
export const TILE_BYTES = 256 * 32;

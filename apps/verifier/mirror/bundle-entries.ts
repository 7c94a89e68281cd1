/** The entries of a bundle that may be cut off or have one too few: as many as can be told apart. */
const LENGTH_BYTES = 2;
/** One more than there may be: enough to see that there are too many. */
const MOST = 257;

export interface BundleEntries {
  readonly entries: readonly Buffer[];
  /** The last of them is cut off, or something stands behind it. */
  readonly broken: boolean;
}

export function bundleEntries(bytes: Buffer): BundleEntries {
  const entries: Buffer[] = [];
  let at = 0;
  while (at < bytes.length && entries.length < MOST) {
    const start = at + LENGTH_BYTES;
    if (start > bytes.length) break;
    const end = start + bytes.readUInt16BE(at);
    if (end > bytes.length) break;
    entries.push(bytes.subarray(start, end));
    at = end;
  }
  return { entries, broken: at < bytes.length };
}

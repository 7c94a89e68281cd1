/** Bundles of entries: for each its length in two bytes, then its bytes (C2SP tlog-tiles, "Log entries"). */
import { LONGEST_ENTRY } from './entry';
import { Unreadable } from './unreadable';

const LENGTH_BYTES = 2;

/** @throws RangeError on an entry above 65,535 bytes */
export function formatBundle(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      if (entry.length > LONGEST_ENTRY) throw new RangeError(`an entry of ${entry.length} bytes`);
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}

/**
 * @param width how many entries it holds, by its address
 * @returns views on the bytes, not copies
 * @throws Unreadable when it holds more, fewer, or part of one
 */
export function parseBundle(bytes: Buffer, width: number): Buffer[] {
  const entries: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const start = at + LENGTH_BYTES;
    if (start > bytes.length) throw new Unreadable('a bundle that ends within a length');
    at = start + bytes.readUInt16BE(at);
    if (at > bytes.length) throw new Unreadable('a bundle that ends within an entry');
    entries.push(bytes.subarray(start, at));
  }
  if (entries.length !== width) throw new Unreadable(`a bundle of ${entries.length} entries instead of ${width}`);
  return entries;
}

import { canonicalJson, type CanonicalValue } from '../../transparency/canonical-json';
import { type Entry, parseEntry } from '../../transparency/entry';
import { leafHash } from '../../transparency/leaf-hash';
import type { EntryRow } from './entry-row';

/**
 * `leaf`: the hash beside the entry is not its own. `unreadable`: the bytes are no entry in canonical form. `other`: they
 * speak of another event than the row does. `foreign`: of another register.
 */
export type EntryFault = 'leaf' | 'unreadable' | 'other' | 'foreign';

/** @param origin of this register */
export function examineEntry(row: EntryRow, origin: string): { faults: EntryFault[]; entry: Entry | null } {
  const faults: EntryFault[] = leafHash(row.entry).equals(row.leaf) ? [] : ['leaf'];
  const entry = readCanonical(row.entry);
  if (!entry) return { faults: [...faults, 'unreadable'], entry };
  const same =
    entry.id === row.id &&
    entry.stream === row.stream &&
    entry.rev === row.rev &&
    entry.type === row.type &&
    Date.parse(entry.at) === row.at;
  if (!same) faults.push('other');
  if (entry.log !== origin) faults.push('foreign');
  return { faults, entry };
}

function readCanonical(bytes: Buffer): Entry | null {
  let canonical: string;
  let entry: Entry;
  try {
    entry = parseEntry(bytes);
    canonical = canonicalJson(entry as unknown as CanonicalValue);
  } catch {
    // The reason would quote the bytes; that they cannot be read is all there is to tell.
    return null;
  }
  const complete = typeof entry === 'object' && entry !== null && typeof entry.sealed === 'object' && entry.sealed;
  return complete && Buffer.from(canonical).equals(bytes) ? entry : null;
}

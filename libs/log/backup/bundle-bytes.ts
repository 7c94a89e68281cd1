/** What stands in the files of a bundle, read back. Integers are big-endian. */
import type { Label } from '@fil/facts/codes/label';
import { BackupDamaged } from './backup-refused';

const NONE = 0xffff_ffff;

/** What is kept beside an entry, outside its hash. */
export interface Beside {
  /** `o`, `c`, or `-` for none. */
  readonly visibility: string;
  readonly correlation: string | null;
  /** Openings of the event, as the vault keeps them; null when it has none. */
  readonly sheet: Buffer | null;
}

const SHORT: Label = {
  fr: 'le fichier finit au milieu d’une inscription.',
  en: 'the file ends in the middle of an entry.',
};

/** `uint16 length ‖ bytes` for each entry (04 §1.8). @throws BackupDamaged */
export function entriesIn(file: string, bytes: Buffer, firstIndex: number): Buffer[] {
  const entries: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = at + 2 <= bytes.length ? at + 2 + bytes.readUInt16BE(at) : Infinity;
    if (end > bytes.length) throw BackupDamaged.entry(file, firstIndex + entries.length, SHORT);
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return entries;
}

/**
 * For each entry: visibility (1 byte), then correlation and sheet, each `uint32 length ‖ bytes` with 2³² − 1 for none.
 *
 * @throws BackupDamaged
 */
export function besideIn(file: string, bytes: Buffer, firstIndex: number): Beside[] {
  const found: Beside[] = [];
  let at = 0;
  const part = (): Buffer | null => {
    const length = at + 4 <= bytes.length ? bytes.readUInt32BE(at) : bytes.length;
    at += 4;
    if (length === NONE) return null;
    at += length;
    if (at > bytes.length) throw BackupDamaged.entry(file, firstIndex + found.length, SHORT);
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const visibility = String.fromCharCode(bytes[at++]!);
    found.push({ visibility, correlation: part()?.toString('utf8') ?? null, sheet: part() });
  }
  return found;
}

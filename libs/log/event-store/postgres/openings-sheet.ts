/**
 * All openings of one event as bytes, so that an append writes one row for them.
 *
 * Sheet: u8 number of subjects, then each subject (u8 length, UTF-8); then each opening:
 * u8 audience · u8 subject (0 none, else its place) · u8 length of the path · path · 32 bytes commitment ·
 * u32 length of the content (2³² − 1: erased) · content. Integers are big-endian. `vault.without` in the database
 * reads the same form.
 */
import { AUDIENCES } from '@fil/facts/kit/sealed-fields';
import type { StoredOpening } from '../../vault/vault-store.port';
import type { Opening } from '../event-store.port';

const COMMITMENT_BYTES = 32;
const ERASED = 0xffff_ffff;

/** @throws RangeError when a path or a subject has more than 255 bytes. */
export function packOpenings(openings: readonly Opening[]): Buffer {
  const subjects: string[] = [];
  let length = 1;
  for (const { path, content, subject } of openings) {
    length += 3 + Buffer.byteLength(path) + COMMITMENT_BYTES + 4 + content.length;
    if (subject !== null && !subjects.includes(subject)) {
      subjects.push(subject);
      length += 1 + Buffer.byteLength(subject);
    }
  }
  const sheet = Buffer.allocUnsafe(length);
  let at = sheet.writeUInt8(subjects.length, 0);
  for (const subject of subjects) {
    const written = sheet.write(subject, at + 1);
    sheet.writeUInt8(written, at);
    at += 1 + written;
  }
  for (const { path, commitment, content, audience, subject } of openings) {
    sheet[at++] = AUDIENCES.indexOf(audience);
    sheet[at++] = subject === null ? 0 : subjects.indexOf(subject) + 1;
    const written = sheet.write(path, at + 1);
    sheet.writeUInt8(written, at);
    at += 1 + written;
    at += commitment.copy(sheet, at, 0, COMMITMENT_BYTES);
    at = sheet.writeUInt32BE(content.length, at);
    at += content.copy(sheet, at);
  }
  return sheet;
}

/** Whose words are on a sheet. */
export const subjectsOn = (sheet: Buffer): readonly string[] => readSubjects(sheet).subjects;

function readSubjects(sheet: Buffer): { readonly subjects: readonly string[]; readonly end: number } {
  const subjects: string[] = [];
  let at = 1;
  for (let n = sheet[0]!; n > 0; n--) {
    const end = at + 1 + sheet[at]!;
    subjects.push(sheet.toString('utf8', at + 1, end));
    at = end;
  }
  return { subjects, end: at };
}

/** @param keys of the subjects on it; one that is not there is gone */
export function unpackOpenings(
  eventId: string,
  sheet: Buffer,
  keys: ReadonlyMap<string, Buffer | null>,
): StoredOpening[] {
  const { subjects, end } = readSubjects(sheet);
  let at = end;
  const openings: StoredOpening[] = [];
  while (at < sheet.length) {
    const audience = AUDIENCES[sheet[at]!]!;
    const place = sheet[at + 1]!;
    const pathEnd = at + 3 + sheet[at + 2]!;
    const path = sheet.toString('utf8', at + 3, pathEnd);
    const lengthAt = pathEnd + COMMITMENT_BYTES;
    const length = sheet.readUInt32BE(lengthAt);
    at = lengthAt + 4 + (length === ERASED ? 0 : length);
    const subject = place === 0 ? null : subjects[place - 1]!;
    openings.push({
      eventId,
      path,
      commitment: sheet.subarray(pathEnd, lengthAt),
      content: length === ERASED ? null : sheet.subarray(lengthAt + 4, at),
      audience,
      subject,
      key: subject === null ? null : (keys.get(subject) ?? null),
    });
  }
  return openings;
}

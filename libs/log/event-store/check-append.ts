import { isUtf8 } from 'node:buffer';
import { LONGEST_ENTRY } from '../transparency/entry';
import type { Append } from './event-store.port';
import { isUuid } from '../transparency/entry-forms';

/**
 * What no adapter may store, whoever asks: an entry whose bytes name another stream, type or revision would be wrong
 * for ever. Reads the bytes only where canonical form puts these fields; a full parse would cost as much as sealing.
 *
 * @throws TypeError: a mistake of the caller, nothing was written.
 */
export function checkAppend({ stream, expected, entries, mint }: Append): void {
  if (!/^[^\s\0]+$/.test(stream)) throw new TypeError(`"${stream}" is not the name of a stream`);
  if (!Number.isInteger(expected) || expected < 0) throw new TypeError(`${expected} is not a revision`);
  if (entries.length === 0) throw new TypeError('an append has at least one entry');
  if (mint && mint.key.length !== 32) throw new TypeError('a subject key has 32 bytes');
  for (let n = 0; n < entries.length; n++) {
    const { id, type, at, bytes } = entries[n]!;
    if (!isUuid(id)) throw new TypeError(`"${id}" is not the id of an event`);
    if (bytes.length === 0 || bytes.length > LONGEST_ENTRY) throw new TypeError(`an entry of ${bytes.length} bytes`);
    if (!isUtf8(bytes) || bytes.includes(0)) throw new TypeError(`the bytes of ${id} are not text`);
    if (Number.isNaN(Date.parse(at))) throw new TypeError(`"${at}" is not an instant`);
    const end = `,"stream":${JSON.stringify(stream)},"type":${JSON.stringify(type)},"v":1}`;
    const revision = `,"rev":${expected + 1 + n},"sealed":{`;
    if (bytes.toString('utf8', Math.max(0, bytes.length - Buffer.byteLength(end))) !== end || !bytes.includes(revision))
      throw new TypeError(`the bytes of ${id} do not say ${stream}, ${type}, revision ${expected + 1 + n}`);
  }
  if (entries.length > 1 && new Set(entries.map(({ id }) => id)).size < entries.length)
    throw new TypeError('two entries of one append have the same id');
}

/** Whose keys the append needs. */
export function subjectsOf({ entries, mint }: Append): string[] {
  const subjects = new Set<string>();
  if (mint) subjects.add(mint.subject);
  for (const { openings } of entries) for (const { subject } of openings) if (subject !== null) subjects.add(subject);
  return [...subjects];
}

/** Words under a key that was never minted could never be read. A mistake of the caller; nothing was written. */
export class KeyNeverMinted extends Error {
  constructor(readonly subject: string) {
    super(`${subject} has no key, and this append mints none`);
  }
}

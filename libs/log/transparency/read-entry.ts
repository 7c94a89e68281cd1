/** An entry as somebody reads it who trusts nobody. */
import { canonicalJson, type CanonicalValue } from './canonical-json';
import type { Entry } from './entry';
import { isInstant, isUuid } from './entry-forms';
import { Unreadable } from './unreadable';
import { fromUtf8 } from './utf8';

type Members = { readonly [key: string]: CanonicalValue | undefined };

const KEYS = 'actor at cause data id log occurredOn rev sealed stream type v';
/** Canonical base64 of 32 bytes: the last letter has two bits that are not used. */
const COMMITMENT = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;
const TYPE = /^[A-Za-z.]+\/[1-9]\d*$/;

/**
 * JSON in its canonical form (RFC 8785), which leaves no room for the same key twice.
 * @throws Unreadable
 */
export function readCanonicalJson(bytes: Uint8Array): CanonicalValue {
  const text = fromUtf8(bytes);
  let value: CanonicalValue;
  let canonical: string;
  try {
    value = JSON.parse(text) as CanonicalValue;
    if (isPlainlyCanonical(value, text)) return value;
    canonical = canonicalJson(value);
  } catch (error) {
    throw new Unreadable('not JSON of the admitted kind', { cause: error });
  }
  if (canonical !== text) throw new Unreadable('JSON not in its canonical form');
  return value;
}

/**
 * The same answer in half the time, for what nearly all entries are. False says nothing: numbers as names of keys, and
 * whatever is escaped by its number, are left to `canonicalJson`.
 */
const isPlainlyCanonical = (value: CanonicalValue, text: string): boolean =>
  JSON.stringify(value) === text && !text.includes('\\u') && isOrdered(value);

/** Whether keys stand in UTF-16 order, and numbers are those that are admitted. */
function isOrdered(value: CanonicalValue | undefined): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isOrdered);
  const keys = Object.keys(value);
  for (let n = 0; n < keys.length; n++) {
    if (n > 0 && keys[n - 1]! >= keys[n]!) return false;
    if (!isOrdered((value as Members)[keys[n]!])) return false;
  }
  return true;
}

export const isMembers = (value: CanonicalValue | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: CanonicalValue | undefined): value is string => typeof value === 'string' && value !== '';
const isTextOrNull = (value: CanonicalValue | undefined): value is string | null => value === null || isText(value);

/** @throws Unreadable unless these are the bytes of an entry, in form; whether they are true is another question */
export function readEntry(bytes: Uint8Array): Entry {
  const value = readCanonicalJson(bytes);
  // Canonical: the keys stand in order.
  if (!isMembers(value) || Object.keys(value).join(' ') !== KEYS) throw new Unreadable('not the keys of an entry');
  const { v, log, id, type, stream, rev, at, occurredOn, cause, actor, data, sealed } = value;
  const wrong = (key: string): never => {
    throw new Unreadable(`\`${key}\` of an entry has not its form`);
  };
  if (v !== 1) wrong('v');
  if (!isText(log)) wrong('log');
  if (!isText(id) || !isUuid(id)) wrong('id');
  if (!isText(type) || !TYPE.test(type)) wrong('type');
  if (!isText(stream)) wrong('stream');
  if (typeof rev !== 'number' || rev < 1) wrong('rev');
  if (!isText(at) || !isInstant(at)) wrong('at');
  if (!isTextOrNull(occurredOn)) wrong('occurredOn');
  if (!isTextOrNull(cause)) wrong('cause');
  if (!isMembers(actor) || Object.keys(actor).join(' ') !== 'body role') wrong('actor');
  else if (!isText(actor.role) || !isTextOrNull(actor.body)) wrong('actor');
  if (!isMembers(data)) wrong('data');
  if (!isMembers(sealed)) wrong('sealed');
  else for (const [path, commitment] of Object.entries(sealed)) requireCommitment(path, commitment);
  return value as unknown as Entry;
}

function requireCommitment(path: string, commitment: CanonicalValue | undefined): void {
  // The path is a line of what is committed to.

  if (!path.startsWith('/') || /[\u0000-\u001f]/.test(path)) throw new Unreadable('not the path of a sealed field');
  if (!isText(commitment) || !COMMITMENT.test(commitment)) throw new Unreadable('not a commitment');
}

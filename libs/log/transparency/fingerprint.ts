/** Leaf hashes for the eye: Crockford's base32, without letters that are taken for others (04 §3.7). */
import { HASH_BYTES } from './hashing';
import { isCount } from './tree-head';
import { Unreadable } from './unreadable';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Values 32 to 36, which only a check character has. */
const CHECK_LETTERS = `${LETTERS}*~$=U`;
const FINGERPRINT_LETTERS = 52;
const LOCATOR_LETTERS = 8;

/** Five bits a letter, from the first bit; the last letter is filled up with zeros. */
function base32(bytes: Uint8Array, letters: number): string {
  let text = '';
  for (let n = 0; n < letters; n++) {
    const at = n * 5;
    const pair = (bytes[at >>> 3]! << 8) | (bytes[(at >>> 3) + 1] ?? 0);
    text += LETTERS[(pair >>> (11 - (at & 7))) & 31]!;
  }
  return text;
}

const inFours = (text: string): string => text.match(/.{1,4}/g)!.join('-');

/** The whole hash as 52 letters in groups of four: what is compared by eye, and evidence. @param leaf 32 bytes */
export function fingerprint(leaf: Uint8Array): string {
  if (leaf.length !== HASH_BYTES) throw new TypeError('a leaf hash has 32 bytes');
  return inFours(base32(leaf, FINGERPRINT_LETTERS));
}

/** What people type: lower case, missing dashes, and O for 0, I or L for 1. */
const asTyped = (text: string): string =>
  text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

/** @returns the leaf hash, 32 bytes @throws Unreadable */
export function parseFingerprint(text: string): Buffer {
  const letters = asTyped(text);
  if (letters.length !== FINGERPRINT_LETTERS || [...letters].some((letter) => !LETTERS.includes(letter))) {
    throw new Unreadable('a fingerprint has 52 letters and digits');
  }
  const value = [...letters].reduce((sum, letter) => sum * 32n + BigInt(LETTERS.indexOf(letter)), 0n);
  const leaf = Buffer.from((value >> 4n).toString(16).padStart(2 * HASH_BYTES, '0'), 'hex');
  if (fingerprint(leaf).replaceAll('-', '') !== letters) throw new Unreadable('not the fingerprint of a hash');
  return leaf;
}

export interface Locator {
  /** From 0. */
  readonly index: number;
  /** The first eight letters of the fingerprint. */
  readonly letters: string;
}

const checkLetter = (letters: string): string =>
  CHECK_LETTERS[[...letters].reduce((rest, letter) => (rest * 32 + LETTERS.indexOf(letter)) % 37, 0)]!;

/** `259-ZZAC-J1V6Q`: finds an entry and proves nothing. The last letter is Crockford's check of the eight before it. */
export function locator(index: number, leaf: Uint8Array): string {
  const letters = base32(leaf, LOCATOR_LETTERS);
  return `${index}-${inFours(letters)}${checkLetter(letters)}`;
}

/** @throws Unreadable on a slip of the pen, too */
export function parseLocator(text: string): Locator {
  const [, digits, rest] = /^\s*(\d{1,16})\s*-(.*)$/s.exec(text) ?? [];
  const typed = asTyped(rest ?? '');
  const letters = typed.slice(0, LOCATOR_LETTERS);
  const isWhole = typed.length === LOCATOR_LETTERS + 1 && [...letters].every((letter) => LETTERS.includes(letter));
  if (digits === undefined || !isWhole || !isCount(Number(digits))) {
    throw new Unreadable('a locator is a number, eight letters and a check letter');
  }
  if (checkLetter(letters) !== typed.at(-1)) throw new Unreadable('a letter of the locator is wrong');
  return { index: Number(digits), letters };
}

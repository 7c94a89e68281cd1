/**
 * The author's key (02 §2.2): 20 letters of Crockford's base 32, 100 random bits, shown once to whoever deposits. The
 * register keeps its SHA-256 only.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Without I, L, O and U: nothing that is mistaken for another when read aloud or copied by hand. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 20;
const GROUP = 4;
const KEY = new RegExp(`^[${LETTERS}]{${LENGTH}}$`);

/** A new key: random, and nowhere but in the hands of who deposits. */
export function newAuthorKey(): string {
  // 256 is a multiple of 32: each letter is equally likely.
  return Array.from(randomBytes(LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** In groups of four letters, as it is printed and read aloud. */
export const inGroups = (key: string): string => key.match(new RegExp(`.{${GROUP}}`, 'g'))!.join('-');

/** The 20 letters of what somebody typed, or null. Case, spaces and hyphens do not matter; O is 0, I and L are 1. */
export function normalisedAuthorKey(typed: string): string | null {
  const key = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return KEY.test(key) ? key : null;
}

/** @param key its 20 letters */
export const authorKeyDigest = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Compares in constant time. @param digest what the register keeps */
export const opensWith = (key: string, digest: string): boolean =>
  timingSafeEqual(Buffer.from(authorKeyDigest(key), 'hex'), Buffer.from(digest, 'hex'));

/** The key in a command of its author's. */
export const authorKeyInput = z
  .string()
  .max(100)
  .refine((typed) => normalisedAuthorKey(typed) !== null, { error: 'authorKey' })
  .transform((typed) => normalisedAuthorKey(typed)!);

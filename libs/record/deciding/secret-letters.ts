/**
 * Secrets that people copy by hand: 20 letters of Crockford's base 32, 100 random bits. The register keeps their SHA-256
 * only.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Without I, L, O and U: nothing that is mistaken for another when read aloud or copied by hand. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 20;
const GROUP = 4;
const SECRET = new RegExp(`^[${LETTERS}]{${LENGTH}}$`);

/** A new secret: random, and nowhere but in the hands of who is told it. */
export function newSecretLetters(): string {
  // 256 is a multiple of 32: each letter is equally likely.
  return Array.from(randomBytes(LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** In groups of four letters, as it is printed and read aloud. */
export const inGroups = (secret: string): string => secret.match(new RegExp(`.{${GROUP}}`, 'g'))!.join('-');

/** The 20 letters of what somebody typed, or null. Case, spaces and hyphens do not matter; O is 0, I and L are 1. */
export function normalisedLetters(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return SECRET.test(letters) ? letters : null;
}

/** @param secret its 20 letters */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Compares in constant time. @param digest what the register keeps */
export const opensWith = (secret: string, digest: string): boolean =>
  timingSafeEqual(Buffer.from(digestOf(secret), 'hex'), Buffer.from(digest, 'hex'));

/** A secret in a command. @param error name of the message that says what it should be */
export const secretLettersInput = (error: string) =>
  z
    .string()
    .max(100)
    .refine((typed) => normalisedLetters(typed) !== null, { error })
    .transform((typed) => normalisedLetters(typed)!);

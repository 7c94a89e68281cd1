/**
 * Keys as notes name them (C2SP signed-note, "Verifier keys"), of the two types that are accepted here: Ed25519 for the
 * log, timestamped Ed25519 for witnesses. Signing keys are written as golang.org/x/mod/sumdb/note writes them.
 */
import { fromBase64, toBase64 } from './base64';
import { ED25519_KEY_BYTES, ed25519Signing, ed25519Verifying, isLowOrderKey, newSeed, publicKeyOf } from './ed25519';
import { sha256 } from './hashing';
import { Unreadable } from './unreadable';

/** Ed25519 over the text of the note: the log, and its promises. */
export const NOTE_KEY = 0x01;
/** Ed25519 over the text and a time: witnesses (C2SP tlog-cosignature). */
export const COSIGNATURE_KEY = 0x04;
export type KeyType = typeof NOTE_KEY | typeof COSIGNATURE_KEY;

export interface VerifierKey {
  /** By convention an address without its scheme. That of a log is its origin. */
  readonly name: string;
  readonly type: KeyType;
  /** 8 hexadecimal digits. It finds the key and proves nothing. */
  readonly keyId: string;
  /** 32 bytes. */
  readonly publicKey: Buffer;
}

export interface SigningKey extends VerifierKey {
  /** Secret, 32 bytes. */
  readonly seed: Buffer;
}

/** Makes one kind of signature. */
export interface Signer {
  readonly name: string;
  readonly keyId: string;
  /** @param text of the note, UTF-8 @returns what stands behind the key id in a signature line */
  sign(text: Uint8Array): Buffer;
}

/** Checks one kind of signature. */
export interface Verifier {
  readonly name: string;
  readonly keyId: string;
  verify(text: Uint8Array, signature: Uint8Array): boolean;
}

/** Not empty, without white space (of Unicode), `+` or control characters. */
export const isKeyName = (name: string): boolean =>
  name !== '' && name.isWellFormed() && !/[\p{White_Space}+\u0000-\u001f]/u.test(name);

/** The first four bytes of SHA-256(name LF type public key), as 8 hexadecimal digits. */
export const keyId = (name: string, type: KeyType, publicKey: Uint8Array): string =>
  sha256(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(type), publicKey]))
    .subarray(0, 4)
    .toString('hex');

function requireKeyName(name: string): void {
  if (!isKeyName(name)) throw new Unreadable('not a name of a key');
}

/** Type and key, as the base64 part of both forms carries them. */
function typeAndKey(text: string): { type: KeyType; key: Buffer } {
  const bytes = fromBase64(text);
  const type = bytes[0];
  if (type !== NOTE_KEY && type !== COSIGNATURE_KEY) throw new Unreadable('a key of a type that is not accepted');
  if (bytes.length !== 1 + ED25519_KEY_BYTES) throw new Unreadable('an Ed25519 key has 32 bytes');
  return { type, key: bytes.subarray(1) };
}

/**
 * @param text `<name>+<key id>+<base64>`; the base64 may hold further `+`
 * @throws Unreadable also when the id is not that of the name and the key
 */
export function parseVkey(text: string): VerifierKey {
  const [, name, id, base64] = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/s.exec(text) ?? [];
  if (name === undefined || id === undefined || base64 === undefined) throw new Unreadable('not a verifier key');
  requireKeyName(name);
  const { type, key } = typeAndKey(base64);
  if (isLowOrderKey(key)) throw new Unreadable('a key with which one signature is over many texts');
  if (keyId(name, type, key) !== id) throw new Unreadable('the id of the key is not that of its name and bytes');
  return { name, type, keyId: id, publicKey: key };
}

export const formatVkey = ({ name, type, keyId: id, publicKey }: VerifierKey): string =>
  `${name}+${id}+${toBase64(Buffer.concat([Buffer.of(type), publicKey]))}`;

/** @throws Unreadable when the name is none */
export function signingKey(name: string, type: KeyType, seed: Buffer): SigningKey {
  requireKeyName(name);
  const publicKey = publicKeyOf(seed);
  return { name, type, keyId: keyId(name, type, publicKey), publicKey, seed };
}

/** @throws Unreadable when the name is none */
export const newSigningKey = (name: string, type: KeyType): SigningKey => signingKey(name, type, newSeed());

/** Secret: `PRIVATE+KEY+<name>+<key id>+<base64>`. */
export const formatSigningKey = ({ name, type, keyId: id, seed }: SigningKey): string =>
  `PRIVATE+KEY+${name}+${id}+${toBase64(Buffer.concat([Buffer.of(type), seed]))}`;

/** @throws Unreadable also when the id is not that of the name and the key; never with the secret in its message */
export function parseSigningKey(text: string): SigningKey {
  const [, name, id, base64] = /^PRIVATE\+KEY\+([^+]*)\+([0-9a-f]{8})\+(.*)$/s.exec(text) ?? [];
  if (name === undefined || id === undefined || base64 === undefined) throw new Unreadable('not a signing key');
  const { type, key: seed } = typeAndKey(base64);
  const key = signingKey(name, type, seed);
  if (key.keyId !== id) throw new Unreadable('the id of the key is not that of its name and bytes');
  return key;
}

function requireType(key: VerifierKey, type: KeyType): void {
  if (key.type !== type) throw new TypeError(`${key.name} is a key of another type`);
}

/** @throws TypeError for a witness's key: see `cosignatureVerifier` */
export function noteVerifier(key: VerifierKey): Verifier {
  requireType(key, NOTE_KEY);
  return { name: key.name, keyId: key.keyId, verify: ed25519Verifying(key.publicKey) };
}

/** @throws TypeError for a witness's key: see `cosigner` */
export function noteSigner(key: SigningKey): Signer {
  requireType(key, NOTE_KEY);
  return { name: key.name, keyId: key.keyId, sign: ed25519Signing(key.seed) };
}

/** Ed25519 (RFC 8032) with keys as the 32 bytes that C2SP texts carry. Signing is deterministic; a signature has 64 bytes. */
import { createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto';

export const ED25519_KEY_BYTES = 32;
export const ED25519_SIGNATURE_BYTES = 64;

// What stands before the 32 bytes in DER: RFC 8410 §4 and §7.
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The points of low order, and the ways to write them that are not the shortest: y without the bit of the sign. */
const LOW_ORDER = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
];

/**
 * Keys for which one signature is over many texts (https://eprint.iacr.org/2020/823): whoever had one could sign a fork
 * and say that it was somebody else.
 */
export function isLowOrderKey(publicKey: Uint8Array): boolean {
  const y = Buffer.from(publicKey);
  y[ED25519_KEY_BYTES - 1]! &= 0x7f;
  return LOW_ORDER.includes(y.toString('hex'));
}

const privateKey = (seed: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });

/** The secret that a key is made from. */
export const newSeed = (): Buffer => randomBytes(ED25519_KEY_BYTES);

export const publicKeyOf = (seed: Uint8Array): Buffer =>
  createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);

/** Signs with the key that this seed makes. */
export function ed25519Signing(seed: Uint8Array): (message: Uint8Array) => Buffer {
  const key = privateKey(seed);
  return (message) => sign(null, message, key);
}

/** Tells whether a signature of this key is over exactly this message. */
export function ed25519Verifying(publicKey: Uint8Array): (message: Uint8Array, signature: Uint8Array) => boolean {
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
  return (message, signature) => signature.length === ED25519_SIGNATURE_BYTES && verify(null, message, key, signature);
}

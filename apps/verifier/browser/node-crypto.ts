/**
 * Stands for node:crypto in the page: of it, only what verifying needs, with the same signatures. The bundler puts it in
 * its place, so the page runs the very code the program runs. Whatever would sign is not here, and fails.
 */
import { Buffer } from './node-buffer';
import { ed25519Verify } from './ed25519-verify';
import { sha256 } from './sha256';

const bytesOf = (data: Uint8Array | string): Uint8Array =>
  typeof data === 'string' ? new TextEncoder().encode(data) : data;

function requireSha256(algorithm: string): void {
  if (algorithm !== 'sha256') throw new TypeError(`${algorithm} is not here`);
}

export function hash(algorithm: string, data: Uint8Array | string, encoding: 'buffer'): Buffer {
  requireSha256(algorithm);
  if (encoding !== 'buffer') throw new TypeError('only bytes are handed out');
  return Buffer.from(sha256(bytesOf(data)));
}

class Hash {
  private readonly pieces: Uint8Array[] = [];

  update(data: Uint8Array | string): this {
    this.pieces.push(bytesOf(data).slice());
    return this;
  }

  digest(): Buffer;
  digest(encoding: 'hex'): string;
  digest(encoding?: 'hex'): Buffer | string {
    const bytes = Buffer.from(sha256(Buffer.concat(this.pieces)));
    return encoding === undefined ? bytes : bytes.toString(encoding);
  }
}

export function createHash(algorithm: string): Hash {
  requireSha256(algorithm);
  return new Hash();
}

/** What stands before the 32 bytes of a key in DER: RFC 8410 §4. */
const SPKI_BYTES = 12;

class PublicKey {
  constructor(readonly bytes: Uint8Array) {}
}

export const createPublicKey = ({ key }: { readonly key: Uint8Array }): PublicKey =>
  new PublicKey(key.slice(SPKI_BYTES));

export const verify = (_algorithm: null, message: Uint8Array, key: PublicKey, signature: Uint8Array): boolean =>
  ed25519Verify(key.bytes, message, signature);

function notInThePage(): never {
  throw new TypeError('the page verifies and never signs');
}

export const createPrivateKey = notInThePage;
export const randomBytes = notInThePage;
export const sign = notInThePage;

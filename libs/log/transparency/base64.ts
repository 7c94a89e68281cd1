/** Base64 as RFC 4648 §4 has it: standard letters, with padding, and one spelling per value. */
import { HASH_BYTES } from './hashing';
import { Unreadable } from './unreadable';

export const toBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

/**
 * @throws Unreadable on any other spelling. `Buffer.from` alone passes over garbage, takes the letters for addresses and
 *   ignores pad bits, so that one signature would have many texts.
 */
export function fromBase64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new Unreadable('not canonical base64');
  return bytes;
}

/** @throws Unreadable on another spelling or another length */
export function hashFromBase64(text: string): Buffer {
  const bytes = fromBase64(text);
  if (bytes.length !== HASH_BYTES) throw new Unreadable(`a hash has ${HASH_BYTES} bytes, not ${bytes.length}`);
  return bytes;
}

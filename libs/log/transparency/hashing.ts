/** Nodes of the tree: RFC 6962 §2.1. Leaves are in `leaf-hash`. */
import { hash } from 'node:crypto';

export const HASH_BYTES = 32;

/** SHA-256, 32 bytes. */
export const sha256 = (bytes: Uint8Array | string): Buffer => hash('sha256', bytes, 'buffer');

/** Root of a tree without leaves: SHA-256 of nothing. Not to be changed: it is one buffer for all. */
export const EMPTY_ROOT: Buffer = sha256('');

// Written anew by each call, and one call instead of createHash/update/digest: twice as fast.
const NODE = Buffer.alloc(1 + 2 * HASH_BYTES);
NODE[0] = 1;

/**
 * SHA-256(0x01 ‖ left ‖ right), 32 bytes.
 * @param left 32 bytes, as `right`
 */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES) throw new TypeError('a node joins two hashes');
  NODE.set(left, 1);
  NODE.set(right, 1 + HASH_BYTES);
  return sha256(NODE);
}

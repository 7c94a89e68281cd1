import { createHash } from 'node:crypto';

const LEAF_PREFIX = Buffer.from([0]);

/** SHA-256(0x00 ‖ entry), 32 bytes: RFC 6962 §2.1. The prefix keeps a node from being passed off as an entry. */
export const leafHash = (entry: Uint8Array): Buffer => createHash('sha256').update(LEAF_PREFIX).update(entry).digest();

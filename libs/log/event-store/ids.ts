/** Identifiers: random in time order (v7), or derived so that a second try gives the same one (v8). */
import { createHash, createHmac } from 'node:crypto';
import { randomBytesFromPool } from './random-pool';

const format = (bytes: Buffer): string => {
  const hex = bytes.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
const stamp = (bytes: Buffer, version: number): string => {
  bytes[6] = (bytes[6]! & 0x0f) | (version << 4);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return format(bytes);
};

/** UUID version 7 (RFC 9562 §5.7). */
export function uuidV7(now = Date.now()): string {
  const bytes = randomBytesFromPool(16);
  bytes.writeUIntBE(now, 0, 6);
  return stamp(bytes, 7);
}

/** Id of the n-th event of a command: UUID version 8 from SHA-256(command id LF n), n from 0. */
export const derivedEventId = (commandId: string, n: number): string =>
  stamp(createHash('sha256').update(`${commandId}\n${n}`).digest(), 8);

/**
 * Id of an object with a source reference: UUID version 8 from HMAC-SHA-256(instance key, source LF type LF id).
 * The key keeps others from telling which source reference an id stands for.
 */
export const derivedObjectId = (instanceKey: Buffer, source: string, type: string, id: string): string =>
  stamp(createHmac('sha256', instanceKey).update(`${source}\n${type}\n${id}`).digest(), 8);

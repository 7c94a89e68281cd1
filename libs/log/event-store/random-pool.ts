import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 16_384;
let pool = Buffer.allocUnsafeSlow(POOL_BYTES);
let drawn = POOL_BYTES;

/** Random bytes, each given out once. Drawn many at a time: a call to the system for each salt would cost more than its hash. */
export function randomBytesFromPool(bytes: number): Buffer {
  if (drawn + bytes > pool.length) {
    // A new buffer, not the old one filled again: what was handed out stays as it is.
    pool = randomFillSync(Buffer.allocUnsafeSlow(POOL_BYTES));
    drawn = 0;
  }
  return pool.subarray(drawn, (drawn += bytes));
}

/** SHA-256 (FIPS 180-4), for the page: browsers have one, but only one that answers later. */
import { merkleDamgard, primes, rootBits } from './merkle-damgard';

const K = Uint32Array.from(primes(64), (prime) => Number(rootBits(prime, 3, 32)));
const START = Uint32Array.from(primes(8), (prime) => Number(rootBits(prime, 2, 32)));

const rotated = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** 32 bytes. */
export function sha256(message: Uint8Array): Uint8Array {
  const state = START.slice();
  const w = new Uint32Array(64);
  merkleDamgard(message, 64, (block) => {
    for (let t = 0; t < 16; t++) w[t] = block.getUint32(4 * t);
    for (let t = 16; t < 64; t++) {
      const [before2, before15] = [w[t - 2]!, w[t - 15]!];
      const s1 = rotated(before2, 17) ^ rotated(before2, 19) ^ (before2 >>> 10);
      const s0 = rotated(before15, 7) ^ rotated(before15, 18) ^ (before15 >>> 3);
      w[t] = s1 + w[t - 7]! + s0 + w[t - 16]!;
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
    for (let t = 0; t < 64; t++) {
      const s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[t]! + w[t]!) | 0;
      const s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, n) => (state[n]! += word));
  });
  const hash = new DataView(new ArrayBuffer(32));
  state.forEach((word, n) => hash.setUint32(4 * n, word));
  return new Uint8Array(hash.buffer);
}

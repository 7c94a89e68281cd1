/** SHA-512 (FIPS 180-4), which Ed25519 rests on. With BigInt: a signature hashes a few hundred bytes. */
import { merkleDamgard, primes, rootBits } from './merkle-damgard';

const K = primes(80).map((prime) => rootBits(prime, 3, 64));
const START = primes(8).map((prime) => rootBits(prime, 2, 64));

const cut = (value: bigint): bigint => BigInt.asUintN(64, value);
const rotated = (word: bigint, by: bigint): bigint => (word >> by) | cut(word << (64n - by));

/** 64 bytes. */
export function sha512(message: Uint8Array): Uint8Array {
  const state = [...START];
  const w: bigint[] = [];
  merkleDamgard(message, 128, (block) => {
    for (let t = 0; t < 16; t++) w[t] = block.getBigUint64(8 * t);
    for (let t = 16; t < 80; t++) {
      const [before2, before15] = [w[t - 2]!, w[t - 15]!];
      const s1 = rotated(before2, 19n) ^ rotated(before2, 61n) ^ (before2 >> 6n);
      const s0 = rotated(before15, 1n) ^ rotated(before15, 8n) ^ (before15 >> 7n);
      w[t] = cut(s1 + w[t - 7]! + s0 + w[t - 16]!);
    }
    let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
    for (let t = 0; t < 80; t++) {
      const s1 = rotated(e, 14n) ^ rotated(e, 18n) ^ rotated(e, 41n);
      const t1 = h + s1 + ((e & f) ^ (cut(~e) & g)) + K[t]! + w[t]!;
      const s0 = rotated(a, 28n) ^ rotated(a, 34n) ^ rotated(a, 39n);
      const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, cut(d + t1), c, b, a, cut(t1 + t2)];
    }
    [a, b, c, d, e, f, g, h].forEach((word, n) => (state[n] = cut(state[n]! + word)));
  });
  const hash = new DataView(new ArrayBuffer(64));
  state.forEach((word, n) => hash.setBigUint64(8 * n, word));
  return new Uint8Array(hash.buffer);
}

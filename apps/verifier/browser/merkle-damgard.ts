/** What SHA-256 and SHA-512 have in common: padding, and where their constants come from. */

/** Hands on the padded message (FIPS 180-4 §5.1) a block at a time. @param width of a block in bytes, 64 or 128 */
export function merkleDamgard(message: Uint8Array, width: number, compress: (block: DataView) => void): void {
  const length = width / 8;
  const padded = new Uint8Array(Math.ceil((message.length + 1 + length) / width) * width);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  // The length in bits takes 8 or 16 bytes, of which the last 8 are enough for what a page can hold.
  view.setBigUint64(padded.length - 8, BigInt(message.length) * 8n);
  for (let at = 0; at < padded.length; at += width) compress(new DataView(padded.buffer, at, width));
}

/** The first so many. */
export function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

/** The first bits of the fractional part of the square (2) or cube (3) root. */
export function rootBits(of: number, degree: 2 | 3, bits: number): bigint {
  const target = BigInt(of) << BigInt(degree * bits);
  let [low, high] = [0n, BigInt(of) << BigInt(bits)];
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** BigInt(degree) <= target) low = middle;
    else high = middle - 1n;
  }
  return BigInt.asUintN(bits, low);
}

/** Every way to change one bit. */
export function* bitFlips(bytes: Buffer, from = 0, to = bytes.length): Generator<Buffer> {
  for (let at = from; at < to; at++) {
    for (let bit = 0; bit < 8; bit++) {
      const flipped = Buffer.from(bytes);
      flipped[at]! ^= 1 << bit;
      yield flipped;
    }
  }
}

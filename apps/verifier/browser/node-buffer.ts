/**
 * Stands for Node's Buffer in the page: of it, only what libs/log/transparency uses, with the same results, leniency in
 * reading base64 included (what reads it compares with what it would have written).
 */
type Encoding = 'utf8' | 'hex' | 'base64' | 'latin1';

const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function fromHex(text: string): number[] {
  const bytes: number[] = [];
  for (let at = 0; /^[0-9a-fA-F]{2}$/.test(text.slice(at, at + 2)); at += 2) {
    bytes.push(Number.parseInt(text.slice(at, at + 2), 16));
  }
  return bytes;
}

function fromBase64(text: string): number[] {
  const bytes: number[] = [];
  let [bits, held] = [0, 0];
  for (const letter of text) {
    const value = STANDARD.indexOf(letter);
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 255);
    }
  }
  return bytes;
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const three = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = [18, 12, 6, 0].map((by) => STANDARD[(three >> by) & 63]);
    text += letters.slice(0, Math.min(4, bytes.length - at + 1)).join('');
  }
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

// Of its static side nothing is inherited: Buffer.from means something else than Uint8Array.from.
const Bytes = Uint8Array as unknown as new (
  source: number | ArrayBufferLike,
  offset?: number,
  length?: number,
) => Uint8Array;

export class Buffer extends Bytes {
  /** Makes Buffers, as a subclass does by itself. */
  declare subarray: (start?: number, end?: number) => Buffer;

  static from(
    source: string | ArrayBufferLike | ArrayLike<number>,
    encodingOrOffset?: Encoding | number,
    length?: number,
  ): Buffer {
    if (typeof source === 'string') return encoded(source, encodingOrOffset as Encoding | undefined);
    if (source instanceof ArrayBuffer) return new Buffer(source, encodingOrOffset as number | undefined, length);
    const bytes = source as ArrayLike<number>;
    const copy = new Buffer(bytes.length);
    copy.set(bytes);
    return copy;
  }

  static of(...bytes: number[]): Buffer {
    return Buffer.from(bytes);
  }

  static alloc(size: number): Buffer {
    return new Buffer(size);
  }

  static concat(parts: readonly Uint8Array[]): Buffer {
    const all = new Buffer(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  static byteLength(text: string): number {
    return new TextEncoder().encode(text).length;
  }

  override toString(encoding: Encoding = 'utf8'): string {
    switch (encoding) {
      case 'utf8':
        return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this);
      case 'hex':
        return Array.from(this, (byte) => byte.toString(16).padStart(2, '0')).join('');
      case 'base64':
        return toBase64(this);
      case 'latin1':
        return Array.from(this, (byte) => String.fromCharCode(byte)).join('');
    }
  }

  equals(other: Uint8Array): boolean {
    return this.length === other.length && this.every((byte, n) => byte === other[n]);
  }

  readUInt16BE(offset = 0): number {
    return this.view().getUint16(offset);
  }

  /** @param length in bytes, at most 6: larger numbers are not exact */
  readUIntBE(offset: number, length: number): number {
    return this.subarray(offset, offset + length).reduce((value, byte) => value * 256 + byte, 0);
  }

  readBigUInt64BE(offset = 0): bigint {
    return this.view().getBigUint64(offset);
  }

  private view(): DataView {
    return new DataView(this.buffer, this.byteOffset, this.byteLength);
  }
}

function encoded(text: string, encoding: Encoding = 'utf8'): Buffer {
  switch (encoding) {
    case 'utf8':
      return Buffer.from(new TextEncoder().encode(text));
    case 'hex':
      return Buffer.from(fromHex(text));
    case 'base64':
      return Buffer.from(fromBase64(text));
    case 'latin1':
      return Buffer.from(Array.from(text, (letter) => letter.charCodeAt(0) & 255));
  }
}

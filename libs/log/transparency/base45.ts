/** Base45, for QR codes in alphanumeric mode: RFC 9285. */
import { Unreadable } from './unreadable';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const isPair = at + 1 < bytes.length;
    let value = isPair ? bytes[at]! * 256 + bytes[at + 1]! : bytes[at]!;
    for (let n = 0; n < (isPair ? 3 : 2); n++) {
      text += LETTERS[value % 45]!;
      value = Math.floor(value / 45);
    }
  }
  return text;
}

/** @throws Unreadable */
export function fromBase45(text: string): Buffer {
  if (text.length % 3 === 1) throw new Unreadable('base45 that is cut off');
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const values = [...text.slice(at, at + 3)].map((letter) => LETTERS.indexOf(letter));
    const value = values.reduceRight((sum, digit) => sum * 45 + digit, 0);
    if (values.includes(-1) || value > (values.length === 3 ? 0xffff : 0xff)) throw new Unreadable('not base45');
    if (values.length === 3) bytes.push(value >>> 8);
    bytes.push(value & 0xff);
  }
  return Buffer.from(bytes);
}

/** The part of ASN.1's distinguished encoding (X.690 §10) that time stamps need. */
import { Unreadable } from '../transparency/unreadable';

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
  /** [0], with another value inside. */
  inside: 0xa0,
} as const;

export function der(tag: number, ...contents: Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.of(tag), derLength(content.length), content]);
}

function derLength(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length);
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  const significant = bytes.subarray(bytes.findIndex((byte) => byte !== 0));
  return Buffer.concat([Buffer.of(0x80 | significant.length), significant]);
}

/** Not negative, in the fewest bytes. */
export function derInteger(value: bigint): Buffer {
  const digits = value.toString(16);
  const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
  return der(TAG.integer, bytes[0]! >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes);
}

/** @param oid in hexadecimal, encoded */
export const derOid = (oid: string): Buffer => der(TAG.oid, Buffer.from(oid, 'hex'));

/** Reads values one after another. Whatever is not as it must be ends the reading. */
export class DerReader {
  private at = 0;

  constructor(private readonly bytes: Buffer) {}

  get ended(): boolean {
    return this.at === this.bytes.length;
  }

  /** Whether a value with this tag is next. */
  isNext(tag: number): boolean {
    return this.bytes[this.at] === tag;
  }

  /** The content of the next value. @throws Unreadable */
  read(tag: number): Buffer {
    return this.next(tag).content;
  }

  /** The next value, with its tag and its length. @throws Unreadable */
  readWhole(tag: number): Buffer {
    return this.next(tag).whole;
  }

  /** What stands inside the next value. @throws Unreadable */
  open(tag: number): DerReader {
    return new DerReader(this.read(tag));
  }

  /** @throws Unreadable also for a negative one */
  integer(): bigint {
    const bytes = this.read(TAG.integer);
    if (bytes.length === 0 || bytes[0]! >= 0x80) throw new Unreadable('not a number from 0 on');
    if (bytes.length > 1 && bytes[0] === 0 && bytes[1]! < 0x80) throw new Unreadable('a number with a useless zero');
    return BigInt(`0x${bytes.toString('hex')}`);
  }

  /** In hexadecimal, encoded. @throws Unreadable */
  oid(): string {
    return this.read(TAG.oid).toString('hex');
  }

  /** @throws Unreadable when something is left */
  end(): void {
    if (!this.ended) throw new Unreadable('more than there should be');
  }

  private next(tag: number): { content: Buffer; whole: Buffer } {
    const start = this.at;
    if (this.bytes[start] !== tag) throw new Unreadable(`not a value of type ${tag} at byte ${start}`);
    const { length, from } = this.length(start + 1);
    if (from + length > this.bytes.length) throw new Unreadable('a value that is cut off');
    this.at = from + length;
    return { content: this.bytes.subarray(from, this.at), whole: this.bytes.subarray(start, this.at) };
  }

  private length(at: number): { length: number; from: number } {
    const first = this.bytes[at];
    if (first === undefined) throw new Unreadable('a value that is cut off');
    if (first < 0x80) return { length: first, from: at + 1 };
    const count = first & 0x7f;
    if (count === 0 || count > 4 || at + 1 + count > this.bytes.length) throw new Unreadable('not a length');
    const length = this.bytes.readUIntBE(at + 1, count);
    if (!derLength(length).equals(this.bytes.subarray(at, at + 1 + count)))
      throw new Unreadable('a length spelled otherwise');
    return { length, from: at + 1 + count };
  }
}

/**
 * That an entry was logged, small enough for a QR code: the hash of the entry instead of the entry, binary, in base45
 * (04 §3.7.5). Nothing needs to be fetched to check it. Integers are big-endian:
 *
 * version 1 (1) · length of origin (1) · origin · index (6) · leaf hash (32) · size (6) · root (32) · number of hashes (1) ·
 * path (32 each) · number of signatures (1) · signatures
 *
 * A signature: length of name (1; 0 when it is the origin) · name · key id (4) · length (1) · signature.
 */
import { fromBase45, toBase45 } from './base45';
import { formatCheckpoint } from './checkpoint';
import { HASH_BYTES } from './hashing';
import { formatSignatureLine, type NoteSignature } from './signed-note';
import type { TlogProof } from './tlog-proof';
import type { TreeHead } from './tree-head';
import { Unreadable } from './unreadable';
import { fromUtf8 } from './utf8';

const VERSION = 1;
const COUNT_BYTES = 6;
const KEY_ID_BYTES = 4;

/** What a receipt proves, without its entry. */
export interface QrPayload {
  readonly leaf: Buffer;
  readonly index: number;
  readonly path: readonly Buffer[];
  readonly checkpoint: TreeHead & { readonly origin: string };
  /** Of the log, then those of witnesses that there is room for. */
  readonly signatures: readonly NoteSignature[];
}

/** @returns letters of the alphanumeric mode of QR codes @throws RangeError when a part is too long */
export function formatQrPayload({ leaf, index, path, checkpoint, signatures }: QrPayload): string {
  const { origin, size, root } = checkpoint;
  const parts = [
    Buffer.of(VERSION),
    withLength(Buffer.from(origin)),
    count(index),
    leaf,
    count(size),
    root,
    byte(path.length),
    ...path,
    byte(signatures.length),
  ];
  for (const { name, keyId, signature } of signatures) {
    parts.push(withLength(Buffer.from(name === origin ? '' : name)), Buffer.from(keyId, 'hex'), withLength(signature));
  }
  return toBase45(Buffer.concat(parts));
}

function byte(value: number): Buffer {
  if (value > 255) throw new RangeError('too long for a QR code');
  return Buffer.of(value);
}

const withLength = (bytes: Buffer): Buffer => Buffer.concat([byte(bytes.length), bytes]);

function count(value: number): Buffer {
  const bytes = Buffer.alloc(COUNT_BYTES);
  bytes.writeUIntBE(value, 0, COUNT_BYTES);
  return bytes;
}

/** @throws Unreadable */
export function parseQrPayload(text: string): QrPayload {
  const rest = new Reading(fromBase45(text));
  if (rest.byte() !== VERSION) throw new Unreadable('a QR code of another kind or version');
  const origin = fromUtf8(rest.withLength());
  const index = rest.count();
  const leaf = rest.take(HASH_BYTES);
  const size = rest.count();
  const root = rest.take(HASH_BYTES);
  const path = rest.several(() => rest.take(HASH_BYTES));
  const signatures = rest.several((): NoteSignature => {
    const name = fromUtf8(rest.withLength());
    const keyId = rest.take(KEY_ID_BYTES).toString('hex');
    return { name: name === '' ? origin : name, keyId, signature: rest.withLength() };
  });
  rest.end();
  return { leaf, index, path, checkpoint: { origin, size, root }, signatures };
}

/** To be checked with `verifyTlogProof` and the payload's leaf. */
export const proofOfQrPayload = ({ index, path, checkpoint, signatures }: QrPayload): TlogProof => ({
  extra: null,
  index,
  path,
  checkpoint: `${formatCheckpoint(checkpoint)}\n${signatures.map(formatSignatureLine).join('')}`,
});

class Reading {
  private at = 0;
  constructor(private readonly bytes: Buffer) {}

  take(length: number): Buffer {
    const end = this.at + length;
    if (end > this.bytes.length) throw new Unreadable('a QR code that is cut off');
    const taken = this.bytes.subarray(this.at, end);
    this.at = end;
    return taken;
  }

  byte(): number {
    return this.take(1)[0]!;
  }

  count(): number {
    return this.take(COUNT_BYTES).readUIntBE(0, COUNT_BYTES);
  }

  withLength(): Buffer {
    return this.take(this.byte());
  }

  several<T>(item: () => T): T[] {
    return Array.from({ length: this.byte() }, item);
  }

  end(): void {
    if (this.at < this.bytes.length) throw new Unreadable('a QR code with something behind its end');
  }
}

/** A file of data that a log states by its hash: whoever computes the data again gets the same bytes. */
import { createHash } from 'node:crypto';
import { canonicalJson, type CanonicalValue } from './canonical-json';

export interface StatedData {
  /** Canonical JSON, UTF-8. */
  readonly bytes: Buffer;
  /** Of the bytes, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** @throws TypeError as `canonicalJson` */
export function statedData(value: object): StatedData {
  const bytes = Buffer.from(canonicalJson(value as CanonicalValue), 'utf8');
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

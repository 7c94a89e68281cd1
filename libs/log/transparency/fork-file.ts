/** The proof that a log has signed two histories, as a file that anyone can check: two checkpoints and what links them. */
import { hashFromBase64, toBase64 } from './base64';
import { canonicalJson } from './canonical-json';
import type { Fork } from './misconduct';
import { isMembers, readCanonicalJson } from './read-entry';
import { Unreadable } from './unreadable';

const FORMAT = 'fil-fork/1';

export interface ForkFile {
  /** Notes, as they were signed. */
  readonly older: string;
  readonly newer: string;
  /** To be handed to `provesFork` with them. */
  readonly path: readonly Buffer[];
}

export const formatFork = ({ older, newer, path }: Pick<Fork, 'older' | 'newer' | 'path'>): string =>
  canonicalJson({ format: FORMAT, older: older.note, newer: newer.note, path: path.map(toBase64) });

/** @throws Unreadable */
export function parseFork(bytes: Uint8Array): ForkFile {
  const value = readCanonicalJson(bytes);
  if (!isMembers(value) || value.format !== FORMAT) throw new Unreadable('not a proof of two histories');
  const { older, newer, path } = value;
  if (typeof older !== 'string' || typeof newer !== 'string' || !Array.isArray(path)) {
    throw new Unreadable('not a proof of two histories');
  }
  return { older, newer, path: path.map(hashOf) };
}

function hashOf(text: unknown): Buffer {
  if (typeof text !== 'string') throw new Unreadable('not a hash');
  return hashFromBase64(text);
}

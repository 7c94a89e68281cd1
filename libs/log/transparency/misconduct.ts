/** That a log has signed two histories. */
import type { SignedCheckpoint } from './checkpoint';
import { rootsFromPrefix, verifyConsistency } from './proofs';

/**
 * `fork`: proved, by the two checkpoints (and the path) alone, to anybody who knows the log's key. `consistent`: proved
 * too. `unproved`: nothing was given that proves either; a path that fits neither proves nothing about the log.
 */
export type ForkVerdict =
  { readonly kind: 'otherLogs' } | { readonly kind: 'consistent' } | { readonly kind: 'unproved' } | Fork;

export interface Fork {
  readonly kind: 'fork';
  readonly older: SignedCheckpoint;
  readonly newer: SignedCheckpoint;
  /** Root of the first `older.size` entries in the history of `newer`: 32 bytes, not those that `older` was signed with. */
  readonly otherRoot: Buffer;
  /** What it follows from (`prefixPath`); empty when both have one size, and two roots. */
  readonly path: readonly Buffer[];
}

/**
 * @param path from the smaller to the larger of them: a consistency proof, or, to prove a fork, the `prefixPath` of the
 *   history that the larger one was signed for. Not needed when they have the same size.
 */
export function provesFork(a: SignedCheckpoint, b: SignedCheckpoint, path: readonly Buffer[] = []): ForkVerdict {
  if (a.origin !== b.origin) return { kind: 'otherLogs' };
  const [older, newer] = a.size <= b.size ? [a, b] : [b, a];
  if (verifyConsistency(older, newer, path)) return { kind: 'consistent' };
  if (older.size === newer.size) {
    if (older.root.equals(newer.root)) return { kind: 'consistent' };
    return { kind: 'fork', older, newer, otherRoot: newer.root, path: [] };
  }
  if (older.size === 0) return { kind: 'unproved' };
  const roots = rootsFromPrefix(older.size, newer.size, path);
  // Only a path that leads to the signed root says what the first entries of that history are.
  if (!roots?.newer.equals(newer.root)) return { kind: 'unproved' };
  if (roots.older.equals(older.root)) return { kind: 'consistent' };
  return { kind: 'fork', older, newer, otherRoot: roots.older, path };
}

/** That a log has signed two histories. */
import type { SignedCheckpoint } from './checkpoint';
import { EMPTY_ROOT } from './hashing';
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
  /** What it follows from (`prefixPath`); empty when both have one size, or the older one is of an empty tree. */
  readonly path: readonly Buffer[];
}

const CONSISTENT = { kind: 'consistent' } as const;

/**
 * @param path from the smaller to the larger of them: a consistency proof, or, to prove a fork, the `prefixPath` of the
 *   history that the larger one was signed for. Not needed when they have the same size.
 */
export function provesFork(a: SignedCheckpoint, b: SignedCheckpoint, path: readonly Buffer[] = []): ForkVerdict {
  if (a.origin !== b.origin) return { kind: 'otherLogs' };
  const [older, newer] = a.size <= b.size ? [a, b] : [b, a];
  // Without a path: two roots of one size, and the one root that an empty tree has.
  const known = older.size === newer.size ? newer.root : older.size === 0 ? EMPTY_ROOT : null;
  if (known) return older.root.equals(known) ? CONSISTENT : { kind: 'fork', older, newer, otherRoot: known, path: [] };
  if (verifyConsistency(older, newer, path)) return CONSISTENT;
  const roots = rootsFromPrefix(older.size, newer.size, path);
  // Only a path that leads to the signed root says what the first entries of that history are.
  if (!roots?.newer.equals(newer.root)) return { kind: 'unproved' };
  return roots.older.equals(older.root) ? CONSISTENT : { kind: 'fork', older, newer, otherRoot: roots.older, path };
}

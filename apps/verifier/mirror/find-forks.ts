/** Proofs of misconduct in a mirror: two signed states of which the smaller is no part of the larger. */
import { parseCheckpoint, type SignedCheckpoint } from '@fil/log/transparency/checkpoint';
import { type Fork, provesFork } from '@fil/log/transparency/misconduct';
import { prefixPath } from '@fil/log/transparency/proofs';
import { parseNote } from '@fil/log/transparency/signed-note';
import { TileNodes } from '@fil/log/transparency/tile-nodes';
import { Unreadable } from '@fil/log/transparency/unreadable';
import type { FindingLog } from './finding-log';
import { type MirrorSource, MOST_NOTE_BYTES } from './mirror-source';
import { MirrorTiles } from './mirror-tiles';
import type { StatedState } from './stated-states';

/** Contradictions that are tried; one proof is enough, and a hostile mirror may keep any number of states. */
const TRIED = 50;
const PROOFS = 3;

/**
 * @param right states that the copy leads to
 * @param contradicted states that it does not lead to
 */
export async function findForks(
  source: MirrorSource,
  right: readonly StatedState[],
  contradicted: readonly StatedState[],
  log: FindingLog,
): Promise<Fork[]> {
  const forks: Fork[] = [];
  for (const state of contradicted.slice(0, TRIED)) {
    if (forks.length >= PROOFS) break;
    // The history whose hashes are at hand: that of a state the copy leads to, at the same size where there is one.
    const anchor = right.find((one) => one.size === state.size) ?? right.findLast((one) => one.size >= state.size);
    const fork = anchor && (await forkOf(source, state.open(), anchor.open()));
    if (!fork) continue;
    forks.push(fork);
    log.fail('fork', () => ({
      fr: `Le registre a signé deux histoires : l’état à ${fork.older.size} inscriptions et celui à ${fork.newer.size} (${state.from}, ${anchor.from}) s’excluent. C’est la preuve d’une faute.`,
      en: `The register has signed two histories: the state at ${fork.older.size} entries and the one at ${fork.newer.size} (${state.from}, ${anchor.from}) exclude each other. This is proof of misconduct.`,
    }));
  }
  return forks;
}

async function forkOf(
  source: MirrorSource,
  a: SignedCheckpoint | null,
  b: SignedCheckpoint | null,
): Promise<Fork | null> {
  if (!a || !b) return null;
  const path = await mirrorPath(source, a.size, b.size);
  const found = provesFork(a, b, path);
  return found.kind === 'fork' ? found : null;
}

/** What leads from one size to a larger one in this copy; empty where the copy does not suffice. */
export async function mirrorPath(source: MirrorSource, from: number, to: number): Promise<Buffer[]> {
  const [small, large] = from <= to ? [from, to] : [to, from];
  try {
    const note = source.read('checkpoint', MOST_NOTE_BYTES);
    const size = note ? parseCheckpoint(parseNote(note).text).size : 0;
    if (large > size) return [];
    return await prefixPath(new TileNodes(new MirrorTiles(source, size), large), small, large);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return [];
  }
}

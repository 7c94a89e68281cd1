/** Reading the log from its bytes alone, and telling the root of what was read (04 §1.2). */
import { ExplainedError } from '@fil/facts/kit/explained-error';
import { CompactRange } from '../transparency/compact-range';
import { parseEntry } from '../transparency/entry';
import { leafHash } from '../transparency/leaf-hash';
import type { EventStore } from './event-store.port';
import { recordedEvent, type RecordedEvent } from './recorded-event';

/** The state of the log at a size. */
export interface TreeHead {
  readonly size: number;
  /** Root of the tree of its entries, 64 hexadecimal digits. */
  readonly root: string;
  /** `at` of its last entry; null of an empty log. */
  readonly at: string | null;
}

export interface VerifiedReading extends TreeHead {
  /** The root at each size that was asked for and passed. */
  readonly roots: ReadonlyMap<number, string>;
}

/** A size was asked for that the log has not reached. */
export class SizeNotReached extends ExplainedError {
  constructor(
    readonly asked: number,
    readonly size: number,
  ) {
    super('log.sizeNotReached', 'unprocessable', {
      fr: `Le registre compte ${size} inscriptions : un état arrêté à ${asked} n’existe pas encore. Demandez une taille de ${size} au plus.`,
      en: `The register has ${size} entries: there is no cut at ${asked} yet. Ask for a size of ${size} at most.`,
    });
  }
}

const PAGE = 1_000;

/**
 * Reads entries 0 … size − 1 a page at a time and hashes their bytes. What the visitor is told stands in the bytes that
 * the root covers: what the store says beside them (stream, type, index) counts for nothing.
 *
 * @param visit told of each event, in order; its answer is not waited for
 * @param sizes those at which the root is wanted too: to compare with what was stated then
 * @throws SizeNotReached
 */
export async function readVerified(
  store: EventStore,
  size: number,
  visit: (event: RecordedEvent) => void = () => undefined,
  sizes: readonly number[] = [],
): Promise<VerifiedReading> {
  const range = new CompactRange();
  const wanted = new Set(sizes);
  const roots = new Map<number, string>();
  const root = (): string => range.root().toString('hex');
  let at: string | null = null;
  if (wanted.has(0)) roots.set(0, root());
  while (range.size < size) {
    const entries = await store.readAll(range.size, Math.min(PAGE, size - range.size));
    if (entries.length === 0) throw new SizeNotReached(size, range.size);
    for (const { index, bytes } of entries) {
      if (index !== range.size) throw new Error(`the log has entry ${index} where ${range.size} was to come`);
      const entry = parseEntry(bytes);
      visit(recordedEvent(entry, { index, id: entry.id, type: entry.type, stream: entry.stream, rev: entry.rev }));
      range.append(leafHash(bytes));
      at = entry.at;
      if (wanted.has(range.size)) roots.set(range.size, root());
    }
  }
  return { size, root: root(), at, roots };
}

/** The root of the log at a size, from its entries. @throws SizeNotReached */
export async function treeHead(store: EventStore, size: number): Promise<TreeHead> {
  const { root, at } = await readVerified(store, size);
  return { size, root, at };
}

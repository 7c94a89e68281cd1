/**
 * Where entries and the hashes beside them part: which entry was altered, swapped, taken out, put in. Either may be the
 * false one; which, the signed root decides (`check-mirror`).
 */
import type { Label } from '@fil/facts/codes/label';
import { HASH_BYTES } from '@fil/log/transparency/hashing';
import type { FindingLog } from './finding-log';

/** At most so many are kept in memory: whoever alters more has altered the log. */
const KEPT = 1_000;

interface Altered {
  readonly index: number;
  /** Hash of the entry that stands there, and the one that was logged there; hexadecimal. */
  readonly found: string;
  readonly logged: string;
}

export class Differences {
  private readonly altered: Altered[] = [];
  private readonly moved: { readonly index: number; readonly kind: 'takenOut' | 'putIn' }[] = [];
  /** Bundles whose hashes could not be compared entry by entry. */
  private shifted = 0;
  private count = 0;

  get any(): boolean {
    return this.count > 0;
  }

  /**
   * @param first index of the first of them
   * @param found hashes of the entries, one after the other
   * @param logged hashes of the tile
   */
  compare(first: number, found: Buffer, logged: Buffer): void {
    if (found.equals(logged)) {
      this.shifted = 0;
      return;
    }
    this.count++;
    const [here, there] = [hashesIn(found), hashesIn(logged)];
    const at = here.findIndex((hash, n) => hash !== there[n]);
    const from = at < 0 ? Math.min(here.length, there.length) : at;
    const shift = twoSwapped(here, there) ? 0 : shiftFrom(here, there, from);
    if (shift === 0) {
      this.shifted = 0;
      here.forEach((hash, n) => {
        if (hash !== there[n] && this.altered.length < KEPT) {
          this.altered.push({ index: first + n, found: hash, logged: there[n] ?? '' });
        }
      });
      return;
    }
    // One that is missing moves all entries behind it, in the bundles that follow too.
    if (this.shifted !== shift || from > 0) {
      this.moved.push({
        index: from === 0 && this.beganBefore(first, here[0], there[0], shift) ? first - 1 : first + from,
        kind: shift > 0 ? 'takenOut' : 'putIn',
      });
    }
    this.shifted = shift;
  }

  /** Whether what moved these was at the last place of the bundle before, where it looked like an altered entry. */
  private beganBefore(first: number, found: string | undefined, logged: string | undefined, shift: -1 | 1): boolean {
    const last = this.altered.at(-1);
    if (last?.index !== first - 1 || (shift === 1 ? last.found !== logged : last.logged !== found)) return false;
    this.altered.pop();
    return true;
  }

  /** The entries are the false ones. */
  blameEntries(log: FindingLog): void {
    for (const { index, kind } of this.moved) log.fail('entries', () => MOVED[kind](index));
    const byFound = new Map(this.altered.map((one) => [one.found, one]));
    const told = new Set<number>();
    for (const { index, logged, found } of this.altered) {
      if (told.has(index)) continue;
      const other = byFound.get(logged);
      if (other && other.logged === found) {
        told.add(other.index);
        log.fail('entries', () => swapped(index, other.index));
      } else log.fail('entries', () => altered(index));
    }
  }
}

const hashesIn = (bytes: Buffer): string[] =>
  Array.from({ length: bytes.length / HASH_BYTES }, (_, n) =>
    bytes.toString('hex', n * HASH_BYTES, (n + 1) * HASH_BYTES),
  );

/** Two that changed places look like one that moved when they are the last. */
function twoSwapped(here: readonly string[], there: readonly string[]): boolean {
  const differ = here.flatMap((hash, n) => (hash === there[n] ? [] : [n]));
  const [a, b] = differ;
  return differ.length === 2 && here[a!] === there[b!] && here[b!] === there[a!];
}

/** 1: behind `from` stands what was logged one place later; −1: one place earlier; 0: neither. */
function shiftFrom(here: readonly string[], there: readonly string[], from: number): -1 | 0 | 1 {
  const same = (a: readonly string[], b: readonly string[]): boolean => {
    const length = Math.min(a.length, b.length);
    return length > 0 && a.slice(0, length).every((hash, n) => hash === b[n]);
  };
  // Of a single last entry nothing follows it, so that length tells.
  if (here.length === from && there.length === from + 1) return 1;
  if (there.length === from && here.length === from + 1) return -1;
  if (same(here.slice(from), there.slice(from + 1))) return 1;
  if (same(here.slice(from + 1), there.slice(from))) return -1;
  return 0;
}

const altered = (index: number): Label => ({
  fr: `L’inscription n° ${index} n’est plus celle qui a été inscrite : ses octets ont changé.`,
  en: `Entry no. ${index} is no longer the one that was recorded: its bytes have changed.`,
});
const swapped = (a: number, b: number): Label => ({
  fr: `Les inscriptions n° ${a} et n° ${b} ont été échangées.`,
  en: `Entries no. ${a} and no. ${b} have been swapped.`,
});
const MOVED = {
  takenOut: (index: number): Label => ({
    fr: `L’inscription n° ${index} a été retirée : celles qui suivent sont remontées d’une place.`,
    en: `Entry no. ${index} has been taken out: those behind it have moved up one place.`,
  }),
  putIn: (index: number): Label => ({
    fr: `Une inscription a été insérée au n° ${index} : celles qui suivent sont descendues d’une place.`,
    en: `An entry has been put in at no. ${index}: those behind it have moved down one place.`,
  }),
} as const;

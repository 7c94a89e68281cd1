/**
 * A whole log, from its files: one pass over the entries, each hashed, read and compared; at every size that the log has
 * signed, the root of what was read (04 §2.4, "fsck").
 *
 * Two things are held against each other: the entries with the hashes of the tiles, which names the entry that was
 * altered; and both with the signed roots, which tells which of them is false. Whoever rebuilds all hashes after an
 * alteration is found by the second, and the range named by the signed states before and behind it.
 */
import type { Label } from '@fil/facts/codes/label';
import type { SignedCheckpoint } from '@fil/log/transparency/checkpoint';
import { CompactRange } from '@fil/log/transparency/compact-range';
import type { Entry } from '@fil/log/transparency/entry';
import { HASH_BYTES } from '@fil/log/transparency/hashing';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import type { Fork } from '@fil/log/transparency/misconduct';
import type { Policy } from '@fil/log/transparency/policy';
import { fullTileRoot } from '@fil/log/transparency/tile-nodes';
import { bundlePath, type TileAddress, tilePath, TILE_WIDTH, tilesOfLevel } from '@fil/log/transparency/tiles';
import { Unreadable } from '@fil/log/transparency/unreadable';
import { adviceOn, KEEP_THIS_COPY } from '../checks/advice';
import { caution, type Finding, passed, type Verdict } from '../checks/finding';
import { confirmed, signedBy } from '../checks/open-state';
import { bundleEntries } from './bundle-entries';
import { Differences } from './differences';
import { EntryChecks } from './entry-checks';
import { FindingLog } from './finding-log';
import { findForks } from './find-forks';
import { type KeyChange, keyFindings } from './key-changes';
import { type MirrorSource, MOST_BUNDLE_BYTES, TILE_BYTES } from './mirror-source';
import { type GivenNote, type StatedState, StatedStates } from './stated-states';

export interface CheckMirror {
  /** Null: whose signature counts is not known, so none is checked. */
  readonly policy: Policy | null;
  /** Checkpoints from elsewhere that must be part of the same history. */
  readonly given?: readonly GivenNote[];
  /** Told of each entry whose form is right, in order. */
  readonly visit?: (entry: Entry, index: number, leaf: Buffer) => void;
  /** Told after each bundle how many entries were read. */
  readonly progress?: (read: number, of: number) => void;
}

export interface MirrorVerdict extends Verdict {
  readonly origin: string | null;
  /** The state it was brought to; null unless a log of the policy signed it. */
  readonly head: SignedCheckpoint | null;
  /** Size that the copy was brought to, and how many of its entries could be read. */
  readonly size: number;
  readonly read: number;
  /** Root of the entries read; hexadecimal. */
  readonly root: string;
  readonly bytes: number;
  /** How many signed states were compared. */
  readonly states: number;
  readonly keyChanges: readonly KeyChange[];
}

export async function checkMirror(source: MirrorSource, how: CheckMirror): Promise<MirrorVerdict> {
  const log = new FindingLog();
  const states = new StatedStates(source, how.policy, log);
  const head = states.head();
  if (head === null) return nothingRead(log);
  states.addKept(head.origin);
  states.addGiven(how.given ?? [], head.origin);
  const stated = states.all.sort((a, b) => a.size - b.size);
  const before = head.signed && how.policy ? headFindings(head.signed, how.policy, stated) : [];
  const reading = new MirrorReading(source, log, head.origin, head.size, stated, how);
  reading.readEntries();
  const right = reading.compareRoots();
  const forks = how.policy ? await findForks(source, right, reading.contradicted, log) : [];
  const findings = [
    ...before,
    ...(how.policy ? [] : [NO_POLICY]),
    ...whatHeld(log, reading, stated.length),
    ...keyFindings(reading.keyChanges, how.policy),
    ...log.findings,
  ];
  const { range, bytes, keyChanges } = reading;
  return {
    findings,
    shown: [],
    forks,
    advice: adviceOn(findings, forks, KEEP_THIS_COPY),
    origin: head.origin,
    head: head.signed,
    size: head.size,
    read: range.size,
    root: range.root().toString('hex'),
    bytes,
    states: stated.length,
    keyChanges,
  };
}

const HEAD: Label = { fr: 'L’état auquel cette copie a été portée', en: 'The state this copy was brought to' };

function headFindings(signed: SignedCheckpoint, policy: Policy, stated: readonly StatedState[]): Finding[] {
  const witnesses = confirmed(signed, policy, HEAD);
  const last = stated.findLast(({ witnessedAt }) => witnessedAt !== null);
  if (witnesses.outcome !== 'failed' || !last) return [signedBy(signed, HEAD), witnesses];
  // Witnesses come seconds after the log: a copy is often brought to a state that they have not seen yet.
  const confirmedLast = caution('witnesses', {
    fr: `Trop peu de témoins ont encore confirmé cet état. Le dernier qu’ils ont confirmé compte ${last.size} inscriptions (${last.from}).`,
    en: `Too few witnesses have confirmed this state yet. The last one they confirmed has ${last.size} entries (${last.from}).`,
  });
  return [signedBy(signed, HEAD), confirmedLast];
}

const NO_POLICY = caution('signature', {
  fr: 'Aucun fichier de confiance n’a été donné : les signatures n’ont pas été vérifiées. La copie est comparée à elle-même.',
  en: 'No trust file was given: signatures were not checked. The copy is compared with itself.',
});

function nothingRead(log: FindingLog): MirrorVerdict {
  const { findings } = log;
  return {
    ...{ findings, shown: [], forks: [] as readonly Fork[], advice: adviceOn(findings, [], KEEP_THIS_COPY) },
    ...{ origin: null, head: null, size: 0, read: 0, root: '', bytes: 0, states: 0, keyChanges: [] },
  };
}

class MirrorReading {
  readonly range = new CompactRange();
  /** Signed states that the entries do not lead to. */
  readonly contradicted: StatedState[] = [];
  bytes = 0;
  private readonly checks: EntryChecks;
  private readonly differences = new Differences();
  /** States that the entries lead to, the last of them last. */
  private readonly right: StatedState[] = [];
  private next = 0;
  /** Hashes of the tiles above level 0 that are not full yet. */
  private readonly above: { readonly hashes: Buffer; count: number; index: number }[] = [];

  constructor(
    private readonly source: MirrorSource,
    private readonly log: FindingLog,
    origin: string,
    private readonly size: number,
    private readonly stated: readonly StatedState[],
    private readonly how: CheckMirror,
  ) {
    const witnessed = stated.flatMap(({ size: at, witnessedAt: time }) => (time === null ? [] : [{ size: at, time }]));
    this.checks = new EntryChecks(origin, witnessed, log);
  }

  get keyChanges(): readonly KeyChange[] {
    return this.checks.keyChanges;
  }

  readEntries(): void {
    this.compareSigned();
    for (const address of tilesOfLevel(0, this.size)) {
      const bytes = this.file(bundlePath(address), MOST_BUNDLE_BYTES);
      if (bytes === null) return;
      const leaves = this.readBundle(address, bytes);
      this.compareLeaves(address, leaves);
      this.how.progress?.(this.range.size, this.size);
      // Where a bundle is not whole, what follows stands at places that nobody knows.
      if (leaves.length !== address.width * HASH_BYTES) return;
    }
    for (const [n, { hashes, count, index }] of this.above.entries()) {
      if (count > 0) this.compareTile({ level: n + 1, index, width: count }, hashes.subarray(0, count * HASH_BYTES));
    }
  }

  private readBundle({ index, width }: TileAddress, bytes: Buffer): Buffer {
    const { entries, broken } = bundleEntries(bytes);
    if (broken || entries.length !== width) {
      this.log.fail('bundle', () => ({
        fr: `${bundlePath({ index, width })} compte ${entries.length} inscriptions entières au lieu de ${width}${broken ? ', et s’arrête au milieu d’une autre' : ''}.`,
        en: `${bundlePath({ index, width })} has ${entries.length} whole entries instead of ${width}${broken ? ', and ends within another' : ''}.`,
      }));
    }
    const leaves = Buffer.alloc(entries.length * HASH_BYTES);
    entries.forEach((bytesOfEntry, n) => {
      const leaf = leafHash(bytesOfEntry);
      leaves.set(leaf, n * HASH_BYTES);
      const at = index * TILE_WIDTH + n;
      const entry = this.checks.check(at, bytesOfEntry);
      if (entry) this.how.visit?.(entry, at, leaf);
      this.range.append(leaf);
      this.bytes += bytesOfEntry.length;
      this.compareSigned();
    });
    return leaves;
  }

  private compareSigned(): void {
    const { size } = this.range;
    if (this.stated[this.next]?.size !== size) return;
    const root = this.range.root();
    for (; this.stated[this.next]?.size === size; this.next++) {
      const state = this.stated[this.next]!;
      (state.root.equals(root) ? this.right : this.contradicted).push(state);
    }
  }

  private compareLeaves(address: TileAddress, leaves: Buffer): void {
    if (leaves.length === TILE_BYTES) this.rise(0, fullTileRoot(leaves));
    const logged = this.file(tilePath(address), TILE_BYTES);
    if (logged === null) return;
    if (logged.length !== address.width * HASH_BYTES) {
      this.log.fail('tile', () => wrongTile(tilePath(address)));
      return;
    }
    this.differences.compare(address.index * TILE_WIDTH, leaves, logged);
  }

  /** The root of a full tile is a hash of the level above. */
  private rise(level: number, root: Buffer): void {
    const tile = (this.above[level] ??= { hashes: Buffer.alloc(TILE_BYTES), count: 0, index: 0 });
    tile.hashes.set(root, tile.count * HASH_BYTES);
    tile.count++;
    if (tile.count < TILE_WIDTH) return;
    this.compareTile({ level: level + 1, index: tile.index, width: TILE_WIDTH }, tile.hashes);
    this.rise(level + 1, fullTileRoot(tile.hashes));
    tile.count = 0;
    tile.index++;
  }

  private compareTile(address: TileAddress, expected: Buffer): void {
    const path = tilePath(address);
    const logged = this.file(path, TILE_BYTES);
    if (logged && !logged.equals(expected)) this.log.fail('tile', () => wrongTile(path));
  }

  private file(path: string, most: number): Buffer | null {
    try {
      const bytes = this.source.read(path, most);
      if (bytes === null) {
        this.log.fail('missing', () => ({
          fr: `${path} manque : la copie est incomplète.`,
          en: `${path} is missing: the copy is incomplete.`,
        }));
      }
      return bytes;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.log.fail('missing', () => ({
        fr: `${path} est illisible (${error.message}).`,
        en: `${path} cannot be read (${error.message}).`,
      }));
      return null;
    }
  }

  /** @returns states that the entries lead to, or, where only entries are false, that the hashes of the tiles lead to */
  compareRoots(): StatedState[] {
    // Signed for more entries than there are.
    const beyond = this.stated.slice(this.next);
    for (const state of beyond) this.contradicted.push(state);
    const tiles = this.differences.any ? this.rootsOfTiles() : null;
    const inTiles = tiles && this.stated.filter(({ size, root }) => tiles.get(size)?.equals(root));
    if (this.differences.any) {
      if (inTiles!.length >= this.right.length) this.differences.blameEntries(this.log);
      else this.log.fail('tile', () => TILES_DIFFER);
    }
    const right = inTiles && inTiles.length > this.right.length ? inTiles : this.right;
    this.tellContradicted(right, beyond);
    return right;
  }

  /** At every signed size, from the hashes of level 0. */
  private rootsOfTiles(): Map<number, Buffer> {
    const sizes = new Set(this.stated.map(({ size }) => size));
    const roots = new Map<number, Buffer>();
    const range = new CompactRange();
    for (const address of tilesOfLevel(0, this.size)) {
      const logged = this.file(tilePath(address), TILE_BYTES);
      if (logged?.length !== address.width * HASH_BYTES) break;
      for (let at = 0; at < logged.length; at += HASH_BYTES) {
        range.append(logged.subarray(at, at + HASH_BYTES));
        if (sizes.has(range.size)) roots.set(range.size, range.root());
      }
    }
    return roots;
  }

  private tellContradicted(right: readonly StatedState[], beyond: readonly StatedState[]): void {
    const known = new Set(right);
    const wrong = this.contradicted.filter((state) => !known.has(state) && !beyond.includes(state));
    const first = wrong[0];
    if (first) {
      const from = Math.max(0, ...right.filter(({ size }) => size < first.size).map(({ size }) => size));
      const many = wrong.length;
      this.log.fail('rewritten', () => ({
        fr: `Les inscriptions de cette copie ne mènent pas à ce que le registre a signé à ${first.size} (${first.from})${many > 1 ? `, ni à ${many - 1} autre${many > 2 ? 's' : ''} état${many > 2 ? 's' : ''} signé${many > 2 ? 's' : ''}` : ''} : quelque chose a été changé entre les n° ${from} et ${first.size - 1}.`,
        en: `The entries of this copy do not lead to what the register signed at ${first.size} (${first.from})${many > 1 ? `, nor to ${many - 1} more signed state${many > 2 ? 's' : ''}` : ''}: something was changed between no. ${from} and no. ${first.size - 1}.`,
      }));
    }
    const last = beyond.at(-1);
    if (last && this.range.size === this.size) {
      this.log.fail('cut', () => ({
        fr: `Cette copie s’arrête à ${this.size} inscriptions, mais le registre en a signé ${last.size} (${last.from}) : la fin a été coupée, ou un état ancien est présenté.`,
        en: `This copy ends at ${this.size} entries, but the register has signed ${last.size} (${last.from}): the end was cut off, or an old state is shown.`,
      }));
    }
  }
}

const wrongTile = (path: string): Label => ({
  fr: `${path} ne contient pas les empreintes de ce qui est en dessous.`,
  en: `${path} does not hold the hashes of what is below it.`,
});
const TILES_DIFFER: Label = {
  fr: 'Des empreintes de niveau 0 ne sont pas celles des inscriptions, qui sont pourtant celles que le registre a signées : ces fichiers d’empreintes sont abîmés.',
  en: 'Hashes of level 0 are not those of the entries, although these are what the register has signed: those files of hashes are damaged.',
};

/** The checks that nothing was said against, in words. */
function whatHeld(log: FindingLog, { range, bytes }: MirrorReading, states: number): Finding[] {
  const held: Finding[] = [];
  const say = (check: string, against: readonly string[], said: Label): void => {
    if (!log.has(...against)) held.push(passed(check, said));
  };
  const unread = ['bundle', 'missing'];
  say('entries', ['entries', 'tile', ...unread], {
    fr: `Les ${range.size} inscriptions (${bytes} octets) ont les empreintes de la copie.`,
    en: `All ${range.size} entries (${bytes} bytes) have the hashes of the copy.`,
  });
  say('states', ['rewritten', 'cut', 'entries', ...unread], {
    fr: `Elles mènent à chacun des ${states} états signés que la copie garde.`,
    en: `They lead to each of the ${states} signed states that the copy keeps.`,
  });
  say('form', ['form', 'origin', ...unread], {
    fr: 'Chacune a la forme canonique d’une inscription de ce registre.',
    en: 'Each has the canonical form of an entry of this register.',
  });
  say('id', ['id', 'form', ...unread], {
    fr: 'Aucun identifiant ne sert deux fois.',
    en: 'No id is used twice.',
  });
  say('revision', ['revision', 'form', ...unread], {
    fr: 'L’histoire de chaque objet est sans lacune.',
    en: 'The history of every object is without gaps.',
  });
  say('time', ['time', 'form', ...unread], {
    fr: 'Aucune n’est antidatée, postdatée ni en désordre, autant que les témoins permettent de le dire.',
    en: 'None is back-dated, post-dated or out of order, as far as the witnesses allow to tell.',
  });
  return held;
}

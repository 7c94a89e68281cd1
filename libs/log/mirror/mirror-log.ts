/** Brings a copy of a log up to its last checkpoint, believing nothing that was not verified. */
import { parseBundle } from '../transparency/bundles';
import { openCheckpoint, type SignedCheckpoint } from '../transparency/checkpoint';
import { formatFork } from '../transparency/fork-file';
import { HASH_BYTES } from '../transparency/hashing';
import { leafHash } from '../transparency/leaf-hash';
import { provesFork } from '../transparency/misconduct';
import { type Policy, policyKeys } from '../transparency/policy';
import { prefixPath, rootAt } from '../transparency/proofs';
import { formatSignatureLine } from '../transparency/signed-note';
import { TILE_WIDTH, type TileAddress, bundlePath, tileLevels, tilePath, tileWidth } from '../transparency/tiles';
import { Unreadable } from '../transparency/unreadable';
import type { LogReader } from './log-client';
import { CHECKPOINT, keptCheckpointPath, type MirrorFolder } from './mirror-folder';
import { MirrorStopped } from './mirror-stopped';
import { edgeOf, VerifiedTiles } from './verified-tiles';

const MOST_NOTE_BYTES = 64 * 1024;
/** 256 entries of the longest kind, with their lengths. */
const MOST_BUNDLE_BYTES = TILE_WIDTH * (2 + 65_535);
/** Tiles that are asked for at a time, with their bundles. */
const AT_A_TIME = 8;

export interface Mirroring {
  readonly folder: MirrorFolder;
  readonly log: LogReader;
  /** With the key of the log. */
  readonly policy: Policy;
  /** Told how many entries the copy has, of how many. */
  readonly onProgress?: (entries: number, of: number) => void;
  readonly signal: AbortSignal;
}

export interface Mirrored {
  /** What the copy had before, 0 when it was new. */
  readonly from: number;
  /** What the log shows now. Less than `from` when it shows an older state of the same history. */
  readonly checkpoint: SignedCheckpoint;
}

/**
 * Tiles are verified from the root down, each bundle against its tile, and only then written; the checkpoint is written
 * last. Whatever is interrupted goes on where it was.
 * @throws MirrorStopped
 */
export const mirrorLog = (mirroring: Mirroring): Promise<Mirrored> => new LogMirror(mirroring).run();

class LogMirror {
  private readonly folder: MirrorFolder;
  private readonly log: LogReader;

  constructor(private readonly asked: Mirroring) {
    this.folder = asked.folder;
    this.log = asked.log;
  }

  async run(): Promise<Mirrored> {
    await this.folder.begin();
    const kept = await this.kept();
    const served = await this.served();
    if (kept && kept.origin !== served.origin) throw otherLog(kept, served);
    const from = kept?.size ?? 0;
    if (kept && served.size <= from) await this.requireSameHistory(kept, served);
    else await this.grow(kept, served);
    await this.keepCheckpoint(served);
    if (served.size >= from) await this.folder.write(CHECKPOINT, served.note);
    if (kept && served.size > from) await this.removeEdgeOf(kept.size, served.size);
    return { from, checkpoint: served };
  }

  private async kept(): Promise<SignedCheckpoint | null> {
    const note = await this.folder.read(CHECKPOINT);
    if (!note) return null;
    const checkpoint = this.open(note);
    if (typeof checkpoint === 'object') return checkpoint;
    throw new MirrorStopped('local', {
      fr: `Le fichier « ${CHECKPOINT} » de cette copie n’est pas signé par un registre de son fichier de confiance (${checkpoint}).`,
      en: `The file "${CHECKPOINT}" of this copy is not signed by a log of its trust file (${checkpoint}).`,
    });
  }

  private async served(): Promise<SignedCheckpoint> {
    const note = await this.log.get('checkpoint', MOST_NOTE_BYTES);
    const checkpoint = this.open(note);
    if (typeof checkpoint === 'object') return checkpoint;
    throw new MirrorStopped(
      'notSigned',
      {
        fr: `L’état affiché n’est pas signé par un registre du fichier de confiance (${checkpoint}). Rien n’a été copié.`,
        en: `The state that is shown is not signed by a log of the trust file (${checkpoint}). Nothing was copied.`,
      },
      [await this.folder.keepEvidence(CHECKPOINT, note)],
    );
  }

  /** The checkpoint, or why it is none. */
  private open(note: Buffer): SignedCheckpoint | string {
    try {
      const opened = openCheckpoint(note, policyKeys(this.asked.policy));
      return opened.ok ? opened.checkpoint : `${opened.reason}: ${opened.origin}`;
    } catch (error) {
      if (error instanceof Unreadable) return error.message;
      throw error;
    }
  }

  /** The log shows no more than it did: it must be the beginning of what is here. */
  private async requireSameHistory(kept: SignedCheckpoint, served: SignedCheckpoint): Promise<void> {
    if (served.size === kept.size) {
      if (!served.root.equals(kept.root)) throw await this.forked(kept, served, []);
      return;
    }
    const tiles = await this.tilesOf(kept, (address) => this.local(address));
    if (!tiles) {
      throw new MirrorStopped('local', {
        fr: `Les empreintes de cette copie ne mènent plus à son état signé de ${kept.size} inscriptions : elle a été altérée. « fil log fsck » dit où.`,
        en: `The hashes of this copy no longer lead to its signed state of ${kept.size} entries: it was altered. "fil log fsck" says where.`,
      });
    }
    const nodes = tiles.nodes();
    if ((await rootAt(nodes, served.size)).equals(served.root)) return;
    throw await this.forked(served, kept, await prefixPath(nodes, served.size, kept.size));
  }

  private async grow(kept: SignedCheckpoint | null, served: SignedCheckpoint): Promise<void> {
    const { size } = served;
    const edge = new Map<string, Buffer>();
    const tiles = await this.tilesOf(served, async (address) => {
      const bytes = await this.log.get(tilePath(address), TILE_WIDTH * HASH_BYTES);
      edge.set(tilePath(address), bytes);
      return bytes;
    });
    if (!tiles) throw await this.wrongEdge(served, edge);
    if (kept) {
      const nodes = tiles.nodes();
      if (!(await rootAt(nodes, kept.size)).equals(kept.root)) {
        throw await this.forked(kept, served, await prefixPath(nodes, kept.size, size));
      }
    }
    for (let level = tileLevels(size) - 1; level >= 0; level--) {
      const first = Math.floor((kept?.size ?? 0) / TILE_WIDTH ** (level + 1));
      for (let index = first; tileWidth(level, index, size) > 0; index += AT_A_TIME) {
        this.asked.signal.throwIfAborted();
        const addresses = Array.from({ length: AT_A_TIME }, (_, n) => index + n)
          .map((at) => ({ level, index: at, width: tileWidth(level, at, size) }))
          .filter(({ width }) => width > 0);
        await allOf(addresses.map((address) => this.copy(address, tiles)));
        if (level === 0) this.asked.onProgress?.(Math.min(size, (index + AT_A_TIME) * TILE_WIDTH), size);
      }
    }
  }

  private async copy(address: TileAddress, tiles: VerifiedTiles): Promise<void> {
    const tile = await tiles.tile(address);
    if (address.level === 0) await this.copyBundle(address, tile);
    await this.writeNew(tilePath(address), tile);
  }

  private async copyBundle(address: TileAddress, tile: Buffer): Promise<void> {
    const path = bundlePath(address);
    const isRight = (bytes: Buffer): boolean => hasLeaves(bytes, address.width, tile);
    const here = await this.folder.read(path);
    if (here && isRight(here)) return;
    const served = await this.log.get(path, MOST_BUNDLE_BYTES);
    if (!isRight(served)) throw await this.wrong('bundle', path, served);
    if (here) throw await this.differs(path, served);
    await this.folder.write(path, served);
  }

  /** Null when the tiles of the right edge, which are read first, do not lead to the root. */
  private tilesOf(
    head: SignedCheckpoint,
    read: (address: TileAddress) => Promise<Buffer>,
  ): Promise<VerifiedTiles | null> {
    const edge = { tiles: (addresses: readonly TileAddress[]) => Promise.all(addresses.map(read)) };
    return VerifiedTiles.open(head, edge, { candidates: (address, isRight) => this.fullTile(address, isRight) });
  }

  /** What stands here when it is right, else what the log serves. */
  private async fullTile(address: TileAddress, isRight: (bytes: Buffer) => boolean): Promise<Buffer> {
    const path = tilePath(address);
    const here = await this.folder.read(path);
    if (here && isRight(here)) return here;
    const served = await this.log.get(path, TILE_WIDTH * HASH_BYTES);
    if (!isRight(served)) throw await this.wrong('tile', path, served);
    if (here) throw await this.differs(path, served);
    return served;
  }

  private async local(address: TileAddress): Promise<Buffer> {
    const path = tilePath(address);
    const bytes = await this.folder.read(path);
    if (bytes) return bytes;
    throw new MirrorStopped('local', {
      fr: `${path} manque dans cette copie. « fil log fsck » dit ce qui y manque.`,
      en: `${path} is missing from this copy. "fil log fsck" says what is.`,
    });
  }

  private async writeNew(path: string, bytes: Buffer): Promise<void> {
    const here = await this.folder.read(path);
    if (!here) await this.folder.write(path, bytes);
    else if (!here.equals(bytes)) throw await this.differs(path, bytes);
  }

  /** Beside what was seen before: lines of witnesses that had not come then. */
  private async keepCheckpoint({ size, root, note, cosignatures, origin }: SignedCheckpoint): Promise<void> {
    const path = keptCheckpointPath(size);
    const here = await this.folder.read(path);
    if (!here) return this.folder.write(path, note);
    const seen = this.open(here);
    if (typeof seen === 'string' || seen.origin !== origin || seen.size !== size || !seen.root.equals(root)) {
      throw await this.differs(path, note);
    }
    const isSeen = (name: string, keyId: string) =>
      seen.cosignatures.some((one) => one.name === name && one.keyId === keyId);
    const added = cosignatures.filter(({ name, keyId }) => !isSeen(name, keyId));
    if (added.length > 0) await this.folder.write(path, seen.note + added.map(formatSignatureLine).join(''));
  }

  /** Partial tiles that wider ones have taken the place of. */
  private async removeEdgeOf(size: number, since: number): Promise<void> {
    for (const address of edgeOf(size)) {
      if (tileWidth(address.level, address.index, since) === address.width) continue;
      await this.folder.remove(tilePath(address));
      if (address.level === 0) await this.folder.remove(bundlePath(address));
    }
  }

  private async wrong(fault: 'tile' | 'bundle', path: string, served: Buffer): Promise<MirrorStopped> {
    return new MirrorStopped(
      fault,
      {
        fr: `${path} : le registre sert autre chose que ce qu’il a signé. La copie s’arrête là ; ce qui est déjà copié est vérifié et reste.`,
        en: `${path}: the log serves something else than it has signed. The copy stops there; what was copied is verified and stays.`,
      },
      [await this.folder.keepEvidence(path, served)],
    );
  }

  private async wrongEdge({ size, note }: SignedCheckpoint, edge: ReadonlyMap<string, Buffer>): Promise<MirrorStopped> {
    const given = [[CHECKPOINT, note] as const, ...edge];
    return new MirrorStopped(
      'tile',
      {
        fr: `Les empreintes du registre ne mènent pas à l’état signé de ${size} inscriptions. Rien n’a été copié.`,
        en: `The hashes of the log do not lead to the signed state of ${size} entries. Nothing was copied.`,
      },
      await Promise.all(given.map(([path, bytes]) => this.folder.keepEvidence(path, bytes))),
    );
  }

  private async differs(path: string, served: Buffer | string): Promise<MirrorStopped> {
    return new MirrorStopped(
      'local',
      {
        fr: `${path} : le fichier de cette copie n’est pas celui que le registre a signé. Les deux sont conservés ; rien n’est remplacé.`,
        en: `${path}: the file of this copy is not the one that the log has signed. Both are kept; nothing is replaced.`,
      },
      [await this.folder.keepEvidence(path, served)],
    );
  }

  private async forked(
    older: SignedCheckpoint,
    newer: SignedCheckpoint,
    path: readonly Buffer[],
  ): Promise<MirrorStopped> {
    const fork = provesFork(older, newer, path);
    if (fork.kind !== 'fork') throw new Error(`two roots of ${older.size} entries, and no fork: ${fork.kind}`);
    return new MirrorStopped(
      'fork',
      {
        fr: `${older.origin} a signé deux histoires différentes : l’état de ${newer.size} inscriptions ne commence pas par celui de ${older.size}. C’est une faute que chacun peut vérifier : gardez la preuve, ne la corrigez pas, et portez-la à un comité d’évaluation.`,
        en: `${older.origin} has signed two different histories: the state of ${newer.size} entries does not begin with that of ${older.size}. This is misconduct that anyone can check: keep the proof, correct nothing, and take it to an evaluation committee.`,
      },
      [await this.folder.keepEvidence(`fork-${older.size}-${newer.size}`, formatFork(fork))],
    );
  }
}

/** As `Promise.all`, but none is still writing when it rejects. */
async function allOf(works: readonly Promise<void>[]): Promise<void> {
  const ended = await Promise.allSettled(works);
  const failed = ended.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

function hasLeaves(bundle: Buffer, width: number, tile: Buffer): boolean {
  try {
    return Buffer.concat(parseBundle(bundle, width).map(leafHash)).equals(tile);
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

const otherLog = (kept: SignedCheckpoint, served: SignedCheckpoint): MirrorStopped =>
  new MirrorStopped('otherLog', {
    fr: `Ce dossier est la copie de ${kept.origin}, et non de ${served.origin}.`,
    en: `This folder is the copy of ${kept.origin}, not of ${served.origin}.`,
  });

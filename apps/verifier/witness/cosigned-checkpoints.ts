/** What a witness remembers: for each log the last checkpoint that it cosigned. */
import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Checkpoint, parseCheckpoint } from '@fil/log/transparency/checkpoint';
import { cosignatureTime, cosignatureVerifier } from '@fil/log/transparency/cosignature';
import { sha256 } from '@fil/log/transparency/hashing';
import type { VerifierKey } from '@fil/log/transparency/keys';
import { openNote, parseNote } from '@fil/log/transparency/signed-note';
import { flushFolder, writeFlushed } from './durable-file';

export interface CosignedCheckpoint {
  /** Grows by one with each checkpoint of the log that was cosigned. */
  readonly turn: number;
  readonly checkpoint: Checkpoint;
  /** Of the cosignature, seconds since 1970. */
  readonly time: number;
  /** With the signature of the log and that of the witness. */
  readonly note: string;
}

/** The memory cannot be relied on: nothing may be cosigned until somebody has looked. */
export class MemoryDamaged extends Error {
  override readonly name = 'MemoryDamaged';
}

const TURN = /^[1-9][0-9]*$/;
const DRAFT = '.draft';
const FORK = 'fork-';
const MOST_PROOFS = 20;
/** Turns that are kept: see `replace`. */
const KEPT = 64;

/**
 * One folder for each log, with one file for each turn. A turn is taken by giving its file a name that must not be there
 * yet: of two that come from the same turn one succeeds, whoever they are and whatever else keeps them apart.
 */
export class CosignedCheckpoints {
  /** @param key of this witness */
  constructor(
    private readonly folder: string,
    private readonly key: VerifierKey,
  ) {}

  /** @throws MemoryDamaged */
  async last(origin: string): Promise<CosignedCheckpoint | null> {
    const folder = this.folderOf(origin);
    const turn = (await turnsIn(folder)).at(-1);
    if (turn === undefined) return null;
    const path = join(folder, String(turn));
    try {
      return this.read(turn, origin, await readFile(path, 'utf8'));
    } catch (error) {
      throw new MemoryDamaged(`${path}: ${(error as Error).message}`, { cause: error });
    }
  }

  /**
   * On the disk when it returns.
   * @param last what the new one was compared with
   * @returns false when another came first: nothing was written
   */
  async replace(origin: string, last: CosignedCheckpoint | null, note: string): Promise<boolean> {
    const folder = this.folderOf(origin);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Its name in the folder of all logs: without it the state would be lost as a whole.
    if (last === null) await flushFolder(this.folder);
    const turn = (last?.turn ?? 0) + 1;
    const draft = join(folder, `${randomUUID()}${DRAFT}`);
    const path = join(folder, String(turn));
    try {
      await writeFlushed(draft, note);
      await link(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    } finally {
      await rm(draft, { force: true });
    }
    await flushFolder(folder);
    const turns = await turnsIn(folder);
    // A turn that was taken long ago, and its file removed since, can be taken again by somebody who slept meanwhile.
    if (turns.at(-1) !== turn) {
      await rm(path);
      return false;
    }
    for (const past of turns.filter((other) => other <= turn - KEPT))
      await rm(join(folder, String(past)), { force: true });
    return true;
  }

  /** Keeps what a log signed against itself, beside its turns: the first proofs, since it can make any number. */
  async keepEvidence(origin: string, note: string): Promise<string> {
    const folder = this.folderOf(origin);
    const name = `${FORK}${sha256(note).toString('hex')}`;
    const kept = (await namesIn(folder)).filter((file) => file.startsWith(FORK));
    if (kept.includes(name)) return join(folder, name);
    if (kept.length >= MOST_PROOFS) return join(folder, kept[0]!);
    await writeFlushed(join(folder, name), note);
    await flushFolder(folder);
    return join(folder, name);
  }

  /** Removes what a process that was killed left half-written. Nobody else may be writing. */
  async sweep(origin: string): Promise<void> {
    const folder = this.folderOf(origin);
    const drafts = (await namesIn(folder)).filter((name) => name.endsWith(DRAFT));
    for (const draft of drafts) await rm(join(folder, draft), { force: true });
  }

  private folderOf(origin: string): string {
    return join(this.folder, sha256(origin).toString('hex'));
  }

  private read(turn: number, origin: string, text: string): CosignedCheckpoint {
    const note = parseNote(text);
    const opened = openNote(note, [cosignatureVerifier(this.key)]);
    if (!opened.ok) throw new Error('not a checkpoint that this witness has cosigned');
    const checkpoint = parseCheckpoint(note.text);
    if (checkpoint.origin !== origin) throw new Error('a checkpoint of another log');
    return { turn, checkpoint, time: cosignatureTime(opened.signatures[0]!.signature), note: text };
  }
}

async function turnsIn(folder: string): Promise<number[]> {
  const names = (await namesIn(folder)).filter((name) => TURN.test(name));
  return names.map(Number).sort((a, b) => a - b);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

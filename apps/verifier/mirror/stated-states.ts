/** What the log has signed, as far as this mirror (and whoever checks) has kept it. */
import {
  type Checkpoint,
  openCheckpoint,
  parseCheckpoint,
  type SignedCheckpoint,
} from '@fil/log/transparency/checkpoint';
import { type Policy, policyKeys, witnessedAt } from '@fil/log/transparency/policy';
import { parseNote } from '@fil/log/transparency/signed-note';
import { Unreadable } from '@fil/log/transparency/unreadable';
import { type MirrorSource, MOST_NOTE_BYTES } from './mirror-source';
import type { FindingLog } from './finding-log';

export interface StatedState {
  /** Where it stands: a path in the mirror, or the name of the file that was given. */
  readonly from: string;
  readonly size: number;
  readonly root: Buffer;
  /** Seconds since 1970: since when the quorum vouches for it; null without one. */
  readonly witnessedAt: number | null;
  /** Read again: notes are not held in memory. Null when no policy says whose signature counts. */
  readonly open: () => SignedCheckpoint | null;
}

/** A checkpoint beside the mirror: from a receipt, from another mirror. */
export interface GivenNote {
  readonly name: string;
  readonly note: string;
}

const HEAD = 'checkpoint';

export class StatedStates {
  /** Those that count, by size. */
  readonly all: StatedState[] = [];

  constructor(
    private readonly source: MirrorSource,
    private readonly policy: Policy | null,
    private readonly log: FindingLog,
  ) {}

  /** The state the mirror was brought to. @returns null, and says so, when it cannot be read: nothing follows from it then */
  head(): (Checkpoint & { readonly signed: SignedCheckpoint | null }) | null {
    const bytes = this.bytesOf(HEAD);
    if (bytes === null) return null;
    const signed = this.add(HEAD, bytes, () => this.source.read(HEAD, MOST_NOTE_BYTES)!);
    // Whoever signed it, its size says how far the mirror was meant to go.
    const head = this.parsed(bytes);
    return head && { ...head, signed };
  }

  addKept(origin: string): void {
    for (const name of this.source.keptCheckpoints()) {
      const path = `checkpoints/${name}`;
      const bytes = this.bytesOf(path);
      if (bytes === null) continue;
      this.add(path, bytes, () => this.source.read(path, MOST_NOTE_BYTES)!, origin);
    }
  }

  addGiven(given: readonly GivenNote[], origin: string): void {
    for (const { name, note } of given) this.add(name, note, () => note, origin);
  }

  private bytesOf(path: string): Buffer | null {
    try {
      const bytes = this.source.read(path, MOST_NOTE_BYTES);
      if (bytes === null) this.fail('unreadable', path, 'no such file');
      return bytes;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.fail('unreadable', path, error.message);
      return null;
    }
  }

  private parsed(note: Buffer | string): Checkpoint | null {
    try {
      return parseCheckpoint(parseNote(note).text);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return null;
    }
  }

  private add(
    from: string,
    note: Buffer | string,
    again: () => Buffer | string,
    origin?: string,
  ): SignedCheckpoint | null {
    const { policy } = this;
    try {
      const { signed, ...state } = stateIn(note, policy);
      if (origin !== undefined && state.origin !== origin) this.fail('unknownRegister', from, state.origin);
      else if (policy && !signed) this.fail(state.refused, from, state.origin);
      else {
        this.all.push({
          from,
          size: state.size,
          root: state.root,
          witnessedAt: policy && signed && witnessedAt(policy, signed),
          open: () => (policy ? stateIn(again(), policy).signed : null),
        });
      }
      return signed;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.fail('unreadable', from, error.message);
      return null;
    }
  }

  private fail(check: keyof typeof SAID, from: string, detail: string): void {
    const { fr, en } = SAID[check];
    // Without its head a copy is none; with a kept state that is none, it is one with a fault.
    const name = check === 'unreadable' && from !== HEAD ? 'stateUnreadable' : check;
    this.log.fail(name, () => ({ fr: `${from} : ${fr} (${detail}).`, en: `${from}: ${en} (${detail}).` }));
  }
}

interface StateIn {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  readonly signed: SignedCheckpoint | null;
  readonly refused: 'unknownRegister' | 'signatureWrong';
}

/** @throws Unreadable */
function stateIn(note: Buffer | string, policy: Policy | null): StateIn {
  const { origin, size, root } = parseCheckpoint(parseNote(note).text);
  const opened = policy && openCheckpoint(note, policyKeys(policy));
  const refused = opened?.ok === false && opened.reason === 'unknownOrigin' ? 'unknownRegister' : 'signatureWrong';
  return { origin, size, root: Buffer.from(root), signed: opened?.ok ? opened.checkpoint : null, refused };
}

const SAID = {
  unreadable: {
    fr: 'cet état du registre est illisible ou manque',
    en: 'this state of the register cannot be read, or is missing',
  },
  unknownRegister: {
    fr: 'cet état vient d’un registre inconnu, ou d’un autre que cette copie',
    en: 'this state comes from a register that is not known, or from another one than this copy',
  },
  signatureWrong: {
    fr: 'cet état n’est pas signé par le registre, ou porte une signature fausse',
    en: 'this state is not signed by the register, or bears a wrong signature',
  },
} as const;

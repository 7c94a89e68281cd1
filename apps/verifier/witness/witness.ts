/** Cosigns a checkpoint that extends the last one it has cosigned: C2SP tlog-witness, as 04 §1.9 puts it. */
import { type AddCheckpoint, parseAddCheckpoint } from '@fil/log/transparency/add-checkpoint';
import {
  formatCheckpoint,
  type OpenedCheckpoint,
  openCheckpoint,
  type SignedCheckpoint,
} from '@fil/log/transparency/checkpoint';
import { cosigner } from '@fil/log/transparency/cosignature';
import { EMPTY_ROOT } from '@fil/log/transparency/hashing';
import type { SigningKey, VerifierKey } from '@fil/log/transparency/keys';
import { verifyConsistency } from '@fil/log/transparency/proofs';
import { formatSignatureLine } from '@fil/log/transparency/signed-note';
import { Unreadable } from '@fil/log/transparency/unreadable';
import type { CosignedCheckpoint, CosignedCheckpoints } from './cosigned-checkpoints';
import type { WitnessMessage } from './witness-messages';

/** Of HTTP. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** Media type; text when it is absent. */
  readonly type?: string;
}

const REFUSED = {
  unknownOrigin: { status: 404, body: 'unknown log\n' },
  notSigned: { status: 403, body: 'no signature of a trusted key of this log\n' },
  badSignature: { status: 403, body: 'invalid signature\n' },
} as const satisfies Record<Exclude<OpenedCheckpoint, { ok: true }>['reason'], Answer>;

const unprocessable = (body: string): Answer => ({ status: 422, body: `${body}\n` });

const conflict = (last: CosignedCheckpoint | null): Answer => ({
  status: 409,
  body: `${last?.checkpoint.size ?? 0}\n`,
  type: 'text/x.tlog.size',
});

export class Witness {
  /**
   * @param logs keys of the logs it cosigns for
   * @param now seconds since 1970
   * @param tell told of what its operator should know
   */
  constructor(
    private readonly key: SigningKey,
    private readonly logs: readonly VerifierKey[],
    private readonly memory: CosignedCheckpoints,
    private readonly now: () => number,
    private readonly tell: (message: WitnessMessage) => void,
  ) {}

  /** @throws MemoryDamaged */
  async addCheckpoint(body: Uint8Array): Promise<Answer> {
    let request: AddCheckpoint;
    let opened: OpenedCheckpoint;
    try {
      request = parseAddCheckpoint(body);
      opened = openCheckpoint(request.checkpoint, this.logs);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return { status: 400, body: `invalid input: ${error.message}\n` };
    }
    if (!opened.ok) return REFUSED[opened.reason];
    return this.decide(request, opened.checkpoint);
  }

  /** The checks that need the checkpoint to be the log's, in the order of 04 §1.9. */
  private async decide(request: AddCheckpoint, checkpoint: SignedCheckpoint): Promise<Answer> {
    const { origin, size } = checkpoint;
    if (checkpoint.extensions.length > 0) return { status: 400, body: 'invalid checkpoint: extension lines\n' };
    if (request.old > size) return { status: 400, body: 'the old size is above that of the checkpoint\n' };
    const last = await this.memory.last(origin);
    const older = last?.checkpoint ?? { size: 0, root: EMPTY_ROOT };
    const forked = last !== null && size === older.size && !checkpoint.root.equals(older.root);
    if (forked) {
      const evidence = await this.memory.keepEvidence(origin, checkpoint.note);
      this.tell({ kind: 'fork', origin, size, evidence });
    }
    if (request.old !== older.size) return conflict(last);
    if (size === 0 && !checkpoint.root.equals(EMPTY_ROOT)) return unprocessable('not the root of an empty log');
    if (forked) return unprocessable('another root was signed for this size');
    if (!verifyConsistency(older, checkpoint, request.path)) {
      this.tell({ kind: 'inconsistent', origin, size, old: older.size });
      return unprocessable('the consistency proof does not hold');
    }
    return this.cosign(checkpoint, last);
  }

  private async cosign(checkpoint: SignedCheckpoint, last: CosignedCheckpoint | null): Promise<Answer> {
    const { origin, size, logSignatures } = checkpoint;
    const time = this.now();
    // It would say that at this time it had seen no larger tree, and it had.
    if (last && time < last.time) {
      this.tell({ kind: 'clockBehind', seconds: last.time - time });
      return { status: 503, body: 'the clock of the witness is behind its last cosignature\n' };
    }
    // As it was signed: without extension lines there is one spelling.
    const text = formatCheckpoint(checkpoint);
    const signer = cosigner(this.key, time);
    const { name, keyId } = signer;
    const line = formatSignatureLine({ name, keyId, signature: signer.sign(Buffer.from(text)) });
    const note = `${text}\n${logSignatures.map(formatSignatureLine).join('')}${line}`;
    if (!(await this.memory.replace(origin, last, note))) return conflict(await this.memory.last(origin));
    this.tell({ kind: 'cosigned', origin, size });
    return { status: 200, body: line };
  }
}

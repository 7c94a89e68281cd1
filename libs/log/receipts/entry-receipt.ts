/** A receipt of one entry, from the moment it is recorded: first a promise, then a proof that gets better. */
import type { EntryProof } from '../checkpoints/log-proofs';
import type { StoredEntry } from '../event-store/event-store.port';
import { parseCheckpoint } from '../transparency/checkpoint';
import { fingerprint, locator } from '../transparency/fingerprint';
import { formatQrPayload } from '../transparency/qr-payload';
import { formatReceipt, type ShownField } from '../transparency/receipt';
import { parseNote } from '../transparency/signed-note';
import type { SignedPromise } from './promise-signer';

/**
 * `promised`: it is in the log, and no signed checkpoint covers it yet. `recorded`: the log has signed one. `confirmed`: as
 * many witnesses as are asked for have cosigned it. `timeStamped`: and an authority of time has stamped one.
 */
export const RECEIPT_STATES = ['promised', 'recorded', 'confirmed', 'timeStamped'] as const;
export type ReceiptState = (typeof RECEIPT_STATES)[number];

export interface EntryReceipt {
  readonly entry: StoredEntry;
  /** Its hash, 32 bytes. */
  readonly leaf: Buffer;
  readonly promise: SignedPromise;
  /** Null while there is only the promise. */
  readonly proof: EntryProof | null;
  /** The first time at which a checkpoint that covers it was stamped; null while none was. */
  readonly stampedAt: Date | null;
}

export function stateOf({ proof, stampedAt }: Pick<EntryReceipt, 'proof' | 'stampedAt'>): ReceiptState {
  if (!proof) return 'promised';
  const { state } = proof.checkpoint.confirmation;
  return state === 'confirmed' && stampedAt !== null ? 'timeStamped' : state;
}

export const locatorOf = ({ entry, leaf }: EntryReceipt): string => locator(entry.index, leaf);

export const fingerprintOf = ({ leaf }: EntryReceipt): string => fingerprint(leaf);

/** Names and ids of the keys of the log that have signed the checkpoint of a proof. */
export function logKeyIds({ proof, promise }: EntryReceipt): string[] {
  if (!proof) return [];
  const { signatures } = parseNote(proof.checkpoint.note);
  return signatures.filter(({ name }) => name === promise.origin).map(({ keyId }) => keyId);
}

/**
 * The file `.tlog-proof`; null while there is only the promise.
 * @param open what the holder may show; none: it shows that something was recorded, not what
 */
export const receiptFile = ({ entry, proof }: EntryReceipt, open: readonly ShownField[]): string | null =>
  proof &&
  formatReceipt({ entry: entry.bytes, open, index: entry.index, path: proof.path, checkpoint: proof.checkpoint.note });

/** Cosignatures for which a code has room on a sheet: each makes it larger. */
const MOST_IN_CODE = 3;

/**
 * The proof for a QR code, in letters of its alphanumeric mode; null while there is only the promise. Witnesses are in it
 * once they are a quorum.
 */
export function qrTextOf(receipt: EntryReceipt): string | null {
  const { entry, leaf, proof } = receipt;
  if (!proof) return null;
  const note = parseNote(proof.checkpoint.note);
  const checkpoint = parseCheckpoint(note.text);
  const own = note.signatures.filter(({ name }) => name === checkpoint.origin);
  const others = note.signatures.filter(({ name }) => name !== checkpoint.origin).slice(0, MOST_IN_CODE);
  const signatures = stateOf(receipt) === 'recorded' ? own : [...own, ...others];
  return formatQrPayload({ leaf, index: entry.index, path: proof.path, checkpoint, signatures });
}

/** That an entry was logged, for checking without a network: C2SP tlog-proof. */
import { fromBase64, hashFromBase64, toBase64 } from './base64';
import { type OpenedCheckpoint, openCheckpoint, type SignedCheckpoint } from './checkpoint';
import { fromDecimal } from './decimal';
import { isWitnessed, type Policy, policyKeys } from './policy';
import { verifyInclusion } from './proofs';
import { noteText } from './signed-note';
import { Unreadable } from './unreadable';

const HEADER = 'c2sp.org/tlog-proof@v1';
const LONGEST_PATH = 63;

export interface TlogProof {
  /** Of the application, not authenticated; null when there is none. */
  readonly extra: Buffer | null;
  /** From 0. */
  readonly index: number;
  /** From the leaf's sibling up, 32 bytes each. */
  readonly path: readonly Buffer[];
  /** Note of the checkpoint, as it was given. */
  readonly checkpoint: string;
}

/** What was looked at, in this order; the first that fails is named. */
export type ProofFailure = 'unknownRegister' | 'signatureWrong' | 'tooFewWitnesses' | 'notInRegister';

export function formatTlogProof({ extra, index, path, checkpoint }: TlogProof): string {
  const lines = [
    HEADER,
    ...(extra === null ? [] : [`extra ${toBase64(extra)}`]),
    `index ${index}`,
    ...path.map(toBase64),
    '',
  ];
  return `${lines.join('\n')}\n${checkpoint}`;
}

/** The checkpoint is read when it is opened. @throws Unreadable */
export function parseTlogProof(bytes: Uint8Array | string): TlogProof {
  const text = noteText(bytes);
  // The first empty line: neither the lines before it nor the checkpoint begin with one.
  const end = text.indexOf('\n\n');
  if (end < 0) throw new Unreadable('a proof without a checkpoint');
  const [header, ...lines] = text.slice(0, end).split('\n');
  if (header !== HEADER) throw new Unreadable('not a proof of logging, or not of this version');
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()!.slice('extra '.length)) : null;
  const index = lines.shift();
  if (!index?.startsWith('index ')) throw new Unreadable('a proof without the index of its entry');
  if (lines.length > LONGEST_PATH) throw new Unreadable('a proof with too many hashes');
  return {
    extra,
    index: fromDecimal(index.slice('index '.length)),
    path: lines.map(hashFromBase64),
    checkpoint: text.slice(end + 2),
  };
}

export interface CheckedProof {
  /** Empty when everything holds; in the order of 04 §1.10. */
  readonly failures: readonly ProofFailure[];
  /** Null when it is not one, or not signed by a log of the policy: then nothing else was looked at. */
  readonly checkpoint: SignedCheckpoint | null;
}

const REFUSALS = {
  unknownOrigin: 'unknownRegister',
  notSigned: 'signatureWrong',
  badSignature: 'signatureWrong',
} as const satisfies Record<Exclude<OpenedCheckpoint, { ok: true }>['reason'], ProofFailure>;

/**
 * Checks in the order of 04 §1.10: log and its signature, cosignatures and quorum, inclusion.
 * @param leaf hash of the entry, computed by the caller from its bytes
 * @throws Unreadable when the checkpoint is not one
 */
export function verifyTlogProof(proof: TlogProof, leaf: Uint8Array, policy: Policy): CheckedProof {
  const opened = openCheckpoint(proof.checkpoint, policyKeys(policy));
  if (!opened.ok) return { failures: [REFUSALS[opened.reason]], checkpoint: null };
  const { checkpoint } = opened;
  const failures: ProofFailure[] = [];
  // Without a quorum the rest is still looked at: a receipt given at the counter says what is missing, and nothing worse.
  if (!isWitnessed(policy, checkpoint)) failures.push('tooFewWitnesses');
  if (!verifyInclusion(checkpoint, proof.index, leaf, proof.path)) failures.push('notInRegister');
  return { failures, checkpoint };
}

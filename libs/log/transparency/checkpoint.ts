/** The signed tree head: C2SP tlog-checkpoint. */
import { hashFromBase64, toBase64 } from './base64';
import { cosignatureTime, cosignatureVerifier } from './cosignature';
import { fromDecimal } from './decimal';
import { COSIGNATURE_KEY, noteVerifier, type Signer, type VerifierKey } from './keys';
import { type NoteSignature, noteText, openNote, parseNote, signNote } from './signed-note';
import type { TreeHead } from './tree-head';
import { Unreadable } from './unreadable';

export interface Checkpoint extends TreeHead {
  /** Identity of the log, never used again; the name of its keys. */
  readonly origin: string;
  /** Lines after the third. This register writes none. */
  readonly extensions: readonly string[];
}

/** Of a witness that is known, verified. */
export interface Cosignature extends NoteSignature {
  /** Seconds since 1970: when this tree was the largest consistent one the witness had seen. */
  readonly time: number;
}

/** A checkpoint that one of the log's keys has signed. */
export interface SignedCheckpoint extends Checkpoint {
  /** As it was given, with all its signatures. */
  readonly note: string;
  /** Verified, at least one. */
  readonly logSignatures: readonly NoteSignature[];
  /** Verified, one for each witness key that is known. */
  readonly cosignatures: readonly Cosignature[];
}

export type OpenedCheckpoint =
  | { readonly ok: true; readonly checkpoint: SignedCheckpoint }
  /**
   * `unknownOrigin`: no key of such a log is known. `notSigned`: no key of the log signed it. `badSignature`: something
   * that bears the name of a known key, of log or witness, is not its signature.
   */
  | { readonly ok: false; readonly reason: 'unknownOrigin' | 'notSigned' | 'badSignature'; readonly origin: string };

/** Three lines, each with its LF. */
export const formatCheckpoint = ({ origin, size, root }: TreeHead & { readonly origin: string }): string =>
  `${origin}\n${size}\n${toBase64(root)}\n`;

/** @param text of the note @throws Unreadable */
export function parseCheckpoint(text: string): Checkpoint {
  if (!text.endsWith('\n')) throw new Unreadable('the text of a checkpoint ends with LF');
  const [origin, size, root, ...extensions] = text.slice(0, -1).split('\n');
  if (!origin || size === undefined || root === undefined) throw new Unreadable('a checkpoint has three lines');
  if (extensions.includes('')) throw new Unreadable('an empty line in a checkpoint');
  return { origin, size: fromDecimal(size), root: hashFromBase64(root), extensions };
}

/** @returns the note */
export const signCheckpoint = (head: TreeHead & { readonly origin: string }, signers: readonly Signer[]): string =>
  signNote(formatCheckpoint(head), signers);

/**
 * @param keys of logs and of witnesses, each once; those of logs count for the origin that is their name
 * @throws Unreadable when it is not a note with a checkpoint
 */
export function openCheckpoint(bytes: Uint8Array | string, keys: readonly VerifierKey[]): OpenedCheckpoint {
  const text = noteText(bytes);
  const note = parseNote(text);
  const checkpoint = parseCheckpoint(note.text);
  const { origin } = checkpoint;
  const logs = keys.filter(({ name, type }) => type !== COSIGNATURE_KEY && name === origin);
  if (logs.length === 0) return { ok: false, reason: 'unknownOrigin', origin };
  const witnesses = keys.filter(({ type }) => type === COSIGNATURE_KEY);
  const opened = openNote(note, [...logs.map(noteVerifier), ...witnesses.map(cosignatureVerifier)]);
  if (!opened.ok) return { ok: false, reason: opened.reason === 'badSignature' ? 'badSignature' : 'notSigned', origin };
  const logSignatures = opened.signatures.filter((signature) => logs.some((key) => isOf(signature, key)));
  if (logSignatures.length === 0) return { ok: false, reason: 'notSigned', origin };
  const cosignatures = opened.signatures
    .filter((signature) => witnesses.some((key) => isOf(signature, key)))
    .map((signature) => ({ ...signature, time: cosignatureTime(signature.signature) }));
  return { ok: true, checkpoint: { ...checkpoint, note: text, logSignatures, cosignatures } };
}

const isOf = (signature: NoteSignature, key: VerifierKey): boolean =>
  signature.name === key.name && signature.keyId === key.keyId;

/** Signed notes: C2SP signed-note. Strict: whatever is not exactly of the form is refused as a whole. */
import { fromBase64, toBase64 } from './base64';
import { isKeyName, type Signer, type Verifier } from './keys';
import { Unreadable } from './unreadable';
import { fromUtf8 } from './utf8';

const MOST_SIGNATURES = 100;
const KEY_ID_BYTES = 4;

export interface NoteSignature {
  readonly name: string;
  /** 8 hexadecimal digits. */
  readonly keyId: string;
  /** What stands behind the key id. */
  readonly signature: Buffer;
}

export interface Note {
  /** What is signed, with its last LF. To be ignored until a signature of a known key is verified. */
  readonly text: string;
  /** At least one, in the order of the note, unverified. */
  readonly signatures: readonly NoteSignature[];
}

export type OpenedNote =
  | {
      readonly ok: true;
      readonly text: string;
      /** Verified, each key once, in the order of the note. */
      readonly signatures: readonly NoteSignature[];
    }
  /** `badSignature`: one that bears name and id of a known key is not over this text. */
  | { readonly ok: false; readonly reason: 'badSignature' | 'noKnownSignature' };

const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

/** @throws Unreadable on bytes that are not UTF-8, and on control characters other than LF */
export function noteText(bytes: Uint8Array | string): string {
  const text = typeof bytes === 'string' ? bytes : fromUtf8(bytes);
  if (!text.isWellFormed()) throw new Unreadable('not Unicode');
  if (CONTROL.test(text)) throw new Unreadable('a control character in a note');
  return text;
}

/** @throws Unreadable */
export function parseNote(bytes: Uint8Array | string): Note {
  const note = noteText(bytes);
  // The last empty line: the text may have others.
  const end = note.lastIndexOf('\n\n');
  if (end < 0) throw new Unreadable('a note without an empty line');
  const block = note.slice(end + 2);
  if (!block.endsWith('\n')) throw new Unreadable('a note without signatures, or cut off');
  const lines = block.slice(0, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) throw new Unreadable(`a note with more than ${MOST_SIGNATURES} signatures`);
  return { text: note.slice(0, end + 1), signatures: lines.map(parseSignatureLine) };
}

/** @param line without its LF @throws Unreadable */
export function parseSignatureLine(line: string): NoteSignature {
  const [, name, base64] = /^— ([^ ]+) ([^ ]+)$/.exec(line) ?? [];
  if (name === undefined || base64 === undefined || !isKeyName(name)) throw new Unreadable('not a signature line');
  const bytes = fromBase64(base64);
  if (bytes.length <= KEY_ID_BYTES) throw new Unreadable('a signature without bytes');
  return {
    name,
    keyId: bytes.subarray(0, KEY_ID_BYTES).toString('hex'),
    signature: bytes.subarray(KEY_ID_BYTES),
  };
}

/** With its LF. */
export const formatSignatureLine = ({ name, keyId, signature }: NoteSignature): string =>
  `— ${name} ${toBase64(Buffer.concat([Buffer.from(keyId, 'hex'), signature]))}\n`;

/**
 * Keys are known by name and id together; signatures of others are passed over.
 * @param verifiers of which no two have the same name and id
 */
export function openNote({ text, signatures }: Note, verifiers: readonly Verifier[]): OpenedNote {
  const bytes = Buffer.from(text, 'utf8');
  const known = verifiersByKey(verifiers);
  const verified = new Map<string, NoteSignature>();
  for (const signature of signatures) {
    const key = keyOf(signature);
    const verifier = known.get(key);
    if (!verifier) continue;
    if (!verifier.verify(bytes, signature.signature)) return { ok: false, reason: 'badSignature' };
    if (!verified.has(key)) verified.set(key, signature);
  }
  if (verified.size === 0) return { ok: false, reason: 'noKnownSignature' };
  return { ok: true, text, signatures: [...verified.values()] };
}

const keyOf = ({ name, keyId }: { readonly name: string; readonly keyId: string }): string => `${name}+${keyId}`;

function verifiersByKey(verifiers: readonly Verifier[]): Map<string, Verifier> {
  const known = new Map(verifiers.map((verifier) => [keyOf(verifier), verifier]));
  if (known.size < verifiers.length) throw new TypeError('two keys with one name and id');
  return known;
}

/**
 * @param text with its last LF
 * @throws Unreadable when a note cannot have this text
 */
export function signNote(text: string, signers: readonly Signer[]): string {
  if (!noteText(text).endsWith('\n')) throw new Unreadable('the text of a note ends with LF');
  const bytes = Buffer.from(text, 'utf8');
  const lines = signers.map((signer) =>
    formatSignatureLine({ name: signer.name, keyId: signer.keyId, signature: signer.sign(bytes) }),
  );
  return `${text}\n${lines.join('')}`;
}

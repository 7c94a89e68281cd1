/**
 * Signed promise that an entry will be in the log: what Certificate Transparency calls an SCT. Its key has a name of its
 * own and its second line is a UUID, so that it is never taken for a checkpoint. Form: 04 §1.12.
 */
import { hashFromBase64, toBase64 } from './base64';
import { isInstant, isUuid } from './entry-forms';
import { noteSigner, noteVerifier, type SigningKey, type VerifierKey } from './keys';
import { openNote, parseNote, signNote } from './signed-note';
import { Unreadable } from './unreadable';

export interface InclusionPromise {
  /** Of the log that made it. */
  readonly origin: string;
  /** Id of the event. */
  readonly event: string;
  /** Leaf hash of its entry, 32 bytes. */
  readonly leaf: Buffer;
  /** `YYYY-MM-DDThh:mm:ssZ`, as `includedBy`. */
  readonly acceptedAt: string;
  /** A checkpoint of the log includes the entry at the latest then. */
  readonly includedBy: string;
}

export type OpenedPromise =
  | { readonly ok: true; readonly promise: InclusionPromise }
  | { readonly ok: false; readonly reason: 'unknownRegister' | 'signatureWrong' };

const SUFFIX = '/ack';

/** Name of the key that signs the promises of a log. */
export const promiseKeyName = (origin: string): string => `${origin}${SUFFIX}`;

/** @param text of the note @throws Unreadable */
export function parsePromise(text: string): InclusionPromise {
  const [name, event, leaf, acceptedAt, includedBy, last, ...rest] = text.split('\n');
  if (last !== '' || rest.length > 0) throw new Unreadable('a promise has five lines');
  if (!name!.endsWith(SUFFIX) || name === SUFFIX) throw new Unreadable('not a promise');
  if (!isUuid(event!)) throw new Unreadable('not the id of an event');
  if (!isInstant(acceptedAt!) || !isInstant(includedBy!)) throw new Unreadable('not a time in UTC');
  if (includedBy! < acceptedAt!) throw new Unreadable('a promise that ends before it begins');
  return {
    origin: name!.slice(0, -SUFFIX.length),
    event: event!,
    leaf: hashFromBase64(leaf!),
    acceptedAt: acceptedAt!,
    includedBy: includedBy!,
  };
}

export const formatPromise = ({ origin, event, leaf, acceptedAt, includedBy }: InclusionPromise): string =>
  [`${origin}${SUFFIX}`, event, toBase64(leaf), acceptedAt, includedBy, ''].join('\n');

/** @param key never that of a log: see above @returns the note */
export function signPromise(promise: InclusionPromise, key: SigningKey): string {
  if (key.name === promise.origin) throw new TypeError('a promise is not signed with the key of checkpoints');
  return signNote(formatPromise(promise), [noteSigner(key)]);
}

/**
 * @param key that of the promises of this log
 * @param origin of the log
 * @throws Unreadable
 */
export function openPromise(bytes: Uint8Array | string, key: VerifierKey, origin: string): OpenedPromise {
  const note = parseNote(bytes);
  const promise = parsePromise(note.text);
  if (promise.origin !== origin) return { ok: false, reason: 'unknownRegister' };
  return openNote(note, [noteVerifier(key)]).ok ? { ok: true, promise } : { ok: false, reason: 'signatureWrong' };
}

/** Receipts: a `tlog-proof` that carries its entry, and the words and salts that the holder may show (04 §1.10). */
import { fromBase64, hashFromBase64, toBase64 } from './base64';
import { canonicalJson, type CanonicalValue } from './canonical-json';
import type { SignedCheckpoint } from './checkpoint';
import { commitment } from './commitment';
import type { Entry } from './entry';
import { leafHash } from './leaf-hash';
import { type Policy, witnessedAt } from './policy';
import { isMembers, readCanonicalJson, readEntry } from './read-entry';
import { formatTlogProof, parseTlogProof, type ProofFailure, type TlogProof, verifyTlogProof } from './tlog-proof';
import { Unreadable } from './unreadable';

/** One sealed field, opened. */
export interface ShownField {
  readonly path: string;
  /** 32 bytes. */
  readonly salt: Buffer;
  readonly value: CanonicalValue;
}

export interface Receipt extends Omit<TlogProof, 'extra'> {
  /** The leaf's bytes, as they were logged. */
  readonly entry: Buffer;
  /** Empty in a receipt that shows that something was recorded, not what. */
  readonly open: readonly ShownField[];
}

/** What keeps a receipt from holding; each is told in words in `receipt-failures`. */
export type ReceiptFailure = 'unreadable' | ProofFailure | 'openingDoesNotFit' | 'oldState';

export interface CheckedReceipt {
  /** Empty when everything holds. The first is the first in the order of 04 §1.10, and the one to tell. */
  readonly failures: readonly ReceiptFailure[];
  /** Null when it could not be read; then why, for whoever made it. */
  readonly read: { readonly receipt: Receipt; readonly entry: Entry; readonly leaf: Buffer } | null;
  readonly unreadable: string | null;
  /** Null unless a log of the policy signed it. */
  readonly checkpoint: SignedCheckpoint | null;
  /** Seconds since 1970: since when the quorum of the policy vouches for it; null without one. */
  readonly witnessedAt: number | null;
  /** Paths of the fields that the receipt shows otherwise than they were recorded. */
  readonly doNotFit: readonly string[];
}

/** @returns the file */
export function formatReceipt({ entry, open, ...proof }: Receipt): string {
  const shown = open.map(({ path, salt, value }): CanonicalValue => [path, toBase64(salt), value]);
  const extra = Buffer.from(canonicalJson({ v: 1, entry: toBase64(entry), open: shown }), 'utf8');
  return formatTlogProof({ ...proof, extra });
}

/** @throws Unreadable */
export function parseReceipt(bytes: Uint8Array | string): Receipt {
  const { extra, ...proof } = parseTlogProof(bytes);
  if (extra === null) throw new Unreadable('a proof that does not carry its entry');
  const members = readCanonicalJson(extra);
  if (!isMembers(members) || Object.keys(members).join(' ') !== 'entry open v') {
    throw new Unreadable('not what a receipt carries');
  }
  const { v, entry, open } = members;
  if (v !== 1) throw new Unreadable('a receipt of another version');
  if (typeof entry !== 'string' || !Array.isArray(open)) throw new Unreadable('not what a receipt carries');
  const shown = (open as readonly CanonicalValue[]).map(readShownField);
  if (new Set(shown.map(({ path }) => path)).size < shown.length) throw new Unreadable('a field that is shown twice');
  return { ...proof, entry: fromBase64(entry), open: shown };
}

function readShownField(item: CanonicalValue): ShownField {
  if (!Array.isArray(item) || item.length !== 3) throw new Unreadable('not a field with its salt and value');
  const [path, salt, value] = item as [CanonicalValue, CanonicalValue, CanonicalValue];
  if (typeof path !== 'string' || typeof salt !== 'string') throw new Unreadable('not a field with its salt and value');
  return { path, salt: hashFromBase64(salt), value };
}

/** Whether a value and its salt are what an entry committed to. */
export function fits(entry: Entry, { path, salt, value }: ShownField): boolean {
  const expected = Object.hasOwn(entry.sealed, path) ? entry.sealed[path] : undefined;
  return expected === toBase64(commitment(salt, entry.id, path, canonicalJson(value)));
}

/**
 * Checks a receipt without a network, in the order of 04 §1.10; then what it shows, and its age when that is asked.
 * @param freshSince seconds since 1970: the quorum must have vouched at that time or later. A receipt is valid at any age;
 *   to be asked where the state of the register is wanted, not that of one entry
 */
export function verifyReceipt(bytes: Uint8Array | string, policy: Policy, freshSince?: number): CheckedReceipt {
  try {
    const receipt = parseReceipt(bytes);
    const entry = readEntry(receipt.entry);
    return check({ receipt, entry, leaf: leafHash(receipt.entry) }, policy, freshSince);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return {
      failures: ['unreadable'],
      read: null,
      unreadable: error.message,
      checkpoint: null,
      witnessedAt: null,
      doNotFit: [],
    };
  }
}

function check(read: NonNullable<CheckedReceipt['read']>, policy: Policy, freshSince?: number): CheckedReceipt {
  const { receipt, entry, leaf } = read;
  const proof = verifyTlogProof({ ...receipt, extra: null }, leaf, policy);
  const failures: ReceiptFailure[] = [...proof.failures];
  const { checkpoint } = proof;
  const since = checkpoint ? witnessedAt(policy, checkpoint) : null;
  const doNotFit = receipt.open.filter((field) => !fits(entry, field)).map(({ path }) => path);
  if (checkpoint) {
    // An entry says which register it was made for: in another one it is a copy.
    if (entry.log !== checkpoint.origin && !failures.includes('notInRegister')) failures.push('notInRegister');
    if (doNotFit.length > 0) failures.push('openingDoesNotFit');
    if (freshSince !== undefined && (since ?? -Infinity) < freshSince) failures.push('oldState');
  }
  return { failures, read, unreadable: null, checkpoint, witnessedAt: since, doNotFit };
}

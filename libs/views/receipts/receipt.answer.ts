/** What a register can show of one entry now. JSON-serialisable. */
import {
  fingerprintOf,
  locatorOf,
  logKeyIds,
  stateOf,
  type EntryReceipt,
  type ReceiptState,
} from '@fil/log/receipts/entry-receipt';
import { parseEntry } from '@fil/log/transparency/entry';
import { openingsAddress, receiptAddress, receiptFileAddress } from '@fil/ui/page/receipt-addresses';

export interface ReceiptAnswer {
  readonly state: ReceiptState;
  /** Name of the log. */
  readonly origin: string;
  readonly event: string;
  /** Wire type, such as `contribution.recorded/2`. */
  readonly type: string;
  /** Id of the object. */
  readonly stream: string;
  /** Instant at which it was written. */
  readonly at: string;
  /** In the log, from 0. */
  readonly index: number;
  /** Number, eight letters and a check letter: it finds the entry. */
  readonly locator: string;
  /** The leaf hash, 52 letters in groups of four: it proves the entry. */
  readonly fingerprint: string;
  /** Leaf hash in hexadecimal. */
  readonly leaf: string;
  readonly promise: {
    /** Signed note. */
    readonly note: string;
    /** The key it is verified with. */
    readonly key: string;
    /** A checkpoint includes the entry at the latest then. */
    readonly includedBy: string;
  };
  /** Null as long as no checkpoint covers it. */
  readonly proof: {
    readonly size: number;
    /** Signed note, with the cosignatures received so far. */
    readonly checkpoint: string;
    readonly signedAt: string;
    /** Ids of the keys of the log that signed it. */
    readonly keyIds: readonly string[];
    /** From the leaf's sibling up, base64. */
    readonly path: readonly string[];
    readonly confirmedBy: readonly string[];
    /** Witnesses asked. */
    readonly witnesses: readonly string[];
    readonly timeStampedAt: string | null;
  } | null;
  /** Addresses: of the page to print, of the file, of what is public of the words. */
  readonly page: string;
  readonly file: string;
  readonly openings: string;
}

export function receiptAnswer(
  receipt: EntryReceipt,
  { vkey, witnesses }: { readonly vkey: string; readonly witnesses: readonly string[] },
): ReceiptAnswer {
  const { entry, leaf, promise, proof, stampedAt } = receipt;
  return {
    state: stateOf(receipt),
    origin: promise.origin,
    event: entry.id,
    type: entry.type,
    stream: entry.stream,
    at: parseEntry(entry.bytes).at,
    index: entry.index,
    locator: locatorOf(receipt),
    fingerprint: fingerprintOf(receipt),
    leaf: leaf.toString('hex'),
    promise: { note: promise.note, key: vkey, includedBy: promise.includedBy },
    proof: proof && {
      size: proof.checkpoint.size,
      checkpoint: proof.checkpoint.note,
      signedAt: proof.checkpoint.signedAt.toISOString(),
      keyIds: logKeyIds(receipt),
      path: proof.path.map((hash) => hash.toString('base64')),
      confirmedBy: proof.checkpoint.confirmation.by,
      witnesses,
      timeStampedAt: stampedAt?.toISOString() ?? null,
    },
    page: receiptAddress(entry.id),
    file: receiptFileAddress(entry.id),
    openings: openingsAddress(entry.id),
  };
}

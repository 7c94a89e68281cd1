/** The leaf: exactly these keys, in canonical form (04 §3.4). Frozen: a change is a new `v`. */
import { ExplainedError } from '@fil/facts/kit/explained-error';
import { canonicalJson, type CanonicalValue } from './canonical-json';

export const LONGEST_ENTRY = 65_535;

/** Path of the one commitment to the facts of an object that is not public. */
export const CONCEALED_DATA = '/data';

export interface Entry {
  readonly v: 1;
  /** Origin: binds the entry to this log. */
  readonly log: string;
  readonly id: string;
  readonly type: string;
  /** Id of the public object, never of a person. */
  readonly stream: string;
  /** 1, 2, 3 … per stream, without gaps. */
  readonly rev: number;
  /** `YYYY-MM-DDThh:mm:ssZ`: when this register wrote it, never chosen. */
  readonly at: string;
  /** When it happened (EDTF level 0), or null: the day of `at` in Paris. */
  readonly occurredOn: string | null;
  /** Id of the event or command that led to this one, or null. */
  readonly cause: string | null;
  readonly actor: { readonly role: string; readonly body: string | null };
  readonly data: { readonly [field: string]: CanonicalValue | undefined };
  /** Path → base64 commitment. */
  readonly sealed: { readonly [path: string]: string };
}

export class EntryTooLong extends ExplainedError {
  constructor(readonly bytes: number) {
    super('entry.tooLong', 'unprocessable', {
      fr: `Cet enregistrement contient trop d’éléments pour une seule inscription au registre (${bytes} octets pour ${LONGEST_ENTRY} admis). Répartissez-le en plusieurs.`,
      en: `This record holds too many items for one entry of the register (${bytes} bytes, at most ${LONGEST_ENTRY}). Split it.`,
    });
  }
}

/** @throws EntryTooLong */
export function entryBytes(entry: Entry): Buffer {
  const bytes = Buffer.from(canonicalJson(entry as unknown as CanonicalValue), 'utf8');
  if (bytes.length > LONGEST_ENTRY) throw new EntryTooLong(bytes.length);
  return bytes;
}

/** Trusts the bytes: they were checked when they were stored. A verifier checks JCS(parse(bytes)) = bytes itself. */
export const parseEntry = (bytes: Buffer): Entry => JSON.parse(bytes.toString('utf8')) as Entry;

/** Time stamps of an authority: RFC 3161. Its signature is not verified here: whoever checks a token does, with its chain. */
import { Unreadable } from '../transparency/unreadable';
import { der, derInteger, derOid, DerReader, TAG } from './der';

/** 2.16.840.1.101.3.4.2.1 */
const SHA_256 = '608648016503040201';
/** 1.2.840.113549.1.7.2 */
const SIGNED_DATA = '2a864886f70d010702';
/** 1.2.840.113549.1.9.16.1.4 */
const TIME_STAMP_INFO = '2a864886f70d0109100104';

/** What an authority is asked: nothing of the document but its hash. */
export interface TimeStampRequest {
  /** SHA-256, 32 bytes. */
  readonly hash: Buffer;
  /** Drawn for this request, so that an old answer is none. */
  readonly nonce: bigint;
}

export interface TimeStamp {
  /** As it is kept: a ContentInfo of CMS, with the certificate of the authority. */
  readonly token: Buffer;
  /** SHA-256 that it vouches for, 32 bytes. */
  readonly hash: Buffer;
  /** Of the authority: unique among its tokens. */
  readonly serial: bigint;
  readonly time: Date;
  /** Null when it has none. */
  readonly nonce: bigint | null;
}

export type TimeStampAnswer =
  | { readonly granted: true; readonly stamp: TimeStamp }
  /** @see RFC 3161 §2.4.2 for the numbers. */
  | { readonly granted: false; readonly status: number; readonly said: readonly string[] };

/** DER, to be sent as `application/timestamp-query`. */
export const formatTimeStampRequest = ({ hash, nonce }: TimeStampRequest): Buffer =>
  der(
    TAG.sequence,
    derInteger(1n),
    der(TAG.sequence, der(TAG.sequence, derOid(SHA_256), der(TAG.null)), der(TAG.octets, hash)),
    derInteger(nonce),
    der(TAG.boolean, Buffer.of(0xff)),
  );

/** @param bytes of an `application/timestamp-reply` @throws Unreadable */
export function parseTimeStampAnswer(bytes: Buffer): TimeStampAnswer {
  const outer = new DerReader(bytes);
  const answer = outer.open(TAG.sequence);
  outer.end();
  const info = answer.open(TAG.sequence);
  const status = Number(info.integer());
  const said = info.isNext(TAG.sequence) ? textsOf(info.open(TAG.sequence)) : [];
  // 0 granted, 1 granted with modifications; what follows in `info` is why it was not.
  if (status > 1) return { granted: false, status, said };
  const token = answer.readWhole(TAG.sequence);
  answer.end();
  return { granted: true, stamp: parseTimeStampToken(token) };
}

const UTF8_STRING = 0x0c;

function textsOf(texts: DerReader): string[] {
  const said: string[] = [];
  while (!texts.ended) said.push(texts.read(UTF8_STRING).toString('utf8'));
  return said;
}

/** @throws Unreadable */
export function parseTimeStampToken(token: Buffer): TimeStamp {
  const outer = new DerReader(token);
  const contentInfo = outer.open(TAG.sequence);
  outer.end();
  if (contentInfo.oid() !== SIGNED_DATA) throw new Unreadable('not signed data');
  const signedData = contentInfo.open(TAG.inside).open(TAG.sequence);
  signedData.integer();
  signedData.read(TAG.set);
  const encapsulated = signedData.open(TAG.sequence);
  if (encapsulated.oid() !== TIME_STAMP_INFO) throw new Unreadable('not a time stamp');
  return { token, ...infoOf(encapsulated.open(TAG.inside).open(TAG.octets).open(TAG.sequence)) };
}

function infoOf(info: DerReader): Omit<TimeStamp, 'token'> {
  if (info.integer() !== 1n) throw new Unreadable('a time stamp of another version');
  info.oid();
  const imprint = info.open(TAG.sequence);
  if (imprint.open(TAG.sequence).oid() !== SHA_256) throw new Unreadable('a time stamp over another kind of hash');
  const hash = imprint.read(TAG.octets);
  imprint.end();
  if (hash.length !== 32) throw new Unreadable('SHA-256 has 32 bytes');
  const serial = info.integer();
  const time = timeOf(info.read(TAG.time).toString('latin1'));
  if (info.isNext(TAG.sequence)) info.read(TAG.sequence); // accuracy
  if (info.isNext(TAG.boolean)) info.read(TAG.boolean); // ordering
  return { hash, serial, time, nonce: info.isNext(TAG.integer) ? info.integer() : null };
}

function timeOf(text: string): Date {
  const [, year, month, day, hour, minute, second, fraction = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(text) ?? [];
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`);
  if (Number.isNaN(time.getTime())) throw new Unreadable('not a time in UTC');
  return time;
}

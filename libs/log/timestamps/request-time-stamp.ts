import { randomBytes } from 'node:crypto';
import type { Label } from '@fil/facts/codes/label';
import { ExplainedError } from '@fil/facts/kit/explained-error';
import { Unreadable } from '../transparency/unreadable';
import { formatTimeStampRequest, parseTimeStampAnswer, type TimeStamp, type TimeStampAnswer } from './time-stamp';

const PATIENCE = 30_000;

/** No time stamp: nothing was kept. */
export class NoTimeStamp extends ExplainedError {
  constructor(explanation: Label, options?: ErrorOptions) {
    super('log.noTimeStamp', 'busy', explanation, options);
  }
}

/**
 * Asks an authority for a time stamp over a hash.
 * @param url of the authority
 * @param hash SHA-256, 32 bytes
 * @throws NoTimeStamp when it does not answer, refuses, or answers something else than was asked
 */
export async function requestTimeStamp(url: string, hash: Buffer): Promise<TimeStamp> {
  const nonce = BigInt(`0x${randomBytes(8).toString('hex')}`);
  const answer = parsed(url, await send(url, formatTimeStampRequest({ hash, nonce })));
  if (!answer.granted) {
    throw refused(url, `${answer.status} ${answer.said.join(' ')}`.trim(), {
      fr: 'l’autorité refuse',
      en: 'the authority refuses',
    });
  }
  const { stamp } = answer;
  if (!stamp.hash.equals(hash) || stamp.nonce !== nonce) {
    throw refused(url, stamp.serial.toString(), {
      fr: 'ce n’est pas la réponse à cette demande',
      en: 'not the answer to this request',
    });
  }
  return stamp;
}

async function send(url: string, body: Buffer): Promise<Buffer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: new Uint8Array(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return bytes;
  } catch (error) {
    throw refused(url, (error as Error).message, { fr: 'pas de réponse', en: 'no answer' }, error);
  }
}

function parsed(url: string, bytes: Buffer): TimeStampAnswer {
  try {
    return parseTimeStampAnswer(bytes);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw refused(url, error.message, { fr: 'réponse illisible', en: 'an answer that cannot be read' }, error);
  }
}

const refused = (url: string, detail: string, why: Label, cause?: unknown): NoTimeStamp =>
  new NoTimeStamp(
    {
      fr: `Pas d’horodatage de ${url} : ${why.fr} (${detail}). Rien n’a été conservé.`,
      en: `No time stamp from ${url}: ${why.en} (${detail}). Nothing was kept.`,
    },
    { cause },
  );

/** Reads a log over HTTP: C2SP tlog-tiles. */
import { MirrorStopped } from './mirror-stopped';

/** Where a log is read. */
export interface LogReader {
  /**
   * @param path as `checkpoint` or `tile/…`
   * @param most bytes that are admitted
   * @throws MirrorStopped
   */
  get(path: string, most: number): Promise<Buffer>;
}

/** Milliseconds in which an answer must be there, as a whole. */
const PATIENCE = 60_000;

export class HttpLog implements LogReader {
  private readonly base: string;

  /** @param url behind which `checkpoint` and `tile/` stand */
  constructor(
    url: string,
    private readonly signal: AbortSignal,
  ) {
    this.base = url.endsWith('/') ? url : `${url}/`;
  }

  async get(path: string, most: number): Promise<Buffer> {
    const url = new URL(path, this.base).href;
    try {
      // Signals are joined for each request: one that lived as long as the mirror would gather listeners.
      const signal = AbortSignal.any([this.signal, AbortSignal.timeout(PATIENCE)]);
      const response = await fetch(url, { signal });
      if (!response.ok) {
        await response.body?.cancel();
        throw unanswered(url, `HTTP ${response.status}`);
      }
      return await bodyOf(response, most, url);
    } catch (error) {
      if (error instanceof MirrorStopped) throw error;
      this.signal.throwIfAborted();
      const { message, cause } = error as Error;
      throw unanswered(url, cause instanceof Error ? `${message}: ${cause.message}` : message, error);
    }
  }
}

async function bodyOf(response: Response, most: number, url: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > most) throw unanswered(url, `more than ${most} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const unanswered = (url: string, why: string, cause?: unknown): MirrorStopped =>
  new MirrorStopped(
    'unanswered',
    {
      fr: `${url} : pas de réponse utilisable (${why}). Ce qui a été copié reste ; relancez la même commande pour poursuivre.`,
      en: `${url}: no usable answer (${why}). What was copied stays; run the same command again to go on.`,
    },
    [],
    { cause },
  );

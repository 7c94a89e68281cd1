/** Asks witnesses to cosign what was published: C2SP tlog-witness, `add-checkpoint`. */
import type { Pool } from 'pg';
import { failureText } from '../jobs/failure-text';
import { toBase64 } from '../transparency/base64';
import { openCheckpoint } from '../transparency/checkpoint';
import { fromDecimal } from '../transparency/decimal';
import type { PolicyWitness } from '../transparency/policy';
import { consistencyPath } from '../transparency/proofs';
import { formatSignatureLine } from '../transparency/signed-note';
import type { TreeHead } from '../transparency/tree-head';
import { readShort, withoutSlash } from './kept-elsewhere';
import { readAnnouncedKeys } from './signing-keys';
import { StoredTiles } from './stored-tree';

export interface Published {
  readonly head: TreeHead;
  readonly note: string;
}

/** Milliseconds that a witness has to answer. */
const PATIENCE = 5_000;

/**
 * Asks one witness, a checkpoint at a time. While it answers, or does not, others are published: it is then asked for the
 * last one. Nobody waits for it.
 */
export class WitnessClient {
  /** Why it did not cosign the last time; null when it did. */
  trouble: string | null = null;
  private next: Published | null = null;
  private asking: Promise<void> | null = null;
  /** Size of the last checkpoint that it is known to have cosigned; null before anybody has looked. */
  private seen: number | null = null;
  private readonly tiles: StoredTiles;

  constructor(
    private readonly pool: Pool,
    private readonly witness: PolicyWitness & { readonly url: string },
    private readonly onTrouble: (message: string) => void,
  ) {
    this.tiles = new StoredTiles(pool);
  }

  get name(): string {
    return this.witness.name;
  }

  /** Returns at once. */
  ask(published: Published): void {
    this.next = published;
    this.asking ??= this.askAll().finally(() => (this.asking = null));
  }

  /** Resolves when nobody is being asked. */
  async idle(): Promise<void> {
    await this.asking;
  }

  private async askAll(): Promise<void> {
    for (let asked = this.next; asked; asked = this.next) {
      this.next = null;
      try {
        await this.askFor(asked);
        this.trouble = null;
      } catch (error) {
        const told = `the witness ${this.name} has not cosigned: ${failureText(error)}`;
        if (this.trouble === null) this.onTrouble(told);
        this.trouble = told;
      }
    }
  }

  private async askFor({ head, note }: Published): Promise<void> {
    this.seen ??= await this.lastCosigned();
    let answer = await this.send(head, note);
    if (answer.status === 409) {
      this.seen = fromDecimal((await readShort(answer)).replace(/\n$/, ''));
      if (this.seen > head.size)
        throw new Error(`it has seen ${this.seen} entries, more than the ${head.size} asked for`);
      answer = await this.send(head, note);
    }
    if (answer.status !== 200) {
      await answer.body?.cancel();
      throw new Error(`it answered ${answer.status}`);
    }
    await this.keep(head, note, await readShort(answer));
    this.seen = head.size;
  }

  private async send(head: TreeHead, note: string): Promise<Response> {
    // It may have cosigned a later one for another program of this log.
    const old = Math.min(this.seen!, head.size);
    const path = await consistencyPath(this.tiles.nodes(head.size), old, head.size);
    const body = [`old ${old}`, ...path.map(toBase64), '', note].join('\n');
    return fetch(`${withoutSlash(this.witness.url)}/add-checkpoint`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
  }

  /** @throws unless one of the lines is its cosignature of this checkpoint */
  private async keep({ size }: TreeHead, note: string, lines: string): Promise<void> {
    const { key } = this.witness;
    const opened = openCheckpoint(note + lines, [...(await readAnnouncedKeys(this.pool)), key]);
    const cosignature = opened.ok ? opened.checkpoint.cosignatures[0] : undefined;
    if (!cosignature) throw new Error('what it answered is not its cosignature');
    await this.pool.query('SELECT log.keep_cosignature($1, $2, $3, $4, $5)', [
      size,
      this.witness.name,
      Buffer.from(key.keyId, 'hex'),
      cosignature.time,
      formatSignatureLine(cosignature),
    ]);
  }

  private async lastCosigned(): Promise<number> {
    const { rows } = await this.pool.query<{ size: number }>(
      'SELECT coalesce(max(size), 0)::float8 AS size FROM log.cosignature WHERE witness = $1 AND key_id = $2',
      [this.witness.name, Buffer.from(this.witness.key.keyId, 'hex')],
    );
    return rows[0]!.size;
  }
}

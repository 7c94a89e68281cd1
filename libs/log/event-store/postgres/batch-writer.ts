import type { Pool, PoolClient } from 'pg';
import { leafHash } from '../../transparency/leaf-hash';
import { KeyNeverMinted } from '../check-append';
import { type Append, type AppendResult, AppendUncertain, StoreBusy, type StoredEntry } from '../event-store.port';
import { APPEND_CALL, type AppendAnswer, appendParameters } from './append-call';
import { isPassing, reasonOf, wasRefused } from './failures';

/** The database computed another leaf hash than this process: memory, disk or code is at fault on one side. */
export class LeafMismatch extends Error {
  constructor(readonly index: number) {
    super(`the leaf hash of entry ${index} differs between the database and this process`);
  }
}

const HASH_BYTES = 32;

/** Writes a batch in one call; knows what each failure means for those who wait. */
export class BatchWriter {
  private halted: LeafMismatch | null = null;

  constructor(
    private readonly pool: Pool,
    private readonly readByIds: (ids: readonly string[]) => Promise<readonly StoredEntry[]>,
  ) {}

  async write(batch: readonly Append[]): Promise<readonly (AppendResult | Error)[]> {
    if (this.halted) return batch.map(() => new StoreBusy(this.halted!.message));
    let client: PoolClient;
    try {
      client = await this.pool.connect();
    } catch (error) {
      return batch.map(() => new StoreBusy(`the database cannot be reached (${reasonOf(error)})`));
    }
    // A client taken from the pool has no listener of the pool's.
    const ignore = (): void => undefined;
    client.on('error', ignore);
    let broken = true;
    try {
      const sent = client.query<AppendAnswer>({ name: 'append', text: APPEND_CALL, values: appendParameters(batch) });
      // While the database works.
      const leaves = batch.map(({ entries }) => entries.map(({ bytes }) => leafHash(bytes)));
      const { rows } = await sent;
      broken = false;
      return await this.results(batch, rows[0]!, leaves);
    } catch (error) {
      if (!wasRefused(error)) return batch.map(() => new AppendUncertain(error));
      broken = false;
      if (isPassing(error)) return batch.map(() => new StoreBusy(reasonOf(error)));
      if (batch.length === 1) return [error];
    } finally {
      client.off('error', ignore);
      client.release(broken);
    }
    // One of them was refused and took the others with it: each by itself.
    const results: (AppendResult | Error)[] = [];
    for (const append of batch) results.push((await this.write([append]))[0]!);
    return results;
  }

  private results(
    batch: readonly Append[],
    answer: AppendAnswer,
    leaves: readonly (readonly Buffer[])[],
  ): Promise<(AppendResult | Error)[]> {
    const size = Number(answer.size);
    const revisions = answer.revisions?.split(',').map(Number);
    let index = Number(answer.first_index);
    let checked = 0;
    return Promise.all(
      batch.map(async (append, n): Promise<AppendResult | Error> => {
        const { stream, expected, entries } = append;
        switch (answer.statuses?.[n] ?? 'o') {
          case 'o': {
            const firstIndex = index;
            for (const leaf of leaves[n]!) {
              if (answer.leaves?.compare(leaf, 0, HASH_BYTES, checked, checked + HASH_BYTES) !== 0)
                this.halted ??= new LeafMismatch(index);
              checked += HASH_BYTES;
              index++;
            }
            if (this.halted) return new AppendUncertain(this.halted);
            return { status: 'ok', revision: expected + entries.length, size, firstIndex };
          }
          case 'a':
            return this.duplicate(append);
          case 'r':
            return { status: 'reusedId', id: answer.details![n]! };
          case 'e':
            return { status: 'erased', subject: answer.details![n]! };
          case 'm':
            return new KeyNeverMinted(answer.details![n]!);
          case 'c':
          case 'k':
            return { status: 'conflict', revision: revisions![n]! };
          default:
            return new Error(`unknown status of an append to ${stream}`);
        }
      }),
    );
  }

  private async duplicate({ entries }: Append): Promise<AppendResult | Error> {
    try {
      return { status: 'duplicate', stored: await this.readByIds(entries.map(({ id }) => id)) };
    } catch (error) {
      return new AppendUncertain(error);
    }
  }
}

/** What each part of an append costs: the same batch with one part left out. */
import { Pool, type PoolConfig } from 'pg';
import { APPEND_CALL, appendParameters } from '../../libs/log/event-store/postgres/append-call';
import { EVENT_STORE_MIGRATIONS } from '../../libs/log/event-store/postgres/migrations/event-store-migrations';
import { migrate } from '../../libs/log/postgres/migrate';
import { leafHash } from '../../libs/log/transparency/leaf-hash';
import type { Append } from '../../libs/log/event-store/event-store.port';
import { type Kind, sealed } from './contenders';

const BATCH = 64;
const BATCHES = 150;

export type Cost = readonly [part: string, microsecondsPerAppend: number];

const withoutOpenings = (append: Append): Append => ({
  ...append,
  mint: undefined,
  entries: append.entries.map((entry) => ({ ...entry, openings: [] })),
});

/** Microseconds per append of the database's work, in batches of 64. */
export async function databaseCosts(newDatabase: () => Promise<string>, kind: Kind): Promise<Cost[]> {
  const run = async (
    alter: string | null,
    settings: PoolConfig,
    change: (append: Append) => Append,
  ): Promise<number> => {
    const url = await newDatabase();
    await migrate(url, EVENT_STORE_MIGRATIONS);
    const pool = new Pool({ connectionString: url, max: 1, ...settings });
    if (alter) await pool.query(alter);
    const times: number[] = [];
    for (let n = 0; n < BATCHES; n++) {
      const values = appendParameters(Array.from({ length: BATCH }, () => change(sealed(kind))));
      const started = performance.now();
      await pool.query({ name: 'append', text: APPEND_CALL, values });
      times.push(performance.now() - started);
    }
    await pool.end();
    return (times.sort((a, b) => a - b)[BATCHES / 2]! / BATCH) * 1000;
  };
  const same = (append: Append): Append => append;
  const noLeaf = `ALTER TABLE log.event ALTER leaf DROP EXPRESSION;
    ALTER TABLE log.event ALTER leaf SET DEFAULT '\\x00'::bytea`;
  return [
    ['database: all', await run(null, {}, same)],
    ['database: without the leaf hash', await run(noLeaf, {}, same)],
    ['database: without openings and keys', await run(null, {}, withoutOpenings)],
    ['database: without waiting for the disk', await run(null, { options: '-c synchronous_commit=off' }, same)],
  ];
}

/** Microseconds per append of this process's work. */
export function processCosts(kind: Kind): Cost[] {
  const timed = (work: () => void): number => {
    for (let n = 0; n < 500; n++) work();
    const started = performance.now();
    for (let n = 0; n < 2000; n++) work();
    return ((performance.now() - started) / 2000) * 1000;
  };
  const one = sealed(kind);
  const batch = Array.from({ length: BATCH }, () => one);
  return [
    ['process: sealing (salts, commitments, encryption, JCS)', timed(() => sealed(kind))],
    ['process: leaf hash', timed(() => leafHash(one.entries[0]!.bytes))],
    ['process: parameters of the call', timed(() => appendParameters(batch)) / BATCH],
  ];
}

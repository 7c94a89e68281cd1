/** The stores that are compared: each appends one event to a new stream, reads a stream, appends to one hot stream. */
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { Pool } from 'pg';
import {
  newPerson,
  newStream,
  progress,
  recorded,
  sealedAppend,
} from '../../libs/log/event-store/contract/sealed-appends';
import { EVENT_STORE_MIGRATIONS } from '../../libs/log/event-store/postgres/migrations/event-store-migrations';
import { byteaArray } from '../../libs/log/event-store/postgres/binary-arrays';
import { PostgresEventStore } from '../../libs/log/event-store/postgres/postgres-event-store';
import { migrate } from '../../libs/log/postgres/migrate';
import type { Append } from '../../libs/log/event-store/event-store.port';

export type Kind = 'deposit' | 'progress';

export interface Contender {
  readonly name: string;
  append(kind: Kind): Promise<number>;
  /** 0 when another caller was first. */
  appendHot?(): Promise<number>;
  /** Fills a stream; returns what reads it. */
  streamOf?(events: number): Promise<() => Promise<number>>;
  close(): Promise<void>;
}

export const sealed = (kind: Kind): Append =>
  kind === 'deposit'
    ? sealedAppend({
        stream: newStream('contribution'),
        expected: 0,
        events: [recorded()],
        person: newPerson(),
        mint: true,
      })
    : sealedAppend({ stream: newStream('commitment'), expected: 0, events: [progress()] });

export async function filRouge(url: string): Promise<Contender> {
  await migrate(url, EVENT_STORE_MIGRATIONS);
  const store = await PostgresEventStore.open(url);
  const must = async (append: Append): Promise<number> => {
    const { status } = await store.append(append);
    if (status !== 'ok') throw new Error(status);
    return 1;
  };
  const hot = newStream('commitment');
  let revision = 0;
  return {
    name: 'Fil rouge (sealing included)',
    append: (kind) => must(sealed(kind)),
    appendHot: async () => {
      const result = await store.append(sealedAppend({ stream: hot, expected: revision, events: [progress()] }));
      if (result.status === 'ok' || result.status === 'conflict') revision = Math.max(revision, result.revision);
      return result.status === 'ok' ? 1 : 0;
    },
    streamOf: async (events) => {
      const stream = newStream('commitment');
      for (let expected = 0; expected < events; expected += 50)
        await must(sealedAppend({ stream, expected, events: Array.from({ length: 50 }, progress) }));
      return async () => (await store.readStream(stream)).length;
    },
    close: () => store.close(),
  };
}

export async function emmett(url: string): Promise<Contender> {
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  const eventOf = (kind: Kind): { type: string; data: Record<string, unknown> } => {
    const { type, data, words } = kind === 'deposit' ? recorded() : progress();
    return { type, data: { ...data, ...words } };
  };
  const hot = newStream('commitment');
  return {
    name: 'Emmett 0.42 (words in clear)',
    append: async (kind) => {
      await store.appendToStream(newStream('contribution'), [eventOf(kind)], {
        expectedStreamVersion: 'STREAM_DOES_NOT_EXIST',
      });
      return 1;
    },
    appendHot: async () => {
      try {
        await store.appendToStream(hot, [eventOf('progress')]);
        return 1;
      } catch {
        return 0;
      }
    },
    streamOf: async (events) => {
      const stream = newStream('commitment');
      for (let n = 0; n < events; n += 50)
        await store.appendToStream(
          stream,
          Array.from({ length: 50 }, () => eventOf('progress')),
        );
      return async () => (await store.readStream(stream)).events.length;
    },
    close: () => store.close(),
  };
}

/** The limit: the same entry bytes, one index, grouped on one connection, nothing checked. */
export async function bareInsert(url: string): Promise<Contender> {
  const pool = new Pool({ connectionString: url, max: 1 });
  await pool.query('CREATE TABLE bare (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, entry bytea NOT NULL)');
  const ready = { deposit: sealed('deposit').entries[0]!.bytes, progress: sealed('progress').entries[0]!.bytes };
  let waiting: { bytes: Buffer; resolve: (one: number) => void }[] = [];
  let writing = false;
  const flush = async (): Promise<void> => {
    if (writing) return;
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      const values = [byteaArray(batch.map(({ bytes }) => bytes))];
      await pool.query({ name: 'bare', text: 'INSERT INTO bare (entry) SELECT * FROM unnest($1::bytea[])', values });
      for (const { resolve } of batch) resolve(1);
    }
    writing = false;
  };
  return {
    name: 'bare grouped INSERT (the limit)',
    append: (kind) =>
      new Promise((resolve) => {
        waiting.push({ bytes: ready[kind], resolve });
        if (waiting.length === 1) setImmediate(() => void flush());
      }),
    close: () => pool.end(),
  };
}

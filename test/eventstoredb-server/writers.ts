/**
 * A process that records as the product does: `node test/bench/run.cjs ../eventstoredb-server/writers.ts <database>
 * <event store> <writers> <appends of each> [<step>]`. Says what it tries and what was acknowledged. Given a step, it is killed behind
 * that step of one of its appends, as a machine that stops.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { newStream, progress, sealedAppend } from '@fil/log/event-store/contract/sealed-appends';
import { type AppendResult, AppendUncertain, StoreBusy, type StoredEntry } from '@fil/log/event-store/event-store.port';
import { Arrivals } from '@fil/log/event-store/eventstoredb/arrivals';
import { Attempts } from '@fil/log/event-store/eventstoredb/attempts';
import { EventStoreDbConnection } from '@fil/log/event-store/eventstoredb/connection';
import { EventStoreDbEventStore } from '@fil/log/event-store/eventstoredb/eventstoredb-event-store';
import { uuidV7 } from '@fil/log/event-store/ids';

const PAUSE = 50;

/** Null when the register asks to come again. */
const orAgain = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error: unknown) => {
    if (error instanceof StoreBusy || error instanceof AppendUncertain) return null;
    throw error;
  });

/** Until it is known to be recorded: with the same ids, and with other salts each time. */
async function record(store: EventStoreDbEventStore, stream: string, expected: number): Promise<void> {
  const ids = Array.from({ length: 1 + Math.floor(Math.random() * 3) }, () => uuidV7());
  for (;;) {
    console.log(`tries ${stream} ${expected} ${ids.join(' ')}`);
    const append = sealedAppend({ stream, expected, events: ids.map(progress), ids });
    const result: AppendResult | null = await orAgain(store.append(append));
    if (result?.status === 'ok' || result?.status === 'duplicate') {
      for (const id of ids) console.log(`recorded ${id} ${stream} ${++expected}`);
      return;
    }
    if (result && result.status !== 'pending') throw new Error(`${stream} ${expected}: ${JSON.stringify(result)}`);
    await sleep(PAUSE);
  }
}

async function write(databaseUrl: string, storeUrl: string, writers: number, appends: number): Promise<void> {
  const store = await EventStoreDbEventStore.open(databaseUrl, storeUrl, {
    onAlarm: (message) => console.log(`alarm ${message}`),
    // A real cluster takes its time to choose a leader.
    ...(process.env.EVENTSTORE_URL ? { longestLag: 60_000 } : {}),
  });
  console.log('begins');
  await Promise.all(
    Array.from({ length: writers }, async () => {
      const stream = newStream('commitment');
      for (let n = 0; n < appends; n++) {
        await sleep(Math.random() * 20);
        let read: readonly StoredEntry[] | null = null;
        while (!(read = await orAgain(store.readStream(stream)))) await sleep(PAUSE);
        await record(store, stream, read.length);
      }
    }),
  );
  await store.close();
  console.log('done');
}

/** Behind the openings, behind the append, behind the log: each before what comes next. */
function dieBehind(step: string): void {
  const steps: Record<string, object> = {
    begin: Attempts.prototype,
    append: EventStoreDbConnection.prototype,
    wait: Arrivals.prototype,
  };
  const place = steps[step] as Record<string, (...given: unknown[]) => Promise<unknown>>;
  const done = place[step]!;
  let left = 20;
  place[step] = async function (...given) {
    const result = await done.apply(this, given);
    if (--left === 0) process.kill(process.pid, 'SIGKILL');
    return result;
  };
}

const [databaseUrl, storeUrl, writers, appends, step] = process.argv.slice(3);
if (step !== undefined) dieBehind(step);
void write(databaseUrl!, storeUrl!, Number(writers), Number(appends));

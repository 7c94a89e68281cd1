/** `npm run bench:events [-- --quick]`: this store, Emmett and a bare INSERT, side by side on one durable PostgreSQL. */
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../libs/log/postgres/embedded/embedded-postgres';
import { bareInsert, type Contender, emmett, filRouge, type Kind } from './contenders';
import { databaseCosts, processCosts } from './costs';
import { measure, type Measure, medianOf } from './measure';

const quick = process.argv.includes('--quick');
const ROUNDS = quick ? 3 : 5;
const DURATION = quick ? 800 : 2_500;
const CALLERS = [1, 16, 64];
const STREAM = 1_000;

interface Trial {
  readonly name: string;
  readonly unit: string;
  run(contender: Contender): Promise<Measure> | null;
}

const appends = (kind: Kind, callers: number): Trial => ({
  name: `${kind}, ${callers} caller${callers > 1 ? 's' : ''}`,
  unit: 'appends/s',
  run: (contender) => measure(callers, DURATION, () => contender.append(kind)),
});
const hot = (callers: number): Trial => ({
  name: `one hot stream, ${callers} caller${callers > 1 ? 's' : ''}`,
  unit: 'appends/s',
  run: ({ appendHot }) => (appendHot ? measure(callers, DURATION, appendHot) : null),
});
const streams = new Map<Contender, () => Promise<number>>();
const TRIALS: Trial[] = [
  ...(['deposit', 'progress'] as const).flatMap((kind) => CALLERS.map((callers) => appends(kind, callers))),
  hot(1),
  hot(16),
  {
    name: `read a stream of ${STREAM}`,
    unit: 'events/s',
    run: (contender) => (streams.has(contender) ? measure(1, DURATION, streams.get(contender)!) : null),
  },
];

async function compare(contenders: readonly Contender[]): Promise<void> {
  for (const contender of contenders) if (contender.streamOf) streams.set(contender, await contender.streamOf(STREAM));
  for (const contender of contenders) await measure(16, 500, () => contender.append('progress'));
  for (const trial of TRIALS) {
    const runs = contenders.map((): Measure[] => []);
    for (let round = 0; round < ROUNDS; round++)
      for (const [n, contender] of contenders.entries()) {
        const result = await trial.run(contender);
        if (result) runs[n]!.push(result);
      }
    console.log(`\n${trial.name}`);
    const results = runs.map((some) => (some.length > 0 ? medianOf(some) : null));
    for (const [n, result] of results.entries()) {
      if (!result) continue;
      const ratio = (result.perSecond / results[1]!.perSecond).toFixed(2);
      console.log(
        `  ${contenders[n]!.name.padEnd(34)} ${Math.round(result.perSecond).toLocaleString('en').padStart(9)} ${trial.unit}` +
          `   p50 ${result.p50.toFixed(2).padStart(6)} ms   p99 ${result.p99.toFixed(2).padStart(6)} ms   ${ratio.padStart(6)} × Emmett`,
      );
    }
  }
}

async function main(): Promise<void> {
  const server = await startEmbeddedPostgres({
    dataDir: join(__dirname, '../../.cache/bench-pg18'),
    settings: { shared_buffers: '512MB', max_wal_size: '4GB' },
    onProgress: (text) => console.log(text),
  });
  const admin = new Client({ connectionString: server.url });
  admin.on('error', () => undefined);
  await admin.connect();
  const made: string[] = [];
  const newDatabase = async (): Promise<string> => {
    const name = `bench_${process.pid}_${made.length}`;
    made.push(name);
    await admin.query(`CREATE DATABASE "${name}"`);
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return url.href;
  };
  const { rows } = await admin.query<{ fsync: string; commit: string }>(
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit`,
  );
  console.log(
    `PostgreSQL: fsync ${rows[0]!.fsync}, synchronous_commit ${rows[0]!.commit}; medians of ${ROUNDS} runs of ${DURATION} ms`,
  );
  const contenders = [
    await filRouge(await newDatabase()),
    await emmett(await newDatabase()),
    await bareInsert(await newDatabase()),
  ];
  await compare(contenders);
  for (const contender of contenders) await contender.close();
  for (const kind of ['deposit', 'progress'] as const) {
    console.log(`\nwhat one ${kind} costs in a batch of 64, microseconds per append`);
    for (const [part, cost] of [...(await databaseCosts(newDatabase, kind)), ...processCosts(kind)])
      console.log(`  ${part.padEnd(58)} ${cost.toFixed(1).padStart(7)}`);
  }
  // Catch-up of 100,000 events into all views: see catch-up.bench.ts once the views are there.
  for (const name of made) await admin.query(`DROP DATABASE "${name}" WITH (FORCE)`);
  await admin.end();
  await server.stop();
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

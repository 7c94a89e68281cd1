/**
 * `npm run bench:integration`: leaves taken into the tree from a real database, the whole of it made again and compared, and
 * a checkpoint signed, beside the bare cost of reading the same entries.
 *
 *   npm run bench:integration -- [--entries=200000]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { auditTree } from '@fil/log/checkpoints/audit-tree';
import { Checkpointer } from '@fil/log/checkpoints/checkpointer';
import { FileLockStore } from '@fil/log/checkpoints/file-lock-store';
import { KeyFile } from '@fil/log/checkpoints/key-file';
import { CHECKPOINT_MIGRATIONS } from '@fil/log/checkpoints/migrations/checkpoint-migrations';
import { readLeaves } from '@fil/log/checkpoints/read-leaves';
import { TreeIntegrator } from '@fil/log/checkpoints/tree-integrator';
import { migrate } from '@fil/log/postgres/migrate';
import { withBenchRegister } from './bench-register';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { entries: { type: 'string', default: '200000' } },
});
const entries = Number(values.entries);
const ORIGIN = 'bench.invalid/integration';

/** As long as entries are on average. */
async function fill(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    `INSERT INTO log.event (idx, id, stream, rev, type, at, entry)
     SELECT n, gen_random_uuid(), 'bench-' || n, 1, 'bench/1', now(), convert_to(rpad(n::text, 350, md5(n::text)), 'UTF8')
     FROM generate_series(0, $1::bigint - 1) AS n`,
    [entries],
  );
  await client.query('UPDATE log.head SET size = $1', [entries]);
  await client.query('ANALYZE log.event');
  await client.end();
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  const rate = Math.round(entries / seconds).toLocaleString('en');
  console.log(`${what}: ${seconds.toFixed(2)} s, ${rate} leaves a second`);
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fil-bench-'));
  try {
    await withBenchRegister('integration', async ({ pool }, url) => {
      await migrate(url, CHECKPOINT_MIGRATIONS);
      await fill(url);
      await timed('read and hashed, nothing else', async () => {
        for (let at = 0; at < entries;) at += (await readLeaves(pool, at, entries)).length;
      });
      await timed('integrated', () => new TreeIntegrator(pool).catchUp());
      const [keys, lockStore] = [new KeyFile(join(folder, 'key'), ORIGIN), new FileLockStore(join(folder, 'lock'))];
      await timed('verified again and signed', () =>
        new Checkpointer({ pool, origin: ORIGIN, keys, lockStore }).pass(),
      );
      await timed('audited as a whole', () => auditTree(pool));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

/**
 * `fil import paris`, killed as the log passes random sizes and run again until its end: the register must be the one
 * that a run nobody disturbed gives, and one more run must write nothing.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { PARIS_SIRET } from '@fil/exchange/paris/import-ids';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { Vault } from '@fil/log/vault/vault';
import { openRegister } from '../../apps/composition/open-register';
import { checkLog } from './check-log';
import { checkProjections } from './check-projections';
import type { MortalPostgres } from './mortal-postgres';
import type { Product, RunningProcess } from './product';
import { Random } from './random';
import { beginRegister } from './register';

export interface CrashingImports {
  readonly product: Product;
  readonly postgres: MortalPostgres;
  readonly folder: string;
  readonly kills: number;
  readonly seed: number;
  readonly onKill: (kill: ImportKill) => void;
}

export interface ImportKill {
  readonly kill: number;
  readonly victim: 'import' | 'import and PostgreSQL';
  /** Size of the log when it was killed. */
  readonly size: number;
  /** False when the import had just ended by itself. */
  readonly inTime: boolean;
}

export interface CrashedImport {
  readonly events: number;
  readonly byType: Readonly<Record<string, number>>;
  readonly streams: number;
  readonly kills: readonly ImportKill[];
  /** Milliseconds of a run that nobody disturbed. */
  readonly undisturbed: number;
  /** What one more run wrote. */
  readonly writtenByOneMore: number;
  readonly tables: number;
  readonly rows: number;
  readonly faults: readonly string[];
}

export async function crashImports({
  product,
  postgres,
  folder,
  kills,
  seed,
  onKill,
}: CrashingImports): Promise<CrashedImport> {
  const random = new Random(seed);
  const run = (database: string): RunningProcess =>
    product.run('cli', ['import', 'paris', folder], { DATABASE_URL: database });
  const faults: string[] = [];

  const reference = await postgres.createDatabase(`undisturbed_${seed}`);
  await beginRegister(reference, PARIS_SIRET);
  const began = performance.now();
  const undisturbed = run(reference);
  const code = await undisturbed.ended;
  const milliseconds = performance.now() - began;
  const expected = await contentOf(reference);
  if (expected.size === 0)
    throw new Error(`the undisturbed import recorded nothing (exit ${code}):\n${undisturbed.said}`);
  const total = [...expected.values()].reduce((sum, events) => sum + events.length, 0);

  const disturbed = await postgres.createDatabase(`disturbed_${seed}`);
  await beginRegister(disturbed, PARIS_SIRET);
  // Spread over the whole import, so that each run gets somewhere.
  const sizes = Array.from({ length: kills }, (_, n) => Math.floor(((n + 0.9 * random.next()) / kills) * 0.95 * total));
  const done: ImportKill[] = [];
  for (const [n, size] of sizes.entries()) {
    const importing = run(disturbed);
    const reached = await untilSize(disturbed, size, importing);
    const victim = random.chance(0.3) ? 'import and PostgreSQL' : 'import';
    const ended = importing.isOver;
    await Promise.all([importing.kill(), victim === 'import' ? null : postgres.kill()]);
    if (victim !== 'import') await postgres.start();
    done.push({ kill: n + 1, victim, size: reached, inTime: !ended });
    onKill(done.at(-1)!);
  }
  const last = run(disturbed);
  if ((await last.ended) !== code)
    faults.push(`the last run ended with ${await last.ended}, the undisturbed one with ${code}:\n${last.said}`);
  const found = await contentOf(disturbed);
  faults.push(...differences(expected, found));

  const before = await logSize(disturbed);
  const again = run(disturbed);
  if ((await again.ended) !== code) faults.push(`one more run ended with ${await again.ended}:\n${again.said}`);
  const writtenByOneMore = (await logSize(disturbed)) - before;
  if (writtenByOneMore !== 0) faults.push(`one more run wrote ${writtenByOneMore} events`);

  const register = (await openRegister(disturbed))!;
  try {
    const log = await checkLog(register, { acknowledged: [], answered: [], erased: [], refused: [] });
    // Nobody noted what the import was told; that it is all there was compared above.
    faults.push(...log.faults.filter((fault) => !fault.includes('acknowledged to nobody')));
    const projections = await checkProjections(register, postgres);
    faults.push(...projections.faults);
    const { tables, rows } = projections;
    return {
      events: total,
      byType: countByType(expected),
      streams: expected.size,
      kills: done,
      undisturbed: milliseconds,
      writtenByOneMore,
      tables,
      rows,
      faults,
    };
  } finally {
    await register.close();
  }
}

/** Waits until the log has this size, or the import has ended. @returns the size it has */
async function untilSize(database: string, size: number, importing: RunningProcess): Promise<number> {
  const pool = new Pool({ connectionString: database, max: 1 });
  pool.on('error', () => undefined);
  try {
    for (;;) {
      const { rows } = await pool.query<{ size: string }>('SELECT size FROM log.head');
      if (Number(rows[0]!.size) > size || importing.isOver) return Number(rows[0]!.size);
      await sleep(2);
    }
  } finally {
    await pool.end();
  }
}

async function logSize(database: string): Promise<number> {
  const pool = new Pool({ connectionString: database, max: 1 });
  try {
    const { rows } = await pool.query<{ size: string }>('SELECT size FROM log.head');
    return Number(rows[0]!.size);
  } finally {
    await pool.end();
  }
}

/** What each stream says, event by event: everything but when it was written and where in the log. */
async function contentOf(database: string): Promise<Map<string, string[]>> {
  const register = (await openRegister(database))!;
  try {
    const vault = new Vault(register.vaultStore, EVENT_SCHEMA);
    const content = new Map<string, string[]>();
    for (let read = 0; ;) {
      const entries = await register.store.readAll(read, 2_000);
      if (entries.length === 0) return content;
      read += entries.length;
      for (const { id, type, stream, rev, occurredOn, cause, actor, data, words } of await vault.open(
        entries.map(toRecordedEvent),
        'person',
      )) {
        const said = JSON.stringify({ id, type, rev, occurredOn, cause, actor, data, words });
        content.set(stream, [...(content.get(stream) ?? []), said]);
      }
    }
  } finally {
    await register.close();
  }
}

function countByType(content: ReadonlyMap<string, readonly string[]>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const event of [...content.values()].flat()) {
    const { type } = JSON.parse(event) as { type: string };
    counts[type] = (counts[type] ?? 0) + 1;
  }
  return counts;
}

function differences(
  expected: ReadonlyMap<string, readonly string[]>,
  found: ReadonlyMap<string, readonly string[]>,
): string[] {
  const faults: string[] = [];
  const [byType, foundByType] = [
    JSON.stringify(sorted(countByType(expected))),
    JSON.stringify(sorted(countByType(found))),
  ];
  if (byType !== foundByType) faults.push(`events by type: ${byType} undisturbed, ${foundByType} disturbed`);
  for (const stream of new Set([...expected.keys(), ...found.keys()])) {
    const [theirs, ours] = [expected.get(stream) ?? [], found.get(stream) ?? []];
    const at = theirs.findIndex((event, n) => event !== ours[n]);
    if (at >= 0 || theirs.length !== ours.length)
      faults.push(`${stream} differs at revision ${at + 1}: ${theirs[at]} undisturbed, ${ours[at]} disturbed`);
    if (faults.length > 10) break;
  }
  return faults;
}

const sorted = (counts: Readonly<Record<string, number>>): [string, number][] =>
  Object.entries(counts).sort(([a], [b]) => a.localeCompare(b));

/**
 * Kills the register again and again and checks what is left of it:
 *
 *   npm run test:crash -- --rounds=10 --seed=42 --only=appends
 *
 * A seed draws the same kills and the same commands again; how they fall upon each other is the machine's.
 */
import { parseArgs } from 'node:util';
import { type AppendRound, crashAppends } from './crash-appends';
import { type CrashedImport, crashImports } from './crash-imports';
import { MortalPostgres } from './mortal-postgres';
import { parisFolder, WITHOUT_PARIS } from './paris-folder';
import { Product } from './product';

const { values } = parseArgs({
  // The first argument is this file's name, for the one that runs it.
  args: process.argv.slice(3),
  options: {
    rounds: { type: 'string', default: '10' },
    seed: { type: 'string' },
    clients: { type: 'string', default: '16' },
    only: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;

function tellRound({
  round,
  victim,
  after,
  acknowledged,
  recovered,
  troubles,
  repeated,
  log,
  projections,
  faults,
}: AppendRound): void {
  const met = `${troubles.refusedConnections} broken connections, ${troubles.unavailable} × 503, ${troubles.foundRecorded - repeated} found recorded on retry`;
  console.log(
    `round ${round}: ${victim} killed after ${milliseconds(after)}, acknowledging again after ${milliseconds(recovered)}; ` +
      `${acknowledged} acknowledged (${met}), ${repeated} sent again; log ${log.size} entries, ${log.openings} openings, ` +
      `${log.byProcesses} by processes; ${projections.rows} rows in ${projections.tables} tables; ${verdict(faults)}`,
  );
}

function tellImport({
  events,
  streams,
  undisturbed,
  kills,
  writtenByOneMore,
  rows,
  tables,
  faults,
  byType,
}: CrashedImport): void {
  console.log(
    `import: ${events} events in ${streams} streams, ${milliseconds(undisturbed)} undisturbed; killed ${kills.filter(({ inTime }) => inTime).length} times; ` +
      `one more run wrote ${writtenByOneMore}; ${rows} rows in ${tables} tables; ${verdict(faults)}`,
  );
  console.log(
    Object.entries(byType)
      .map(([type, count]) => `  ${type} ${count}`)
      .join('\n'),
  );
}

const verdict = (faults: readonly string[]): string =>
  faults.length === 0 ? 'nothing lost, nothing twice' : `WRONG:\n  ${faults.join('\n  ')}`;

async function main(): Promise<void> {
  console.log(`seed ${seed} (replay: npm run test:crash -- --rounds=${rounds} --seed=${seed})`);
  const product = Product.build();
  const postgres = await MortalPostgres.create();
  const faults: string[] = [];
  try {
    if (values.only !== 'import') {
      const clients = Number(values.clients);
      const told = await crashAppends({ product, postgres, rounds, seed, clients, longest: 2_500, onRound: tellRound });
      faults.push(...told.flatMap((round) => round.faults));
    }
    if (values.only !== 'appends' && parisFolder) {
      const onKill = ({ kill, victim, size }: { kill: number; victim: string; size: number }): void =>
        console.log(`kill ${kill}: ${victim} at ${size} events`);
      const told = await crashImports({ product, postgres, folder: parisFolder, kills: rounds, seed, onKill });
      tellImport(told);
      faults.push(...told.faults);
    } else if (!parisFolder) console.log(WITHOUT_PARIS);
  } finally {
    await postgres.close();
    product.remove();
  }
  console.log(faults.length === 0 ? `seed ${seed}: all is well` : `seed ${seed}: ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(`seed ${seed}:`, error);
  process.exitCode = 1;
});

import { clearServerLog } from '@fil/log/postgres/embedded/clear-server-log';
import { purgeDatabase, type PurgedDatabase } from '@fil/log/purge/purge-database';
import { PurgeHeldUp } from '@fil/log/purge/purge-held-up';
import { until, type Patience } from '@fil/log/purge/until';
import { readErasureOrders, type ErasureOrders } from '@fil/processes/erasure/erasure-orders';
import type { Command } from 'commander';
import type { Pool } from 'pg';
import { embeddedFolder } from '../../composition/database';
import { EXIT } from '../exit-codes';
import { interruptibly } from '../interruption';
import { settings, withRegister } from '../open-register';
import { ProgressLine } from '../terminal/progress-line';
import type { Terminal } from '../terminal/terminal';

/** Milliseconds that each thing in the way is waited for. */
const PATIENCE = 10_000;

export function erasureCommands(program: Command, terminal: Terminal): void {
  const erasure = program
    .command('erasure')
    .description(terminal.text({ fr: 'suites des effacements', en: 'what follows erasures' }));
  erasure
    .command('purge')
    .description(
      terminal.text({
        fr: 'ôte des fichiers de la base les mots effacés ; les enregistrements attendent pendant ce temps',
        en: 'takes erased words out of the files of the database; recordings wait in the meantime',
      }),
    )
    .option(
      '--wait',
      terminal.text({
        fr: 'attend ce qui gêne (ordres à exécuter, vues en retard, transactions) aussi longtemps qu’il faut',
        en: 'waits for what is in the way (orders to carry out, views behind, transactions) as long as it takes',
      }),
    )
    .action(({ wait = false }: { wait?: boolean }) => purge(wait, terminal));
}

async function purge(wait: boolean, terminal: Terminal): Promise<void> {
  const here = settings();
  const ourServer = here.databaseUrl === undefined;
  const progress = new ProgressLine(terminal, { fr: 'tables', en: 'tables' });
  await interruptibly(terminal, (signal) =>
    withRegister(terminal, async ({ url, pool }) => {
      const patience: Patience = { limit: wait ? null : PATIENCE, signal };
      const { carriedOutBy } = await carriedOut(pool, patience);
      const purged = await purgeDatabase({ url, size: carriedOutBy, ourServer, patience, onTable: progress.at });
      progress.clear();
      if (ourServer) clearServerLog(embeddedFolder(here));
      report(purged, terminal);
      if (!ourServer) await tellWhatStays(pool, terminal);
      tellWhatElse(here.redisUrl, terminal);
    }),
  ).finally(() => progress.clear());
}

/** @throws PurgeHeldUp while an order waits to be carried out */
async function carriedOut(pool: Pool, patience: Patience): Promise<ErasureOrders> {
  let last: ErasureOrders | undefined;
  const waiting = await until(async () => {
    last = await readErasureOrders(pool);
    const open = last.orders.filter((order) => !order.carriedOut).map(({ stream }) => stream);
    return open.length === 0 ? null : open.join(', ');
  }, patience);
  if (waiting === null) return last!;
  throw new PurgeHeldUp('ordersWait', {
    fr: `Des ordres d’effacement ne sont pas encore exécutés : ${waiting}. Laissez le registre tourner (« npm start » ou « worker ») et relancez la commande, ou lancez-la avec --wait.`,
    en: `Orders of erasure have not been carried out yet: ${waiting}. Let the register run ("npm start" or "worker") and run the command again, or run it with --wait.`,
  });
}

function report({ tables, doneBefore, statistics, wal }: PurgedDatabase, terminal: Terminal): void {
  const before =
    doneBefore === 0
      ? { fr: '', en: '' }
      : {
          fr: `, dont ${doneBefore} par une purge interrompue`,
          en: `, ${doneBefore} of them by a purge that was interrupted`,
        };
  terminal.print({
    fr: `Tables réécrites avec leurs index : ${terminal.number(tables)}${before.fr}.`,
    en: `Tables written anew with their indexes: ${terminal.number(tables)}${before.en}.`,
  });
  if (!statistics) {
    terminal.print({
      fr: 'Les statistiques de PostgreSQL citent des valeurs ; ce compte ne peut pas les réécrire. Faites exécuter par le propriétaire de la base : VACUUM FULL pg_catalog.pg_statistic',
      en: 'The statistics of PostgreSQL quote values; this account may not write them anew. Have the owner of the database run: VACUUM FULL pg_catalog.pg_statistic',
    });
  }
  if (wal === null) return;
  terminal.print({
    fr: `Fichiers du journal de PostgreSQL (WAL) supprimés : ${terminal.number(wal.files)}. Le journal de ses messages est vidé.`,
    en: `Files of the journal of PostgreSQL (WAL) removed: ${terminal.number(wal.files)}. The file of its messages was emptied.`,
  });
  if (wal.kept.length === 0) return;
  terminal.exitCode = EXIT.failed;
  terminal.say({
    fr: `PostgreSQL en garde : ${wal.kept.join(', ')}. La purge n’est pas finie : relancez la commande.`,
    en: `PostgreSQL keeps some of them: ${wal.kept.join(', ')}. The purge has not ended: run the command again.`,
  });
}

/** Of a server that others run too, nothing is changed beyond the tables of the register. */
async function tellWhatStays(pool: Pool, terminal: Terminal): Promise<void> {
  const { rows } = await pool.query<{ recycle: string; keep: string; most: string; archive: string; slots: number }>(
    `SELECT current_setting('wal_recycle') AS recycle, current_setting('wal_keep_size') AS keep,
       current_setting('max_wal_size') AS most, current_setting('archive_mode') AS archive,
       (SELECT count(*)::int FROM pg_replication_slots) AS slots`,
  );
  const { recycle, keep, most, archive, slots } = rows[0]!;
  terminal.print({
    fr: `Ce serveur PostgreSQL n’est pas celui de Fil rouge : son journal (WAL) contient encore les mots, jusqu’à ce que ses fichiers soient écrasés (wal_recycle = ${recycle}, max_wal_size = ${most}, wal_keep_size = ${keep}, réplications : ${slots}, archivage : ${archive}). Son administrateur les ôte par :`,
    en: `This PostgreSQL server is not Fil rouge's own: its journal (WAL) still has the words until its files are written over (wal_recycle = ${recycle}, max_wal_size = ${most}, wal_keep_size = ${keep}, replications: ${slots}, archiving: ${archive}). Its administrator takes them out with:`,
  });
  terminal.print(
    [
      'ALTER SYSTEM SET wal_recycle = off; SELECT pg_reload_conf();',
      "SELECT pg_logical_emit_message(true, 'fil', ''), pg_switch_wal();",
      'CHECKPOINT;',
      'ALTER SYSTEM RESET wal_recycle; SELECT pg_reload_conf();',
    ]
      .map((line) => `  ${line}`)
      .join('\n'),
  );
  terminal.print({
    fr: '(la deuxième ligne autant de fois qu’il y a de fichiers dans pg_wal). Les répliques, les archives du journal, les copies de disque et les messages du serveur gardent ce qu’ils ont, selon leurs propres règles.',
    en: '(the second line as many times as there are files in pg_wal). Replicas, archives of the journal, copies of disks and the messages of the server keep what they have, by rules of their own.',
  });
}

function tellWhatElse(redisUrl: string | undefined, terminal: Terminal): void {
  if (redisUrl !== undefined) {
    terminal.print({
      fr: 'Redis ne contient que des identifiants de tâches : il n’y a rien à y purger.',
      en: 'Redis holds ids of jobs only: there is nothing to purge in it.',
    });
  }
  terminal.print({
    fr: 'Les sauvegardes faites avant gardent ce qu’elles ont : lancez « fil backup » dans le même dossier, et voyez la durée de conservation de vos copies.',
    en: 'Backups made before keep what they have: run "fil backup" into the same directory, and see how long your copies are kept.',
  });
}

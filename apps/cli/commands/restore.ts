import type { Command } from 'commander';
import { erasureOrdered } from '@fil/facts/events/erasure.events';
import type { DataOf } from '@fil/facts/kit/event-definition';
import { restoreBackup, type RestoredBackup } from '@fil/log/backup/restore-backup';
import type { StoredEntry } from '@fil/log/event-store/event-store.port';
import { EventStoreDbVaultStore } from '@fil/log/event-store/eventstoredb/eventstoredb-vault-store';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { openApplicationPool } from '@fil/log/postgres/application-pool';
import { eraseAsOrdered } from '@fil/processes/erasure/carry-out-erasures';
import { DraftStore } from '@fil/record/drafts/draft-store';
import { MIGRATIONS } from '../../composition/migrations';
import { interruptibly } from '../interruption';
import { withDatabase } from '../open-database';
import { ProgressLine } from '../terminal/progress-line';
import type { Terminal } from '../terminal/terminal';
import { ENTRIES, keysFileOf, type KeysOptions } from './backup';

interface RestoreOptions extends KeysOptions {
  readonly intoPostgresql?: boolean;
}

/** In whatever version it was recorded. */
const ORDER = erasureOrdered.type.slice(0, erasureOrdered.type.indexOf('/'));

/** Events a second through all read models on a small machine: to say about how long the first start takes. */
const CATCH_UP_RATE = 5_000;

export function restoreCommand(program: Command, terminal: Terminal): void {
  program
    .command('restore <dir>')
    .description(
      terminal.text({
        fr: 'restaure une sauvegarde dans une base vide, effacements compris',
        en: 'restores a backup into an empty database, erasures included',
      }),
    )
    .option('--keys <file>', terminal.text({ fr: 'fichier des clés des personnes', en: 'file of the keys of persons' }))
    .option(
      '--without-keys',
      terminal.text({
        fr: 'les clés sont perdues : les mots des personnes seront comme effacés, définitivement',
        en: 'the keys are lost: the words of persons will be as if erased, for good',
      }),
    )
    .option(
      '--into-postgresql',
      terminal.text({
        fr: 'quitte EventStoreDB : le registre continuera dans PostgreSQL, définitivement',
        en: 'leaves EventStoreDB: the register will go on in PostgreSQL, for good',
      }),
    )
    .action((directory: string, options: RestoreOptions) => restore(directory, options, terminal));
}

async function restore(directory: string, options: RestoreOptions, terminal: Terminal): Promise<void> {
  const keysFile = keysFileOf(options);
  const progress = new ProgressLine(terminal, ENTRIES);
  const restored = await interruptibly(terminal, (signal) =>
    withDatabase(terminal, (url) =>
      restoreBackup({
        url,
        directory,
        keysFile,
        engine: process.env['EVENTSTORE_URL'] ? 'eventstoredb' : 'postgres',
        leaveEventStoreDb: options.intoPostgresql === true,
        migrations: MIGRATIONS,
        orders: { type: ORDER, obey: (orders) => obey(url, orders) },
        progress: progress.at,
        signal,
      }),
    ),
  ).finally(() => progress.clear());
  if (restored === 'interrupted') {
    terminal.say({
      fr: 'Le registre ne s’ouvre pas encore ; relancez la même commande pour poursuivre.',
      en: 'The register does not open yet; run the same command again to go on.',
    });
    return;
  }
  report(restored, keysFile, terminal);
}

/** Those among these entries that order an erasure are carried out. Doing it twice is the same. */
export const obeyThoseAmong = (url: string, entries: readonly StoredEntry[]): Promise<void> =>
  obey(
    url,
    entries.filter(({ type }) => type.startsWith(`${ORDER}/`)),
  );

/** What is being recorded in EventStoreDB is erased too; where there is none, there is nothing of it. */
async function obey(url: string, orders: readonly StoredEntry[]): Promise<void> {
  const vaultStore = await EventStoreDbVaultStore.open(url);
  const pool = await openApplicationPool(url, { max: 1 });
  try {
    const places = { vaultStore, drafts: new DraftStore(pool) };
    for (const order of orders)
      await eraseAsOrdered(toRecordedEvent(order).data as DataOf<typeof erasureOrdered>, places);
  } finally {
    await pool.end();
    await vaultStore.close();
  }
}

function report(restored: RestoredBackup, keysFile: string | null, terminal: Terminal): void {
  const { manifest, resumed, orders, keyless } = restored;
  const size = terminal.number(manifest.size);
  terminal.print({
    fr: `« ${manifest.register.origin} » est restauré tel qu’au ${manifest.madeAt} : ${size} inscriptions${resumed ? ', en reprenant une restauration interrompue' : ''}.`,
    en: `"${manifest.register.origin}" is restored as at ${manifest.madeAt}: ${size} entries${resumed ? ', going on with a restore that was interrupted' : ''}.`,
  });
  terminal.print({
    fr: `Ordres d’effacement exécutés de nouveau : ${terminal.number(orders)}.`,
    en: `Orders of erasure carried out again: ${terminal.number(orders)}.`,
  });
  if (orders > 0) {
    terminal.print({
      fr: 'Ce qu’ils effacent est encore dans les fichiers de la base : « fil erasure purge » l’en ôte, une fois les pages reconstruites.',
      en: 'What they erase is still in the files of the database: "fil erasure purge" takes it out, once the pages are made.',
    });
  }
  if (keyless > 0) {
    terminal.print({
      fr: `Personnes sans clé : ${terminal.number(keyless)}. Leurs mots ne peuvent plus s’ouvrir et sont montrés comme effacés.`,
      en: `Persons without a key: ${terminal.number(keyless)}. Their words can no longer be opened and are shown as erased.`,
    });
  }
  if (keysFile === null) {
    terminal.print({
      fr: 'La clé d’instance est nouvelle : une reprise de données ne reconnaîtra pas ce qui a déjà été repris. N’en relancez pas.',
      en: 'The instance key is new: an import will not recognise what was imported before. Do not run one again.',
    });
  }
  const seconds = terminal.number(Math.ceil(manifest.size / CATCH_UP_RATE));
  terminal.print({
    fr: `Les pages se reconstruisent au premier démarrage : environ ${seconds} s (à ${terminal.number(CATCH_UP_RATE)} inscriptions par seconde).`,
    en: `The pages are made again at the first start: about ${seconds} s (at ${terminal.number(CATCH_UP_RATE)} entries a second).`,
  });
}

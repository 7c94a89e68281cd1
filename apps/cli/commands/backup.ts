import type { Command } from 'commander';
import { takeBackup, type TakenBackup } from '@fil/log/backup/take-backup';
import { verifyBackup } from '@fil/log/backup/verify-backup';
import { BACKED_UP_TABLES } from '../../composition/backed-up-tables';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-codes';
import { interruptibly } from '../interruption';
import { withDatabase } from '../open-database';
import { hasDatabase, noRegister, settings } from '../open-register';
import { ProgressLine } from '../terminal/progress-line';
import type { Terminal } from '../terminal/terminal';
import { VERSION } from '../version';

export const ENTRIES = { fr: 'inscriptions', en: 'entries' } as const;

/** Where the keys are, or that there are none. */
export interface KeysOptions {
  readonly keys?: string;
  readonly withoutKeys?: boolean;
}

export function backupCommand(program: Command, terminal: Terminal): void {
  program
    .command('backup <dir>')
    .description(
      terminal.text({
        fr: 'sauvegarde le registre, pendant qu’il sert, dans un dossier que l’on complète à chaque fois',
        en: 'backs the register up, while it is used, into a directory that is added to each time',
      }),
    )
    .option(
      '--keys <file>',
      terminal.text({
        fr: 'fichier des clés des personnes, à garder ailleurs que la sauvegarde',
        en: 'file of the keys of persons, to be kept elsewhere than the backup',
      }),
    )
    .option(
      '--without-keys',
      terminal.text({ fr: 'ne sauvegarde pas les clés cette fois', en: 'does not back the keys up this time' }),
    )
    .option(
      '--verify',
      terminal.text({
        fr: 'relit la sauvegarde et vérifie chaque empreinte, sans base de données',
        en: 'reads the backup again and checks every hash, without a database',
      }),
    )
    .action((directory: string, options: KeysOptions & { verify?: boolean }) =>
      options.verify ? verify(directory, options, terminal) : backup(directory, options, terminal),
    );
}

/** @throws CliError unless one of the two was said */
export function keysFileOf({ keys, withoutKeys }: KeysOptions): string | null {
  if ((keys === undefined) === (withoutKeys === true)) return keys ?? null;
  throw new CliError(
    {
      fr: 'Indiquez le fichier des clés avec --keys <fichier>, ou --without-keys.',
      en: 'Name the file of the keys with --keys <file>, or say --without-keys.',
    },
    EXIT.usage,
  );
}

async function backup(directory: string, options: KeysOptions, terminal: Terminal): Promise<void> {
  const keysFile = keysFileOf(options);
  const here = settings();
  if (!hasDatabase(here)) throw noRegister(here);
  const progress = new ProgressLine(terminal, ENTRIES);
  const taken = await interruptibly(terminal, (signal) =>
    withDatabase(terminal, (url) =>
      takeBackup({
        url,
        directory,
        keysFile,
        tables: BACKED_UP_TABLES,
        product: VERSION,
        progress: progress.at,
        signal,
      }),
    ),
  ).finally(() => progress.clear());
  if (taken === 'no register') throw noRegister(here);
  if (taken === 'interrupted') {
    terminal.say({
      fr: 'La sauvegarde précédente, s’il y en avait une, reste telle quelle ; relancez la même commande pour poursuivre.',
      en: 'The backup made before, if there was one, stays as it is; run the same command again to go on.',
    });
    return;
  }
  report(taken, directory, keysFile, terminal);
}

function report(taken: TakenBackup, directory: string, keysFile: string | null, terminal: Terminal): void {
  const { manifest, newEntries, rewritten } = taken;
  const [size, added] = [terminal.number(manifest.size), terminal.number(newEntries)];
  terminal.print({
    fr: `Sauvegarde de « ${manifest.register.origin} » dans ${directory} : ${size} inscriptions, dont ${added} nouvelles.`,
    en: `Backup of "${manifest.register.origin}" in ${directory}: ${size} entries, ${added} of them new.`,
  });
  if (rewritten > 0) {
    terminal.print({
      fr: `Des mots ont été effacés depuis la précédente : ${terminal.number(rewritten)} paquets ont été remplacés.`,
      en: `Words were erased since the one before: ${terminal.number(rewritten)} bundles were replaced.`,
    });
  }
  terminal.print(
    keysFile === null
      ? {
          fr: 'Sans les clés : seule, cette sauvegarde ne rouvrira pas les mots des personnes.',
          en: 'Without the keys: by itself, this backup will not open the words of persons again.',
        }
      : {
          fr: `Clés dans ${keysFile} : gardez ce fichier ailleurs que la sauvegarde.`,
          en: `Keys in ${keysFile}: keep this file elsewhere than the backup.`,
        },
  );
}

async function verify(directory: string, options: KeysOptions, terminal: Terminal): Promise<void> {
  const progress = new ProgressLine(terminal, { fr: 'paquets', en: 'bundles' });
  const { manifest, leftOver } = await verifyBackup(directory, options.keys ?? null, progress.at).finally(() =>
    progress.clear(),
  );
  const files = Object.keys(manifest.files).length;
  terminal.print({
    fr: `Sauvegarde intacte : « ${manifest.register.origin} », ${terminal.number(manifest.size)} inscriptions, ${terminal.number(files)} fichiers, faite le ${manifest.madeAt}.`,
    en: `The backup is intact: "${manifest.register.origin}", ${terminal.number(manifest.size)} entries, ${terminal.number(files)} files, made at ${manifest.madeAt}.`,
  });
  if (options.keys !== undefined) terminal.print({ fr: 'Clés intactes.', en: 'The keys are intact.' });
  if (leftOver === 0) return;
  terminal.say({
    fr: `Une sauvegarde plus récente a été interrompue (${terminal.number(leftOver)} fichiers hors manifeste) : relancez « fil backup » pour la terminer.`,
    en: `A later backup was interrupted (${terminal.number(leftOver)} files outside the manifest): run "fil backup" again to finish it.`,
  });
}

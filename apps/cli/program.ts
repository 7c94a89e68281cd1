import { Command, CommanderError } from 'commander';
import { ExplainedError } from '@fil/facts/kit/explained-error';
import { ImportRefused } from '@fil/exchange/refused-by-register';
import { TableError } from '@fil/exchange/tables/table-error';
import { AppendUncertain, StoreBusy } from '@fil/log/event-store/event-store.port';
import { CliError } from './cli-error';
import { backupCommand } from './commands/backup';
import { doctorCommand } from './commands/doctor';
import { erasureCommands } from './commands/erasure';
import { importCommands } from './commands/import-paris';
import { initCommand } from './commands/init';
import { jobCommands } from './commands/jobs';
import { logCommands } from './commands/log';
import { projectionCommands } from './commands/projections';
import { rebuildCommand } from './commands/rebuild';
import { reportCommands } from './commands/report';
import { restoreCommand } from './commands/restore';
import { tokenCommands } from './commands/token';
import { EXIT } from './exit-codes';
import { inFrench } from './terminal/commander-french';
import type { Terminal } from './terminal/terminal';
import { VERSION } from './version';

function program(terminal: Terminal): Command {
  const spoken = (said: string): string => (terminal.language === 'fr' ? inFrench(said) : said);
  const fil = new Command('fil')
    .description(terminal.text({ fr: 'Fil rouge, en ligne de commande', en: 'Fil rouge, from the command line' }))
    .version(VERSION)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (said) => terminal.out.write(spoken(said)),
      writeErr: (said) => terminal.err.write(spoken(said)),
    })
    .addHelpText(
      'after',
      terminal.text({
        fr: `
Le registre est celui de DATABASE_URL, sinon celui du dossier FIL_DATA (par défaut .data).
La langue suit LANG. Codes de retour : 0 fait, 1 échec, 2 commande mal formée, 3 fait mais des lignes ont été rejetées,
4 et 5 ce que « fil doctor », « fil report check » et « fil log » trouvent à voir ou en défaut, 130 interrompu.`,
        en: `
The register is that of DATABASE_URL, else that of the folder FIL_DATA (.data by default).
The language follows LANG. Exit codes: 0 done, 1 failed, 2 ill-formed command, 3 done but some rows were rejected,
4 and 5 warnings and faults that "fil doctor", "fil report check" and "fil log" find, 130 interrupted.`,
      }),
    );
  initCommand(fil, terminal);
  importCommands(fil, terminal);
  tokenCommands(fil, terminal);
  jobCommands(fil, terminal);
  logCommands(fil, terminal);
  projectionCommands(fil, terminal);
  rebuildCommand(fil, terminal);
  backupCommand(fil, terminal);
  restoreCommand(fil, terminal);
  doctorCommand(fil, terminal);
  erasureCommands(fil, terminal);
  reportCommands(fil, terminal);
  return fil;
}

/**
 * Runs one command of `fil`.
 *
 * @param words what was typed after `fil`.
 * @returns the exit code
 */
export async function runFil(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await program(terminal).parseAsync(words, { from: 'user' });
    return terminal.exitCode;
  } catch (error) {
    return explain(error, terminal);
  }
}

/** Says what went wrong in the words it has for whoever typed the command. @returns the exit code */
function explain(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof CliError) {
    terminal.say(error.said);
    return error.exitCode;
  }
  if (error instanceof TableError) {
    const { file, line, reason } = error;
    terminal.say({
      fr: `${file}${line === null ? '' : `, ligne ${line}`} : ${reason.fr}\nRien n’a été enregistré.`,
      en: `${file}${line === null ? '' : `, line ${line}`}: ${reason.en}\nNothing was recorded.`,
    });
    return EXIT.failed;
  }
  if (error instanceof ImportRefused) terminal.say(error.reason);
  else if (error instanceof StoreBusy || error instanceof AppendUncertain) terminal.say(BUSY);
  else if (error instanceof ExplainedError) terminal.say(error.explanation);
  else terminal.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.failed;
}

const BUSY = {
  fr: 'Le registre ne peut pas enregistrer pour le moment. Ce qui a été écrit reste ; relancez la même commande pour poursuivre.',
  en: 'The register cannot record at the moment. What was written stays; run the same command again to go on.',
};

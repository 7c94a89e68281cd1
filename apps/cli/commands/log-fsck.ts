import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { auditTree } from '@fil/log/checkpoints/audit-tree';
import { LogDamaged } from '@fil/log/checkpoints/damage';
import { WHAT_TO_DO } from '@fil/log/checkpoints/what-to-do';
import { POLICY } from '@fil/log/mirror/mirror-folder';
import type { Command } from 'commander';
import { runVerifier } from '../../verifier/program/run-verifier';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-codes';
import { withRegister } from '../open-register';
import { ProgressLine } from '../terminal/progress-line';
import type { Terminal } from '../terminal/terminal';
import { ENTRIES } from './backup';

interface FsckOptions {
  readonly policy?: string;
  readonly checkpoint?: readonly string[];
}

export function logFsckCommand(log: Command, terminal: Terminal): void {
  log
    .command('fsck [dir]')
    .description(
      terminal.text({
        fr: 'revérifie tout d’une copie, sans base de données ; sans dossier, les tables de ce registre',
        en: 'checks all of a copy again, without a database; without a folder, the tables of this register',
      }),
    )
    .option(
      '--policy <file>',
      terminal.text({
        fr: 'fichier de confiance ; sinon celui du dossier',
        en: 'trust file; else the one in the folder',
      }),
    )
    .option(
      '--checkpoint <files...>',
      terminal.text({
        fr: 'états signés conservés ailleurs, qui doivent faire partie de la même histoire',
        en: 'signed states kept elsewhere, which must be part of the same history',
      }),
    )
    .action((directory: string | undefined, options: FsckOptions) =>
      directory === undefined ? checkRegister(terminal) : checkCopy(directory, options, terminal),
    );
}

/** As committees check it: a copy is not checked in two ways. */
async function checkCopy(
  directory: string,
  { policy, checkpoint = [] }: FsckOptions,
  terminal: Terminal,
): Promise<void> {
  const kept = join(directory, POLICY);
  const trusted = policy ?? (existsSync(kept) ? kept : null);
  const words = [
    'mirror',
    directory,
    ...(trusted === null ? [] : ['--policy', trusted]),
    ...checkpoint.flatMap((file) => ['--checkpoint', file]),
    '--lang',
    terminal.language,
  ];
  const { out, err } = terminal;
  const code = await runVerifier(words, { environment: {}, out, err, stopped: new AbortController().signal });
  if (code === 1) terminal.exitCode = EXIT.fault;
  else if (code !== 0) terminal.exitCode = EXIT.failed;
}

async function checkRegister(terminal: Terminal): Promise<void> {
  const progress = new ProgressLine(terminal, ENTRIES);
  try {
    const { size, checkpoints } = await withRegister(terminal, ({ pool }) => auditTree(pool, progress.at));
    progress.clear();
    terminal.print({
      fr: `Tout concorde : l’arbre de ${terminal.number(size)} inscriptions, et ${terminal.number(checkpoints)} états signés.`,
      en: `All agrees: the tree of ${terminal.number(size)} entries, and ${terminal.number(checkpoints)} signed states.`,
    });
  } catch (error) {
    progress.clear();
    if (!(error instanceof LogDamaged)) throw error;
    const { fr, en } = WHAT_TO_DO[error.kind];
    throw new CliError({ fr: `${fr}\n${error.message}`, en: `${en}\n${error.message}` }, EXIT.fault);
  }
}

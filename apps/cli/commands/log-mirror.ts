import { mkdir, readFile } from 'node:fs/promises';
import { HttpLog } from '@fil/log/mirror/log-client';
import { MirrorFolder, POLICY } from '@fil/log/mirror/mirror-folder';
import { type Mirrored, mirrorLog } from '@fil/log/mirror/mirror-log';
import { MirrorStopped } from '@fil/log/mirror/mirror-stopped';
import { confirmedBy, parsePolicy, type Policy } from '@fil/log/transparency/policy';
import { Unreadable } from '@fil/log/transparency/unreadable';
import type { Command } from 'commander';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-codes';
import { interruptibly } from '../interruption';
import { ProgressLine } from '../terminal/progress-line';
import type { Terminal } from '../terminal/terminal';
import { ENTRIES } from './backup';

interface MirrorOptions {
  readonly from?: string;
  readonly policy?: string;
}

export function logMirrorCommand(log: Command, terminal: Terminal): void {
  log
    .command('mirror <dir>')
    .description(
      terminal.text({
        fr: 'tient dans un dossier une copie vérifiée d’un registre, complétée à chaque fois ; sans base de données',
        en: 'keeps a verified copy of a log in a folder, added to each time; without a database',
      }),
    )
    .option(
      '--from <url>',
      terminal.text({
        fr: 'où le registre se lit (https://…/log) ; sinon l’adresse du fichier de confiance',
        en: 'where the log is read (https://…/log); else the address in the trust file',
      }),
    )
    .option(
      '--policy <file>',
      terminal.text({
        fr: 'fichier de confiance : la clé du registre, et ses témoins ; conservé dans le dossier',
        en: 'trust file: the key of the log, and its witnesses; kept in the folder',
      }),
    )
    .action((directory: string, options: MirrorOptions) => mirror(directory, options, terminal));
}

async function mirror(directory: string, options: MirrorOptions, terminal: Terminal): Promise<void> {
  const folder = new MirrorFolder(directory);
  const text = await policyText(folder, options.policy);
  const policy = parsed(text);
  const from = addressOf(options.from, policy);
  await mkdir(directory, { recursive: true });
  const progress = new ProgressLine(terminal, ENTRIES);
  try {
    const mirrored = await interruptibly(terminal, (signal) =>
      mirrorLog({ folder, log: new HttpLog(from, signal), policy, onProgress: progress.at, signal }),
    );
    if (mirrored === 'interrupted') return;
    await folder.write(POLICY, text);
    progress.clear();
    tell(mirrored, policy, terminal);
  } catch (error) {
    progress.clear();
    if (!(error instanceof MirrorStopped)) throw error;
    throw new CliError(error.explanation, error.fault === 'unanswered' ? EXIT.failed : EXIT.fault);
  }
}

/** What was given, else what was kept. */
async function policyText(folder: MirrorFolder, path: string | undefined): Promise<Buffer> {
  if (path !== undefined) {
    try {
      return await readFile(path);
    } catch {
      throw new CliError({ fr: `Impossible de lire ${path}.`, en: `Cannot read ${path}.` });
    }
  }
  const kept = await folder.read(POLICY);
  if (kept) return kept;
  throw new CliError(
    {
      fr: 'De qui une signature compte-t-elle ? Indiquez un fichier de confiance avec --policy <fichier> : demandez-le à un comité d’évaluation, non au registre.',
      en: 'Whose signature counts? Name a trust file with --policy <file>: ask an evaluation committee for it, not the register.',
    },
    EXIT.usage,
  );
}

function parsed(text: Buffer): Policy {
  try {
    return parsePolicy(text);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new CliError({
      fr: `Le fichier de confiance est mal formé : ${error.message}`,
      en: `The trust file is ill-formed: ${error.message}`,
    });
  }
}

function addressOf(given: string | undefined, { logs }: Policy): string {
  const address = given ?? logs.find(({ url }) => url !== null)?.url;
  if (address != null && URL.canParse(address) && /^https?:/.test(address)) return address;
  throw new CliError(
    {
      fr: 'Indiquez où le registre se lit : --from https://…/log',
      en: 'Say where the log is read: --from https://…/log',
    },
    EXIT.usage,
  );
}

function tell({ from, checkpoint }: Mirrored, policy: Policy, terminal: Terminal): void {
  const { origin, size } = checkpoint;
  if (size < from) {
    terminal.print({
      fr: `${origin} montre un état ancien : ${terminal.number(size)} inscriptions, alors que cette copie en a ${terminal.number(from)}, signées. Rien n’est perdu ici ; si cela dure, prévenez un comité d’évaluation.`,
      en: `${origin} shows an old state: ${terminal.number(size)} entries, while this copy has ${terminal.number(from)}, signed. Nothing is lost here; if it lasts, tell an evaluation committee.`,
    });
    terminal.exitCode = EXIT.warning;
    return;
  }
  const witnesses = confirmedBy(policy, checkpoint).length;
  terminal.print({
    fr: `${origin} : copie complète et vérifiée de ${terminal.number(size)} inscriptions, dont ${terminal.number(size - from)} nouvelles ; ${witnesses} témoins sur ${policy.witnesses.length} ont confirmé cet état.`,
    en: `${origin}: complete and verified copy of ${terminal.number(size)} entries, ${terminal.number(size - from)} of them new; ${witnesses} of ${policy.witnesses.length} witnesses have confirmed this state.`,
  });
}

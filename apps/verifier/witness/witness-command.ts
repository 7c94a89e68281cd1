/** `fil-verify witness`: a witness for committees to run. */
import { parseArgs } from 'node:util';
import type { Label } from '@fil/facts/codes/label';
import { MemoryDamaged } from './cosigned-checkpoints';
import { runWitness } from './run-witness';
import { readWitnessConfig } from './witness-config';
import { makeWitnessFolder } from './witness-folder';
import { type WitnessMessage, witnessMessage } from './witness-messages';
import { WitnessRefused } from './witness-refused';

export interface WitnessTerminal {
  /** What was asked for: to the standard output. */
  print(said: Label): void;
  /** What is told beside: to stderr. */
  say(said: Label): void;
}

export const WITNESS_USAGE: Label = {
  fr: `fil-verify witness keygen --name <nom> --folder <dossier>
  crée la clé d’un témoin et sa mémoire, et affiche la clé à publier
fil-verify witness --config <fichier>
  contresigne les états des registres que le fichier de confiance nomme, jusqu’à son arrêt`,
  en: `fil-verify witness keygen --name <name> --folder <folder>
  makes the key of a witness and its memory, and prints the key to publish
fil-verify witness --config <file>
  cosigns checkpoints of the logs that the trust file names, until it is stopped`,
};

const DONE = 0;
const FAILED = 1;
const USAGE = 2;

/**
 * @param args what was typed after `witness`
 * @param stopped ends the witness
 * @returns exit code: 0 done, 1 failed, 2 ill-formed command
 */
export async function witnessCommand(
  args: readonly string[],
  terminal: WitnessTerminal,
  stopped: AbortSignal,
): Promise<number> {
  const asked = askedFor(args);
  if (asked === null) {
    terminal.say(WITNESS_USAGE);
    return USAGE;
  }
  try {
    if ('config' in asked) await serve(asked.config, terminal, stopped);
    else await makeKey(asked.folder, asked.name, terminal);
    return DONE;
  } catch (error) {
    if (error instanceof WitnessRefused) terminal.say(error.said);
    else if (error instanceof MemoryDamaged) terminal.say(damaged(error));
    else throw error;
    return FAILED;
  }
}

type Asked = { readonly config: string } | { readonly name: string; readonly folder: string };

function askedFor(args: readonly string[]): Asked | null {
  try {
    if (args[0] === 'keygen') {
      const options = { name: { type: 'string' }, folder: { type: 'string' } } as const;
      const { name, folder } = parseArgs({ args: args.slice(1), options }).values;
      return name === undefined || folder === undefined ? null : { name, folder };
    }
    const { config } = parseArgs({ args: [...args], options: { config: { type: 'string' } } }).values;
    return config === undefined ? null : { config };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) return null;
    throw error;
  }
}

async function makeKey(folder: string, name: string, terminal: WitnessTerminal): Promise<void> {
  const vkey = await makeWitnessFolder(folder, name);
  terminal.say({
    fr: `Le témoin est dans ${folder}. Ce qui suit est sa clé publique : donnez-la à qui tient le registre et à qui le vérifie.`,
    en: `The witness stands in ${folder}. This is its public key: give it to those who keep the log and to those who verify it.`,
  });
  terminal.print({ fr: vkey, en: vkey });
}

async function serve(path: string, terminal: WitnessTerminal, stopped: AbortSignal): Promise<void> {
  const config = await readWitnessConfig(path);
  const witness = await runWitness(config, (message: WitnessMessage) => terminal.say(witnessMessage(message)));
  terminal.say({
    fr: `${witness.name} contresigne pour ${witness.origins.join(', ')} : ${witness.url}`,
    en: `${witness.name} cosigns for ${witness.origins.join(', ')}: ${witness.url}`,
  });
  if (!stopped.aborted) await new Promise((resolve) => stopped.addEventListener('abort', resolve, { once: true }));
  await witness.stop();
}

const damaged = ({ message }: MemoryDamaged): Label => ({
  fr: `Ce que le témoin a contresigné ne peut plus être lu (${message}). Il ne contresigne rien : remettre une copie ancienne serait oublier, et il contresignerait une seconde histoire. Faites un nouveau témoin, sous un autre nom.`,
  en: `What the witness has cosigned cannot be read any more (${message}). It cosigns nothing: an older copy would be forgetting, and it would cosign a second history. Make a new witness, with another name.`,
});

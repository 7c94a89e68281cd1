/** `fil-verify`: what was typed, and what it comes to. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Entry } from '@fil/log/transparency/entry';
import { formatFork } from '@fil/log/transparency/fork-file';
import type { Policy } from '@fil/log/transparency/policy';
import { Unreadable } from '@fil/log/transparency/unreadable';
import { checkPaper, type CheckPaper } from '../checks/check-paper';
import { checkStates, type FindPath } from '../checks/check-states';
import { asIs, detail, hasFailed, joined, type Verdict } from '../checks/finding';
import { parseState } from '../checks/state';
import { checkMirror, type CheckMirror } from '../mirror/check-mirror';
import { mirrorPath } from '../mirror/find-forks';
import { checkReport } from '../report/check-report';
import { witnessCommand } from '../witness/witness-command';
import { DirectoryMirror } from './directory-mirror';
import { EXIT } from './exit-codes';
import { mirrorCommand } from './mirror-command';
import { printVerdict } from './print-verdict';
import { readGiven, readPolicy, writeNamed } from './named-files';
import { Refused } from './refused';
import { USAGE } from './usage';
import { environmentLanguage, type Language, type Output, VerifierTerminal } from './verifier-terminal';

export interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly out?: Output;
  readonly err?: Output;
  /** Ends a witness. */
  readonly stopped: AbortSignal;
}

/** @param words what was typed after `fil-verify` @returns the exit code */
export async function runVerifier(
  words: readonly string[],
  { environment, out, err, stopped }: Surroundings,
): Promise<number> {
  let terminal = new VerifierTerminal(environmentLanguage(environment), out, err);
  if (words[0] === 'witness') return witnessCommand(words.slice(1), terminal, stopped);
  try {
    const { values: options, positionals } = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
    if (options.lang !== undefined) terminal = new VerifierTerminal(languageOf(options.lang), out, err);
    if (options.help) {
      terminal.print(USAGE);
      return EXIT.ok;
    }
    const verdict = await check(positionals, options, terminal);
    printVerdict(verdict, terminal);
    saveProof(verdict, options.proof, terminal);
    if (!hasFailed(verdict)) return EXIT.ok;
    return verdict.findings.every(({ outcome, check: what }) => outcome !== 'failed' || what === 'unreadable')
      ? EXIT.unusable
      : EXIT.failed;
  } catch (error) {
    if (error instanceof Refused) terminal.say(error.said);
    else if (error instanceof Unreadable) terminal.say(joined(UNREADABLE, detail(error.message)));
    else if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) terminal.say(USAGE);
    else throw error;
    return EXIT.unusable;
  }
}

const UNREADABLE = { fr: 'Ce qui a été donné est illisible.', en: 'What was given cannot be read.' };

const OPTIONS = {
  policy: { type: 'string' },
  newer: { type: 'string' },
  mirror: { type: 'string' },
  checkpoint: { type: 'string', multiple: true },
  report: { type: 'string' },
  measure: { type: 'boolean' },
  proof: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;
type Options = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

function languageOf(asked: string): Language {
  if (asked === 'fr' || asked === 'en') return asked;
  throw new Refused({ fr: '--lang : fr ou en.', en: '--lang: fr or en.' });
}

async function check(
  [command, ...given]: readonly string[],
  options: Options,
  terminal: VerifierTerminal,
): Promise<Verdict> {
  const policy = options.policy === undefined ? null : readPolicy(options.policy);
  const [first, second] = given;
  const count = given.length;
  if (command === 'receipt' && first !== undefined && count === 1) return receipt(first, required(policy), options);
  if (command === 'states' && second !== undefined && count === 2) {
    const texts = [readGiven(first!).toString('utf8'), readGiven(second).toString('utf8')] as const;
    return checkStates(texts, { policy: required(policy), now: now(), findPath: findPath(options.mirror) });
  }
  if (command === 'mirror' && first !== undefined && count === 1) {
    const { report, measure = false, checkpoint: notes = [] } = options;
    const checkpoints = notes.map((name) => ({ name, note: parseState(readGiven(name).toString('utf8')).note }));
    const progress = watching(terminal);
    return mirrorCommand({ folder: folderOf(first), policy, given: checkpoints, report, measure, progress });
  }
  if (command === 'report' && second !== undefined && count === 2) {
    const wanted = second.startsWith('report-') ? { id: second } : { file: readGiven(second) };
    return checkReport(new DirectoryMirror(folderOf(first!)), wanted, { policy, progress: watching(terminal) });
  }
  throw new Refused(USAGE);
}

/** Tells how far the reading of a copy is. */
const watching =
  (terminal: VerifierTerminal): NonNullable<CheckMirror['progress']> =>
  (read, of) =>
    terminal.watch(read < of ? { fr: `${read} inscriptions sur ${of}`, en: `${read} of ${of} entries` } : asIs(''));

const now = (): number => Math.floor(Date.now() / 1000);

function required(policy: Policy | null): Policy {
  if (policy) return policy;
  throw new Refused({
    fr: 'Il faut un fichier de confiance (--policy) : lui dit de qui une signature compte. Demandez-le à un comité d’évaluation, non au registre.',
    en: 'A trust file is needed (--policy): it says whose signature counts. Ask an evaluation committee for it, not the register.',
  });
}

function folderOf(path: string): string {
  if (existsSync(path)) return path;
  throw new Refused({ fr: `Il n’y a pas de dossier « ${path} ».`, en: `There is no folder "${path}".` });
}

async function receipt(path: string, policy: Policy, { newer, mirror }: Options): Promise<Verdict> {
  const text = readGiven(path).toString('utf8');
  const later = newer === undefined ? undefined : readGiven(newer).toString('utf8');
  const find = mirror === undefined ? undefined : promisesIn(folderOf(mirror), policy);
  return checkPaper(text, { policy, now: now(), newer: later, findPath: findPath(mirror), find });
}

/** What links two states, from the tiles of a copy; whether it does is verified by whoever asks. */
function findPath(mirror: string | undefined): FindPath | undefined {
  if (mirror === undefined) return undefined;
  const source = new DirectoryMirror(folderOf(mirror));
  return (older, newer) => mirrorPath(source, older.size, newer.size);
}

/** Looks for a promised entry in a copy, which must be right as a whole. */
function promisesIn(folder: string, policy: Policy): CheckPaper['find'] {
  return async (wanted) => {
    let found: number | null = null;
    const visit = (_: Entry, index: number, leaf: Buffer): void => {
      if (leaf.equals(wanted)) found = index;
    };
    const verdict = await checkMirror(new DirectoryMirror(folder), { policy, visit });
    return hasFailed(verdict) || !verdict.head ? null : { checkpoint: verdict.head, index: found };
  };
}

function saveProof({ forks }: Verdict, path: string | undefined, terminal: VerifierTerminal): void {
  const [fork] = forks;
  if (!fork) return;
  if (path === undefined) {
    terminal.print({
      fr: 'La preuve, à enregistrer (ou relancez avec --proof <fichier>) :',
      en: 'The proof, to be saved (or run again with --proof <file>):',
    });
    terminal.print(asIs(formatFork(fork)));
    return;
  }
  writeNamed(path, formatFork(fork));
  terminal.say({ fr: `La preuve est dans ${path}.`, en: `The proof is in ${path}.` });
}

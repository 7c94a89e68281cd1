/** What a witness is told by its operator: a file in JSON, and the policy it names. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { SigningKey, VerifierKey } from '@fil/log/transparency/keys';
import { parsePolicy, type Policy } from '@fil/log/transparency/policy';
import { Unreadable } from '@fil/log/transparency/unreadable';
import { WitnessRefused } from './witness-refused';

export interface WitnessConfig {
  /** Made by `witness keygen`. */
  readonly folder: string;
  readonly policy: Policy;
  readonly host: string;
  readonly port: number;
  /** Path before its routes: empty, or `/` and more, without one at its end. */
  readonly prefix: string;
  /** Milliseconds a client has to send its request. */
  readonly patience: number;
}

const FIELDS = ['folder', 'policy', 'host', 'port', 'prefix', 'patience'];

/** Paths in it are relative to its folder. @throws WitnessRefused */
export async function readWitnessConfig(path: string): Promise<WitnessConfig> {
  const config = parsed(path, (await read(path)).toString('utf8'));
  const here = dirname(resolve(path));
  const { folder, policy, host = '127.0.0.1', port, prefix = '', patience = 10_000 } = config;
  const unknown = Object.keys(config).find((field) => !FIELDS.includes(field));
  if (unknown !== undefined) throw wrong(path, unknown);
  if (typeof folder !== 'string') throw wrong(path, 'folder');
  if (typeof policy !== 'string') throw wrong(path, 'policy');
  if (typeof host !== 'string') throw wrong(path, 'host');
  if (typeof port !== 'number' || !Number.isInteger(port) || port < 0 || port > 65_535) throw wrong(path, 'port');
  if (typeof prefix !== 'string' || !/^(\/[\w.~-]+)*$/.test(prefix)) throw wrong(path, 'prefix');
  if (typeof patience !== 'number' || !Number.isInteger(patience) || patience < 1) throw wrong(path, 'patience');
  return {
    folder: resolve(here, folder),
    policy: await readPolicy(resolve(here, policy)),
    host,
    port,
    prefix,
    patience,
  };
}

function parsed(path: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new WitnessRefused({ fr: `${path} n’est pas un objet JSON.`, en: `${path} is not an object in JSON.` });
}

async function readPolicy(path: string): Promise<Policy> {
  const bytes = await read(path);
  try {
    return parsePolicy(bytes);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new WitnessRefused(
      {
        fr: `${path} n’est pas un fichier de confiance : ${error.message}`,
        en: `${path} is not a trust file: ${error.message}`,
      },
      { cause: error },
    );
  }
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new WitnessRefused({ fr: `${path} ne peut pas être lu.`, en: `${path} cannot be read.` }, { cause: error });
  }
}

const wrong = (path: string, field: string): WitnessRefused =>
  new WitnessRefused({
    fr: `${path} : « ${field} » n’est pas ce qu’il faut. Voyez docs/how-to/run-a-witness.md.`,
    en: `${path}: "${field}" is not what is needed. See docs/how-to/run-a-witness.md.`,
  });

/**
 * Keys of the logs it may cosign for with this key.
 * @throws WitnessRefused when the policy knows the key as that of a log, or under another name: a cosignature does not
 *   say who made it, so one key is one witness
 */
export function trustedLogs({ logs, witnesses }: Policy, key: SigningKey): VerifierKey[] {
  if (logs.length === 0) {
    throw new WitnessRefused({
      fr: 'Le fichier de confiance ne nomme aucun registre : il n’y a rien à contresigner.',
      en: 'The trust file names no log: there is nothing to cosign.',
    });
  }
  const named = [...logs, ...witnesses]
    .map((one) => one.key)
    .filter(({ publicKey }) => publicKey.equals(key.publicKey));
  if (named.some(({ name, type }) => name !== key.name || type !== key.type)) {
    throw new WitnessRefused({
      fr: 'Le fichier de confiance donne la clé de ce témoin à un registre ou à un autre nom. Une clé, un témoin, un nom.',
      en: 'The trust file gives the key of this witness to a log or to another name. One key, one witness, one name.',
    });
  }
  return logs.map((log) => log.key);
}

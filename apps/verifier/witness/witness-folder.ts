/**
 * The folder of a witness: its key, and what it cosigned. Both are made together and stay together: with its key and without
 * its memory a witness would cosign a second history.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  COSIGNATURE_KEY,
  formatSigningKey,
  formatVkey,
  isKeyName,
  newSigningKey,
  parseSigningKey,
  type SigningKey,
} from '@fil/log/transparency/keys';
import { Unreadable } from '@fil/log/transparency/unreadable';
import { flushFolder, writeFlushed } from './durable-file';
import { WitnessRefused } from './witness-refused';

const KEY = 'key';
const MEMORY = 'cosigned';
/** Whose memory it is. */
const VKEY = 'vkey';

export const memoryFolder = (folder: string): string => join(folder, MEMORY);

/** @param name of the witness @returns its verifier key @throws WitnessRefused when there is one already */
export async function makeWitnessFolder(folder: string, name: string): Promise<string> {
  if (!isKeyName(name)) {
    throw new WitnessRefused({
      fr: `« ${name} » ne peut pas être le nom d’un témoin : ni espace, ni « + ». Exemple : temoin.example.org`,
      en: `"${name}" cannot be the name of a witness: no spaces and no "+". Example: witness.example.org`,
    });
  }
  const key = newSigningKey(name, COSIGNATURE_KEY);
  const vkey = formatVkey(key);
  await mkdir(join(folder, MEMORY), { recursive: true, mode: 0o700 });
  try {
    await writeFlushed(join(folder, KEY), `${formatSigningKey(key)}\n`);
    await writeFlushed(join(folder, MEMORY, VKEY), `${vkey}\n`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new WitnessRefused(
      {
        fr: `${folder} contient déjà un témoin : une clé n’est jamais remplacée. Indiquez un autre dossier.`,
        en: `${folder} already has a witness: a key is never replaced. Name another folder.`,
      },
      { cause: error },
    );
  }
  await flushFolder(join(folder, MEMORY));
  await flushFolder(folder);
  return vkey;
}

/** @throws WitnessRefused when there is no witness, or its memory is not there */
export async function readWitnessKey(folder: string): Promise<SigningKey> {
  const key = keyFrom(await read(folder, KEY));
  const vkey = await read(folder, join(MEMORY, VKEY));
  if (vkey.trim() !== formatVkey(key)) {
    throw new WitnessRefused({
      fr: `La mémoire du témoin (${join(folder, MEMORY)}) n’est pas celle de sa clé.`,
      en: `The memory of the witness (${join(folder, MEMORY)}) is not that of its key.`,
    });
  }
  return key;
}

function keyFrom(text: string): SigningKey {
  try {
    const key = parseSigningKey(text.trim());
    if (key.type === COSIGNATURE_KEY) return key;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  throw new WitnessRefused({
    fr: 'La clé n’est pas celle d’un témoin. Faites-en une : fil-verify witness keygen',
    en: 'The key is not that of a witness. Make one: fil-verify witness keygen',
  });
}

async function read(folder: string, file: string): Promise<string> {
  const path = join(folder, file);
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new WitnessRefused(
      {
        fr: `${path} ne peut pas être lu. Un témoin dont la clé ou la mémoire est perdue ne se répare pas : faites-en un nouveau, sous un autre nom (fil-verify witness keygen).`,
        en: `${path} cannot be read. A witness whose key or memory is lost cannot be mended: make a new one, with another name (fil-verify witness keygen).`,
      },
      { cause: error },
    );
  }
}

/** One process to a folder. What keeps two apart in truth is how a turn is taken; this tells their operator. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFlushed } from './durable-file';
import { WitnessRefused } from './witness-refused';

/** @returns what gives the folder free @throws WitnessRefused when another process has it */
export async function takeFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'process');
  if (!(await taken(path))) {
    await refuseWhileAlive(path);
    await rm(path, { force: true });
    if (!(await taken(path))) await refuseWhileAlive(path);
  }
  return () => rm(path, { force: true });
}

async function taken(path: string): Promise<boolean> {
  try {
    await writeFlushed(path, `${process.pid}\n`);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function refuseWhileAlive(path: string): Promise<void> {
  const owner = Number(await readFile(path, 'utf8'));
  // In a container that began again the process has the number it had.
  if (owner === process.pid || !isAlive(owner)) return;
  throw new WitnessRefused({
    fr: `Un autre processus (${owner}) sert déjà ce dossier de témoin. S’il ne s’agit pas d’un témoin, supprimez ${path} et recommencez.`,
    en: `Another process (${owner}) already serves this folder of a witness. If it is not a witness, delete ${path} and try again.`,
  });
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

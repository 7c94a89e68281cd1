import { existsSync } from 'node:fs';
import type { Register } from '@fil/log/register/register';
import { embeddedFolder, openDatabase } from '../composition/database';
import { openRegister, type OpenRegister } from '../composition/open-register';
import { settingsFrom, type Settings } from '../composition/settings';
import { CliError } from './cli-error';
import type { Terminal } from './terminal/terminal';

export const settings = (): Settings => settingsFrom(process.env);

/** False when there is no database yet: looking for a register must not create one. */
export const hasDatabase = (here: Settings): boolean =>
  here.databaseUrl !== undefined || existsSync(embeddedFolder(here));

/** Opens the register, hands it over, and leaves the server as it found it. @param begin the register to begin if there is none */
export async function withRegister<T>(
  terminal: Terminal,
  work: (open: OpenRegister) => Promise<T>,
  begin?: Omit<Register, 'instanceKey'>,
): Promise<T> {
  const here = settings();
  if (!begin && !hasDatabase(here)) throw noRegister(here);
  const database = await openDatabase(here, (message) => terminal.say(message));
  try {
    const open = await openRegister(database.url, begin, here.eventStoreUrl, here);
    if (!open) throw noRegister(here);
    try {
      return await work(open);
    } finally {
      await open.close();
    }
  } finally {
    await database.stop();
  }
}

export const noRegister = ({ databaseUrl, dataDir }: Settings): CliError => {
  const where = databaseUrl === undefined ? dataDir : 'DATABASE_URL';
  return new CliError({
    fr: `Il n’y a pas de registre ici (${where}).\nPour la démonstration : npm start\nPour un vrai registre : npm run fil -- init --authority <SIRET> --origin <nom>`,
    en: `There is no register here (${where}).\nFor the demonstration: npm start\nFor a real register: npm run fil -- init --authority <SIRET> --origin <name>`,
  });
};

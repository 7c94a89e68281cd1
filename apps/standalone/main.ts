import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { closeApplication } from '../composition/application';
import { openDatabase } from '../composition/database';
import { openRegister } from '../composition/open-register';
import { settingsFrom } from '../composition/settings';
import { untilAskedToStop } from '../composition/stop-signals';
import { serve } from './serve';

/** `npm start`: everything in one process, on the embedded PostgreSQL or on DATABASE_URL. */
async function main(): Promise<void> {
  const settings = settingsFrom(process.env);
  const say = (message: string): void => console.log(message);
  const database = await openDatabase(settings, say);
  try {
    // An empty database of one's own begins as a demonstration too: a real register is begun by `fil init`.
    const demonstration = {
      origin: `demo.invalid/${randomBytes(6).toString('hex')}`,
      demonstration: true,
      authoritySiret: null,
    };
    const register = (await openRegister(database.url, demonstration, settings.eventStoreUrl, settings))!;
    const site = await serve(register, settings, say);
    const stop = async (): Promise<void> => {
      await closeApplication(site);
      await register.close();
      await database.stop();
    };
    await untilAskedToStop();
    say('Stopping…');
    await stop();
  } catch (error) {
    await database.stop();
    throw error;
  }
}

function whatToDo(error: unknown): string {
  const { code, message, port } = error as { code?: string; message?: string; port?: number };
  if (code !== 'EADDRINUSE') return message ?? String(error);
  return `Port ${port} is taken, perhaps by another Fil rouge. Choose another: PORT=3001 npm start\nLe port ${port} est déjà pris, peut-être par un autre Fil rouge. Choisissez-en un autre : PORT=3001 npm start`;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(whatToDo(error));
    if (process.env['DEBUG'] && error instanceof Error) console.error(error.stack);
    process.exit(1);
  },
);

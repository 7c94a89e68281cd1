import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { openDatabase } from '../composition/database';
import { openRegister } from '../composition/open-register';
import { settingsFrom } from '../composition/settings';
import { serve } from './serve';

/** `npm start`: everything in one process, on the embedded PostgreSQL or on DATABASE_URL. */
async function main(): Promise<void> {
  const settings = settingsFrom(process.env);
  const say = (message: string): void => console.log(message);
  const database = await openDatabase(settings, say);
  try {
    // An empty database of one's own begins as a demonstration too: a real register is begun by `fil init`.
    const register = (await openRegister(database.url, {
      origin: `demo.invalid/${randomBytes(6).toString('hex')}`,
      demonstration: true,
      authoritySiret: null,
    }))!;
    const site = await serve(register, settings, say);
    const stop = async (): Promise<void> => {
      await site.close();
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

/** Ctrl-C, or the end of the program that started this one. */
const untilAskedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });

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

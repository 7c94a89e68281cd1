import { openDatabase } from '../composition/database';
import { settings } from './open-register';
import type { Terminal } from './terminal/terminal';

/** The database of the register, which need not hold one: for what does not open it. Leaves the server as it found it. */
export async function withDatabase<T>(terminal: Terminal, work: (url: string) => Promise<T>): Promise<T> {
  const database = await openDatabase(settings(), (message) => terminal.say(message));
  try {
    return await work(database.url);
  } finally {
    await database.stop();
  }
}

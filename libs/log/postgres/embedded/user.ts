import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Account } from './account';
import type { Home } from './home';
import { type Postmaster, isAlive } from './postmaster';
import { giveTo } from './reach';

/**
 * A process that uses the server, written down as an empty file named after its pid. The last to leave stops the
 * server, whoever started it: an import that started it may end while the site goes on.
 *
 * Who comes writes its file and then looks for others; who leaves removes its file and then looks. So of two that cross
 * at least one sees the other, and nobody stops a server that someone just found in use.
 */
export class User {
  private constructor(readonly file: string) {}

  static register(home: Home, postmaster: Postmaster, account: Account): User {
    for (const run of directoryEntries(home.users)) {
      if (run !== postmaster.run) rmSync(join(home.users, run), { recursive: true, force: true });
    }
    const directory = join(home.users, postmaster.run);
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    giveTo(account, home.users);
    giveTo(account, directory);
    const file = join(directory, `${process.pid}.${randomBytes(4).toString('hex')}`);
    writeFileSync(file, '', { mode: 0o600 });
    return new User(file);
  }

  isAlone(): boolean {
    return !directoryEntries(dirname(this.file)).some(
      (name) => name !== basename(this.file) && isAlive(Number(name.split('.')[0])),
    );
  }

  leave(): void {
    rmSync(this.file, { force: true });
  }
}

function directoryEntries(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Account } from './account';
import { type Home, superuser } from './home';
import { type Postmaster, readPostmaster } from './postmaster';
import { User } from './user';

const patienceWithALonelyServer = 3000;

export function urlOf(home: Home, postmaster: Postmaster): string {
  return `postgres://${superuser}:${home.password}@127.0.0.1:${postmaster.port}/postgres`;
}

/** Joins the server that runs on this directory; `undefined` when there is none. */
export async function joinRunningServer(
  home: Home,
  account: Account,
): Promise<{ postmaster: Postmaster; user: User } | undefined> {
  for (;;) {
    const postmaster = readPostmaster(home.cluster);
    if (!postmaster) return undefined;
    if (postmaster.status === 'ready') {
      if (!(await isOurs(home, postmaster))) return undefined;
      const user = User.register(home, postmaster, account);
      if (await willStay(home, postmaster, user)) return { postmaster, user };
      user.leave();
    } else await sleep(20);
  }
}

/**
 * A server that nobody uses was left by a process that was just killed: its watchdog is about to stop it. If it stays
 * all the same, the watchdog was killed too, and we take the server over.
 */
async function willStay(home: Home, postmaster: Postmaster, user: User): Promise<boolean> {
  const until = Date.now() + patienceWithALonelyServer;
  while (user.isAlone() && Date.now() < until) {
    const now = readPostmaster(home.cluster);
    if (now?.run !== postmaster.run || now.status !== 'ready') return false;
    await sleep(20);
  }
  return true;
}

/** Only the server of this very directory knows our password and names our path. */
export async function isOurs(home: Home, postmaster: Postmaster): Promise<boolean> {
  const client = new Client({ connectionString: urlOf(home, postmaster), connectionTimeoutMillis: 5000 });
  // A server that stops meanwhile must not end this process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === home.cluster;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

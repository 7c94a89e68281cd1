import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { accountToRunUnder } from './account';
import { type Home, openHome } from './home';
import { type Installation, installationFor } from './installation';
import type { Postmaster } from './postmaster';
import { joinRunningServer, urlOf } from './running-server';
import { type Settings, startServer, stopServer } from './server-process';
import { User } from './user';
import { watch } from './watchdog';

const attempts = 50;

export interface EmbeddedPostgres {
  readonly url: string;
  /** Whether this process started the server, rather than found it running. */
  readonly owned: boolean;
  /** Leaves the server; the last process to leave stops it. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** As in postgresql.conf. Without effect on a server that runs already. */
  readonly settings?: Settings;
  readonly onProgress?: (message: string) => void;
}

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { settings = {}, onProgress = () => undefined } = options;
  const dataDir = resolve(options.dataDir);
  const account = accountToRunUnder(dataDir);
  const installation = installationFor(account, onProgress);
  const durable = settings.fsync !== 'off';
  const home = await openHome({ dataDir, installation, account, durable, onProgress });
  // Between finding no server and starting one another process may start it, or it may just be stopping: look again.
  for (let attempt = 0; attempt < attempts; attempt++) {
    const running = await joinRunningServer(home, account);
    if (running) return inUse(installation, home, running.postmaster, running.user, false);
    const started = await startServer(installation, home, account, settings, onProgress);
    if (started) return inUse(installation, home, started, User.register(home, started, account), true);
    await sleep(100);
  }
  throw new Error(`A PostgreSQL server runs on ${dataDir} but does not let us in. The end of ${home.log} may say why.`);
}

function inUse(
  installation: Installation,
  home: Home,
  postmaster: Postmaster,
  user: User,
  owned: boolean,
): EmbeddedPostgres {
  const watchdog = watch(user, home, postmaster);
  let stopping: Promise<void> | undefined;
  const leave = async (): Promise<void> => {
    user.leave();
    if (user.isAlone()) await stopServer(installation, home, postmaster);
    // Only now: a kill -9 in the middle of stopping is still the watchdog's business.
    watchdog.dismiss();
  };
  return { url: urlOf(home, postmaster), owned, stop: () => (stopping ??= leave()) };
}

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { existingHome } from './home';
import { lookForPostmaster } from './postmaster';
import { isOurs, urlOf } from './running-server';

export type EmbeddedServer =
  /** Nothing was ever begun there. */
  | { readonly state: 'none' }
  | { readonly state: 'stopped' }
  /** Being started or stopped, or it does not let us in. */
  | { readonly state: 'closed'; readonly log: string }
  | { readonly state: 'running'; readonly url: string };

/**
 * The embedded server of a data directory as it is now. It is neither started nor joined: its last user may stop it at
 * any moment.
 *
 * @throws when the directory may not be read, or when another major version made it
 */
export async function lookForServer(directory: string): Promise<EmbeddedServer> {
  const dataDir = resolve(directory);
  if (!existsSync(join(dataDir, 'cluster', 'PG_VERSION'))) return { state: 'none' };
  const home = existingHome(dataDir);
  const postmaster = lookForPostmaster(home.cluster);
  if (postmaster === undefined || postmaster === 'something else') return { state: 'stopped' };
  if (postmaster.status !== 'ready' || !(await isOurs(home, postmaster))) return { state: 'closed', log: home.log };
  return { state: 'running', url: urlOf(home, postmaster) };
}

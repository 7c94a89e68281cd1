import { spawnSync } from 'node:child_process';
import { chownSync, lstatSync, mkdirSync } from 'node:fs';
import type { Account } from './account';

/** Asked of the system itself, so that access lists and odd mounts count too. */
export function canEnter(account: Account, directory: string): boolean {
  if (account.uid === undefined) return true;
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
  );
}

export function giveTo(account: Account, path: string): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid);
}

/**
 * Where root keeps what the borrowed account must reach when the project itself is closed to it (under /root, say).
 * /var/lib first: what lies under /var/tmp may be swept away after a month.
 */
export function placeOutsideTheProject(): string {
  for (const place of ['/var/lib/fil-rouge', '/var/tmp/fil-rouge']) {
    try {
      mkdirSync(place, { recursive: true, mode: 0o755 });
    } catch {
      continue;
    }
    // Anyone can make a directory under /var/tmp: one that is not ours, or a link, is not used.
    const found = lstatSync(place);
    if (found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0) return place;
  }
  throw new Error('Neither /var/lib nor /var/tmp can be used for PostgreSQL. Set DATABASE_URL to a PostgreSQL server.');
}

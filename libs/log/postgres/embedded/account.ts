import { readFileSync, statSync } from 'node:fs';

/** The account PostgreSQL runs under; both undefined means our own. Spreads into the options of a spawn. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root. As root we borrow an account that exists and never create one: a program that is
 * only tried out has no business changing /etc/passwd.
 */
export function accountToRunUnder(dataDir: string): Account {
  if (process.getuid?.() !== 0) return {};
  const account = ownerOf(dataDir) ?? accountNamed('postgres') ?? accountNamed('nobody');
  if (account) return account;
  throw new Error(
    'PostgreSQL cannot run as root and there is no account "postgres" or "nobody" to run it under. ' +
      'Start Fil rouge as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  );
}

/** Data made by an ordinary user before stay that user's. */
function ownerOf(dataDir: string): Account | undefined {
  const found = statSync(dataDir, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

function accountNamed(name: string): Account | undefined {
  const line = passwd().find((candidate) => candidate.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function passwd(): string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return [];
  }
}

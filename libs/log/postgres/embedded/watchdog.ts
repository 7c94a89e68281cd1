import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Home } from './home';
import type { Postmaster } from './postmaster';
import type { User } from './user';

// `read` ends when this process does, however it ends: the pipe closes. Then it does what stop() would have done.
const script = `
read -r word && [ "$word" = done ] && exit 0
rm -f "$1"
for other in "\${1%/*}"/*; do
  name=\${other##*/}
  kill -0 "\${name%%.*}" 2>/dev/null && exit 0
done
read -r current < "$2" && [ "$current" = "$3" ] && kill -INT "$3"
`;

/** Stops PostgreSQL after a kill -9 of Node, which would otherwise leave it running for ever. Not on Windows. */
export function watch(user: User, home: Home, postmaster: Postmaster): { dismiss(): void } {
  if (process.platform === 'win32') return { dismiss: () => undefined };
  const pidFile = join(home.cluster, 'postmaster.pid');
  // Detached: Ctrl-C reaches the whole foreground group, and the watchdog must outlive us.
  const shell: ChildProcess = spawn('/bin/sh', ['-c', script, 'sh', user.file, pidFile, String(postmaster.pid)], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.on('error', () => undefined);
  shell.stdin?.on('error', () => undefined);
  shell.unref();
  (shell.stdin as (NodeJS.WritableStream & { unref?(): void }) | null)?.unref?.();
  return { dismiss: () => shell.stdin?.end('done\n') };
}

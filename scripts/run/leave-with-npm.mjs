import { readFileSync } from 'node:fs';

/**
 * `kill -9` of npm cannot be passed on to us: we notice that we were orphaned and stop as if asked to. Between npm and
 * us there may be a shell, which does not stop with npm, so the parent's parent counts too.
 */
export function leaveWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start' || process.platform === 'win32') return;
  const before = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

function ancestors() {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}

function parentOf(pid) {
  try {
    // "pid (name) state ppid …"; a name may hold spaces and brackets.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1];
  } catch {
    return '';
  }
}

/** The command line, in this process or in one of its own that can be killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { runFil } from '../../apps/cli/program';
import { Terminal } from '../../apps/cli/terminal/terminal';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What the command printed, what it said beside, and its exit code. */
export async function fil(databaseUrl: string, ...words: string[]): Promise<Said> {
  const said = { out: '', err: '' };
  const into = (where: 'out' | 'err') =>
    new Writable({ write: (chunk: Buffer, _, done) => ((said[where] += chunk.toString()), done()) });
  process.env['DATABASE_URL'] = databaseUrl;
  try {
    return { code: await runFil(words, new Terminal('en', into('out'), into('err'))), ...said };
  } finally {
    delete process.env['DATABASE_URL'];
  }
}

export interface FilProcess {
  /** The end of its life: by itself with an exit code, or killed. */
  readonly ended: Promise<number | NodeJS.Signals>;
  kill(): void;
  said(): string;
}

export function startFil(databaseUrl: string, ...words: string[]): FilProcess {
  const root = join(__dirname, '../..');
  const child = spawn(process.execPath, [join(root, 'test/bench/run.cjs'), '../backup/fil-process.ts', ...words], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: databaseUrl, LANG: 'en_GB.UTF-8', LC_ALL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (text += data.toString()));
  return {
    ended: once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals),
    kill: () => void child.kill('SIGKILL'),
    said: () => text,
  };
}

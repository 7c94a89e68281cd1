import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { readAnnouncedKeys } from '@fil/log/checkpoints/signing-keys';
import { runFil } from '../../apps/cli/program';
import { Terminal } from '../../apps/cli/terminal/terminal';
import { eventually } from './eventually';
import { type RunningApp, startApp } from './running-app';

async function fil(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const into = (where: 'out' | 'err') =>
    new Writable({ write: (chunk: Buffer, _, done) => ((said[where] += chunk.toString()), done()) });
  const code = await runFil(words, new Terminal('en', into('out'), into('err')));
  return { code, ...said };
}

describe('a copy of a running register', () => {
  let running: RunningApp;
  let home: string;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'fil-mirrored-'));
    running = await startApp({ demonstration: true });
  }, 120_000);
  afterAll(async () => {
    await running.close();
    rmSync(home, { recursive: true });
  });

  it('is complete, and right by everything a committee checks', async () => {
    const size = await running.logSize();
    const [key] = await readAnnouncedKeys(running.register.pool);
    const policy = join(home, 'policy');
    writeFileSync(policy, `log ${key!.vkey} ${running.url}/log\nquorum none\n`);
    const folder = join(home, 'copy');
    await eventually(
      'a complete copy',
      async () => {
        const { code, out } = await fil('log', 'mirror', folder, '--policy', policy);
        return code === 0 && out.includes(`copy of ${size.toLocaleString('en-GB')} entries`);
      },
      60_000,
    );
    const checked = await fil('log', 'fsck', folder);
    expect(checked.out).not.toContain('[FAULT]');
    expect(checked.code).toBe(0);
  }, 120_000);
});

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { formatBundle } from '@fil/log/transparency/bundles';
import { formatVkey, NOTE_KEY, signingKey } from '@fil/log/transparency/keys';
import { entryBytes } from '@fil/log/transparency/entry';
import { sampleEntry } from '../../../test/transparency/sample-register';
import { ServedLog } from '../../../test/transparency/served-log';
import { runFil } from '../program';
import { Terminal } from '../terminal/terminal';

async function fil(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const into = (where: 'out' | 'err') =>
    new Writable({ write: (chunk: Buffer, _, done) => ((said[where] += chunk.toString()), done()) });
  const code = await runFil(words, new Terminal('fr', into('out'), into('err')));
  return { code, ...said };
}

describe('fil log mirror and fsck', () => {
  let home: string;
  let log: ServedLog;
  let folder: string;
  let policy: string;
  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'fil-cli-mirror-'));
    folder = join(home, 'copy');
    policy = join(home, 'policy.txt');
    log = await ServedLog.start(signingKey(sampleEntry(0).log, NOTE_KEY, Buffer.alloc(32, 7)));
    writeFileSync(policy, `log ${formatVkey(log.key)}\nquorum none\n`);
    log.append(...Array.from({ length: 300 }, (_, n) => entryBytes(sampleEntry(n))));
    await log.publish(280);
  });
  afterEach(async () => {
    await log.stop();
    rmSync(home, { recursive: true });
  });

  it('keep a copy that can be checked again, and say when it cannot', async () => {
    const begun = await fil('log', 'mirror', folder, '--from', log.url, '--policy', policy);
    expect(begun).toMatchObject({
      code: 0,
      out: expect.stringMatching(/vérifiée de 280 inscriptions, dont 280 nouvelles/),
    });
    await log.publish(300);
    // The policy is kept with the copy.
    expect(await fil('log', 'mirror', folder, '--from', log.url)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/vérifiée de 300 inscriptions, dont 20 nouvelles/),
    });
    expect(readdirSync(join(folder, 'checkpoints')).sort()).toEqual(['280', '300']);
    expect(await fil('log', 'fsck', folder)).toMatchObject({ code: 0, out: expect.not.stringContaining('DÉFAUT') });

    await log.publish(280);
    expect(await fil('log', 'mirror', folder, '--from', log.url)).toMatchObject({
      code: 4,
      out: expect.stringContaining('état ancien'),
    });

    const bundle = join(folder, 'tile/entries/000');
    const entries = log.entries.slice(0, 256);
    [entries[5], entries[9]] = [entries[9]!, entries[5]!];
    writeFileSync(bundle, formatBundle(entries));
    expect(await fil('log', 'fsck', folder)).toMatchObject({
      code: 5,
      out: expect.stringMatching(/\[DÉFAUT\] Les inscriptions n°\s5 et n°\s9 ont été échangées/),
    });
  }, 60_000);

  it('stop at a second history, and keep the proof', async () => {
    await fil('log', 'mirror', folder, '--from', log.url, '--policy', policy);
    const fork = await ServedLog.start(log.key);
    fork.append(...log.entries.slice(0, 279), 'another');
    await fork.publish();
    const stopped = await fil('log', 'mirror', folder, '--from', fork.url);
    await fork.stop();
    expect(stopped).toMatchObject({ code: 5, err: expect.stringContaining('deux histoires') });
    const proof = /appui\s: (\S+)/.exec(stopped.err)![1]!;
    expect(JSON.parse(readFileSync(proof, 'utf8'))).toMatchObject({ format: 'fil-fork/1' });
    const other = join(home, 'kept');
    writeFileSync(other, (JSON.parse(readFileSync(proof, 'utf8')) as { newer: string }).newer);
    expect(await fil('log', 'fsck', folder, '--checkpoint', other)).toMatchObject({
      code: 5,
      out: expect.stringContaining('a signé deux histoires'),
    });
  }, 60_000);

  it('say what they need', async () => {
    expect(await fil('log', 'mirror', folder, '--from', log.url)).toMatchObject({
      code: 2,
      err: expect.stringContaining('fichier de confiance'),
    });
    expect((await fil('log', 'mirror', folder, '--policy', policy)).code).toBe(2);
    expect((await fil('log', 'mirror', folder, '--policy', join(home, 'none'), '--from', log.url)).code).toBe(1);
    expect(existsSync(folder)).toBe(false);
    writeFileSync(policy, `log ${formatVkey(log.key)} ${log.url}\nquorum none\n`);
    expect((await fil('log', 'mirror', folder, '--policy', policy)).code).toBe(0);
    expect((await fil('log', 'mirror', folder, '--from', 'http://127.0.0.1:1/')).code).toBe(1);
    expect((await fil('log', 'fsck', join(home, 'nothing'))).code).toBe(1);
  }, 60_000);
});

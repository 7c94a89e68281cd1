import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { formatAddCheckpoint, witnessedCheckpointPath } from '@fil/log/transparency/add-checkpoint';
import { parseCheckpoint, signCheckpoint } from '@fil/log/transparency/checkpoint';
import { formatVkey, NOTE_KEY, noteSigner, signingKey } from '@fil/log/transparency/keys';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import { consistencyPath, rootAt } from '@fil/log/transparency/proofs';
import { parseNote } from '@fil/log/transparency/signed-note';
import { makeWitnessFolder } from '../../apps/verifier/witness/witness-folder';
import { MemoryTree } from '../transparency/memory-tree';

const LOG = signingKey('log.example.org', NOTE_KEY, Buffer.alloc(32, 7));
const KILLS = 6;

const treeOf = (history: string): MemoryTree =>
  new MemoryTree(Array.from({ length: 4_000 }, (_, n) => leafHash(Buffer.from(`${n < 100 ? '' : history} ${n}`))));
const [TREE, OTHER] = [treeOf('one'), treeOf('another')];

async function request(tree: MemoryTree, old: number, size: number): Promise<string> {
  const checkpoint = signCheckpoint({ origin: LOG.name, size, root: await rootAt(tree, size) }, [noteSigner(LOG)]);
  return formatAddCheckpoint({ old, path: await consistencyPath(tree, old, size), checkpoint });
}

async function startWitness(home: string): Promise<{ process: ChildProcess; url: string }> {
  const run = join(__dirname, '../bench/run.cjs');
  const args = [run, '../witness/witness-process.ts', join(home, 'witness.json')];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (piece: Buffer) => {
      said += piece.toString();
      const [, found] = /(http:\S+)\n/.exec(said) ?? [];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(said)));
  });
  return { process: child, url };
}

let home: string;
let witness: Awaited<ReturnType<typeof startWitness>>;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'fil-killed-witness-'));
});
afterEach(async () => {
  await kill();
  rmSync(home, { recursive: true });
});

async function kill(): Promise<void> {
  const { process: child } = witness;
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

it('a witness that is killed at any moment stands by every cosignature it has given', async () => {
  await makeWitnessFolder(join(home, 'witness'), 'witness.example.org');
  writeFileSync(join(home, 'policy'), `log ${formatVkey(LOG)}\nquorum none\n`);
  writeFileSync(join(home, 'witness.json'), JSON.stringify({ folder: 'witness', policy: 'policy', port: 0 }));

  let given = 0;
  for (let kills = 0; kills <= KILLS; kills++) {
    witness = await startWitness(home);
    const post = (body: string): Promise<Response> => fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body });
    const shown = await fetch(`${witness.url}/${witnessedCheckpointPath(LOG.name)}`);
    const remembered = shown.status === 404 ? 0 : parseCheckpoint(parseNote(await shown.text()).text).size;
    // One more than was given, when it was killed between its disk and its answer.
    expect([given, given + 1]).toContain(remembered);
    given = remembered;
    if (given >= 100) expect((await post(await request(OTHER, given, given + 1))).status).toBe(422);
    if (kills === KILLS) {
      expect((await post(await request(TREE, given, given + 1))).status).toBe(200);
      break;
    }
    const least = given + 30;
    const growing = (async () => {
      for (;;) {
        const answer = await post(await request(TREE, given, given + 1));
        expect(answer.status).toBe(200);
        given++;
      }
    })();
    const ended = expect(growing).rejects.toThrow(/fetch failed/);
    while (given < least && witness.process.exitCode === null) await sleep(1);
    await sleep(randomInt(20));
    await Promise.all([ended, kill()]);
  }
  expect(given).toBeGreaterThanOrEqual(30 * KILLS);
}, 120_000);

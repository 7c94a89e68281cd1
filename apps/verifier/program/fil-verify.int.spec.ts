import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { formatReceipt } from '@fil/log/transparency/receipt';
import { sampleEntries, sampleMirror } from '../../../test/transparency/memory-mirror';
import { POLICY_TEXT, sampleCheckpoint, sampleReceipt, sampleTree } from '../../../test/transparency/sample-register';
import { runVerifier } from './run-verifier';

const SIZE = 300;
const entries = sampleEntries(SIZE);
const tree = sampleTree(SIZE);

let home: string;
let mirror: string;
let policy: string;
const file = (name: string, content: string | Buffer): string => {
  const path = join(home, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
};
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'fil-verify-'));
  mirror = join(home, 'mirror');
  const { files } = await sampleMirror(entries, [100, 256]);
  for (const [path, bytes] of files) file(`mirror/${path}`, bytes);
  policy = file('policy', POLICY_TEXT);
});
afterAll(() => rmSync(home, { recursive: true }));

/** What the command says and answers. */
async function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await runVerifier(words, {
    environment: { LANG: 'en_GB.UTF-8' },
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
    stopped: AbortSignal.abort(),
  });
  return { code, out, err };
}

it('checks a receipt against a policy, and links it to a copy', async () => {
  const receipt = file('receipt.tlog-proof', formatReceipt(await sampleReceipt(tree, 50, 100)));
  const newer = join(mirror, 'checkpoint');
  const { code, out } = await run('receipt', receipt, '--policy', policy, '--newer', newer, '--mirror', mirror);
  expect(out).toContain('The state at 300 entries only continues the one at 100');
  expect(code).toBe(0);
  const french = await run('receipt', receipt, '--policy', policy, '--lang', 'fr');
  expect(french.out).toContain('Tout est juste.');
});

it('checks a mirror and writes its report', async () => {
  const report = join(home, 'report.json');
  const { code, out } = await run('mirror', mirror, '--policy', policy, '--report', report, '--measure');
  expect(out).toMatch(/All 300 entries .*Everything is right\./s);
  expect(code).toBe(0);
  expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
    format: 'fil-mirror-check/1',
    read: 300,
    states: 3,
  });
});

it('answers 1 when a check fails, and saves the proof of two histories', async () => {
  const otherTree = sampleTree(SIZE - 1);
  otherTree.append(Buffer.alloc(32));
  const given = file('other.checkpoint', await sampleCheckpoint(otherTree, SIZE));
  const proof = join(home, 'proof.json');
  const { code, out } = await run('mirror', mirror, '--policy', policy, '--checkpoint', given, '--proof', proof);
  expect(code).toBe(1);
  expect(out).toContain('The register has signed two histories');
  expect(readFileSync(proof, 'utf8')).toContain('fil-fork/1');
  expect((await run('receipt', proof, '--policy', policy)).out).toContain('This is proof of misconduct');
});

it('answers 2 to what it does not understand or cannot read', async () => {
  const nothing = file('nothing', 'nothing');
  for (const words of [
    [],
    ['mirror'],
    ['mirror', join(home, 'nowhere')],
    ['mirror', home],
    ['mirror', mirror, '--report', join(home, 'nowhere', 'report')],
    ['receipt', nothing],
    ['receipt', nothing, '--policy', policy],
    ['receipt', nothing, '--policy', nothing],
    ['receipt', join(home, 'nowhere'), '--policy', policy],
    ['report', mirror, nothing],
    ['states', '--wrong'],
    ['witness', '--wrong'],
  ]) {
    expect({ words, code: (await run(...words)).code }).toEqual({ words, code: 2 });
  }
  expect((await run('--help')).code).toBe(0);
});

it('does not wait for what is no file', async () => {
  const odd = join(home, 'odd');
  mkdirSync(join(odd, 'tile', 'entries'), { recursive: true });
  writeFileSync(join(odd, 'checkpoint'), readFileSync(join(mirror, 'checkpoint')));
  execFileSync('mkfifo', [join(odd, 'tile/entries/000')]);
  const { code, out } = await run('mirror', odd, '--policy', policy);
  expect(code).toBe(1);
  expect(out).toContain('tile/entries/000 cannot be read (not a file)');
});

import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { formatReceipt } from '@fil/log/transparency/receipt';
import { POLICY_TEXT, sampleReceipt, sampleTree } from '../../../test/transparency/sample-register';

const script = resolve(__dirname, '../../../scripts/build-verifier.mjs');

let home: string;
let built: string;
const build = (folder: string, cwd: string): string => {
  execFileSync(process.execPath, [script, folder], { cwd });
  return folder;
};
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'fil-built-'));
  built = build(join(home, 'one'), home);
});
afterAll(() => rmSync(home, { recursive: true }));

const read = (name: string, folder = built): Buffer => readFileSync(join(folder, name));

it('has the same bytes at every build, wherever it is built', () => {
  const again = build(join(home, 'two'), tmpdir());
  const names = readdirSync(built).sort();
  expect(names).toEqual(['SHA256SUMS', 'fil-verify.mjs', 'verifier.json', 'verify.html']);
  for (const name of names) expect(read(name, again).equals(read(name))).toBe(true);
  expect(read('fil-verify.mjs').toString('utf8')).not.toContain(resolve(__dirname, '../../..'));
});

it('states the hashes of its files, for people and for receipts', () => {
  const { files } = JSON.parse(read('verifier.json').toString('utf8'));
  const sums = read('SHA256SUMS').toString('utf8');
  expect(files).toHaveLength(2);
  for (const { name, sha256 } of files) {
    expect(sha256).toBe(createHash('sha256').update(read(name)).digest('hex'));
    expect(sums).toContain(`${sha256}  ${name}\n`);
  }
});

it('is one program that needs nothing but Node', async () => {
  const imported = [
    ...read('fil-verify.mjs')
      .toString('utf8')
      .matchAll(/^import .*? from "([^"]+)";$/gm),
  ].map((m) => m[1]!);
  expect(imported.length).toBeGreaterThan(0);
  expect(imported.filter((name) => !isBuiltin(name))).toEqual([]);
  const receipt = join(home, 'receipt');
  const policy = join(home, 'policy');
  writeFileSync(receipt, formatReceipt(await sampleReceipt(sampleTree(20), 7, 20)));
  writeFileSync(policy, POLICY_TEXT);
  const words = [join(built, 'fil-verify.mjs'), 'receipt', receipt, '--policy', policy, '--lang', 'fr'];
  const { status, stdout } = spawnSync(process.execPath, words, { cwd: home, encoding: 'utf8' });
  expect(stdout).toContain('Tout est juste.');
  expect(status).toBe(0);
});

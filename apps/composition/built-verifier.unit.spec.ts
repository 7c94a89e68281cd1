import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtVerifier } from './built-verifier';

const folder = mkdtempSync(join(tmpdir(), 'fil-verifier-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('names the files that were built, none where none were, and nothing that it cannot read', () => {
  const path = join(folder, 'verifier.json');
  expect(builtVerifier(path)).toEqual([]);
  const files = [{ name: 'verify.html', sha256: 'ab'.repeat(32), bytes: 12 }];
  writeFileSync(path, JSON.stringify({ format: 'fil-verifier/1', files }));
  expect(builtVerifier(path)).toEqual([
    { name: 'verify.html', sha256: 'ab'.repeat(32), path: join(folder, 'verify.html') },
  ]);
  writeFileSync(path, JSON.stringify({ format: 'fil-verifier/2', files }));
  expect(() => builtVerifier(path)).toThrow();
});

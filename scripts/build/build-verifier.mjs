import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from '../project-root.mjs';

/** Names under which the verifier is handed out. */
const PROGRAM = 'fil-verify.mjs';
const PAGE = 'verify.html';

const require = createRequire(import.meta.url);

const shared = {
  absWorkingDir: projectRoot,
  bundle: true,
  write: false,
  charset: 'utf8',
  legalComments: 'none',
  // Legible: whoever doubts it reads it. Names of files stand in it relative to the project, so no place of a build does.
  minify: false,
  logLevel: 'error',
};

/**
 * Builds the verifier: one program and one page, each a single file without dependencies, and their SHA-256. The same
 * sources give the same bytes on any machine.
 *
 * @returns what was written, by name
 */
export async function buildVerifier(folder = join(projectRoot, 'dist', 'verifier')) {
  const files = new Map([
    [PROGRAM, await program()],
    [PAGE, await page()],
  ]);
  const sums = [...files].map(([name, bytes]) => ({ name, sha256: sha256(bytes, 'hex'), bytes: bytes.length }));
  files.set('SHA256SUMS', Buffer.from(sums.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')));
  files.set('verifier.json', Buffer.from(`${JSON.stringify({ format: 'fil-verifier/1', files: sums }, null, 2)}\n`));
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) {
    writeFileSync(join(folder, name), bytes, { mode: name === PROGRAM ? 0o755 : 0o644 });
  }
  return files;
}

const sha256 = (content, encoding) => createHash('sha256').update(content).digest(encoding);

async function bundled(entry, options) {
  const { build } = require('esbuild');
  const { outputFiles } = await build({ ...shared, entryPoints: [entry], ...options });
  return Buffer.from(outputFiles[0].contents);
}

const program = () =>
  bundled('apps/verifier/main.ts', {
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
  });

async function page() {
  const script = await bundled('apps/verifier/page/page.ts', {
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    alias: { 'node:crypto': './apps/verifier/browser/node-crypto.ts' },
    inject: ['./apps/verifier/browser/node-buffer.ts'],
  });
  const layout = await bundled('apps/verifier/page/page-document.ts', { platform: 'node', format: 'esm' });
  const { pageDocument } = await import(`data:text/javascript;base64,${layout.toString('base64')}`);
  return Buffer.from(pageDocument(script.toString('utf8'), (text) => sha256(text, 'base64')));
}

// Starts the built product on a free port with an empty data directory and asks it for its first page.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const patience = 120_000;

const port = await freePort();
const folder = mkdtempSync(join(tmpdir(), 'fil-rouge-'));
chmodSync(folder, 0o755);
const { DATABASE_URL: _ours, ...environment } = process.env;
const started = performance.now();
const product = spawn(process.execPath, ['scripts/start.mjs'], {
  env: { ...environment, PORT: String(port), FIL_DATA: join(folder, 'data') },
  stdio: ['ignore', 'inherit', 'inherit'],
});
const ended = once(product, 'exit');

let problem = await firstPage();
const seconds = ((performance.now() - started) / 1000).toFixed(1);
if (!problem) console.log(`GET / answered after ${seconds} s`);
if (product.exitCode === null && product.signalCode === null) {
  product.kill('SIGINT');
  const stopped = await Promise.race([ended, sleep(15_000, undefined, { ref: false })]);
  if (!stopped) {
    product.kill('SIGKILL');
    problem ??= 'It did not stop within 15 s of Ctrl-C.';
    await sleep(2000);
  }
}
rmSync(realpathSync(folder), { recursive: true, force: true });
if (problem) console.error(problem);
process.exit(problem ? 1 : 0);

/** What is wrong with the first page, or undefined. */
async function firstPage() {
  while (performance.now() - started < patience) {
    if (product.exitCode !== null) return `The product ended with ${product.exitCode}.`;
    const page = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (page) {
      const text = await page.text();
      if (page.status === 200 && text.includes('Fil rouge')) return undefined;
      return `GET / answered ${page.status}: ${text.slice(0, 500)}`;
    }
    await sleep(100);
  }
  return `No page within ${patience / 1000} s.`;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address();
  server.close();
  return free;
}

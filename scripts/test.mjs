// Every test; what is given goes to Jest. --store=eventstoredb keeps the events of all applications the tests start in an
// EventStoreDB: that of EVENTSTORE_URL, else the test server. Of the end-to-end tests only, unless --selectProjects says
// which: those of the store itself want a server that nobody shares (npm run test:contract).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildIfNeeded } from './build/build-product.mjs';
import { installMissing } from './install/install.mjs';
import { projectRoot } from './project-root.mjs';
import { requireNode } from './run/node-version.mjs';
import { say, step } from './say.mjs';

const STORE = '--store=eventstoredb';

requireNode(20, 19);
try {
  await installMissing('everything');
  // Some tests start the product as a process of its own.
  await step('Building', buildIfNeeded);
} catch (error) {
  say(error.message);
  process.exit(1);
}

const words = process.argv.slice(2);
const inEventStoreDb = words.includes(STORE);
const server = inEventStoreDb && !process.env.EVENTSTORE_URL ? await startTestServer() : undefined;
const given = words.filter((word) => word !== STORE);
// At the end: Jest takes every word behind it for a project.
if (inEventStoreDb && !given.some((word) => word.startsWith('--selectProjects'))) given.push('--selectProjects', 'e2e');
const jest = join(projectRoot, 'node_modules', 'jest', 'bin', 'jest.js');
const child = spawn(process.execPath, [jest, ...given], {
  cwd: projectRoot,
  stdio: 'inherit',
  env: { ...process.env, ...(server ? { EVENTSTORE_URL: server.url } : {}) },
});
// Ctrl-C reaches jest by itself; we only wait for it to finish cleaning up.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (status) => {
  server?.process.kill();
  process.exit(status ?? 1);
});

/** A process of its own: it serves all the tests. */
async function startTestServer() {
  const run = join(projectRoot, 'test', 'bench', 'run.cjs');
  const serving = spawn(process.execPath, [run, '../eventstoredb-server/serve.ts'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = await once(createInterface({ input: serving.stdout }), 'line');
  return { process: serving, url };
}

// Starts the site and starts it again after each change that compiles.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildProduct } from './build/build-product.mjs';
import { installMissing } from './install/install.mjs';
import { projectRoot } from './project-root.mjs';
import { say } from './say.mjs';

await installMissing('everything');
let child;
let queue = Promise.resolve();

async function restart() {
  try {
    await buildProduct();
  } catch (error) {
    say(error.message);
    return;
  }
  if (child && child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  const main = join(projectRoot, 'dist', 'apps', 'standalone', 'main.js');
  child = spawn(process.execPath, ['--enable-source-maps', main], { cwd: projectRoot, stdio: 'inherit' });
}

const enqueue = () => (queue = queue.then(restart));
let timer;
for (const top of ['apps', 'libs']) {
  watch(join(projectRoot, top), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(enqueue, 100);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    if (!child || child.exitCode !== null) process.exit(0);
    child.once('exit', () => process.exit(0));
    child.kill('SIGTERM');
  });
}
await enqueue();

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildIfNeeded } from './build/build-product.mjs';
import { installMissing } from './install/install.mjs';
import { projectRoot } from './project-root.mjs';
import { requireNode } from './run/node-version.mjs';
import { say, step } from './say.mjs';

requireNode(20, 19);
try {
  await installMissing('everything');
  // Some tests start the product as a process of its own.
  await step('Building', buildIfNeeded);
} catch (error) {
  say(error.message);
  process.exit(1);
}

const jest = join(projectRoot, 'node_modules', 'jest', 'bin', 'jest.js');
const child = spawn(process.execPath, [jest, ...process.argv.slice(2)], { cwd: projectRoot, stdio: 'inherit' });
// Ctrl-C reaches jest by itself; we only wait for it to finish cleaning up.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (status) => process.exit(status ?? 1));

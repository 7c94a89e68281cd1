import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfNeeded } from '../build/build-product.mjs';
import { installMissing } from '../install/install.mjs';
import { projectRoot } from '../project-root.mjs';
import { say, step } from '../say.mjs';
import { requireNode } from './node-version.mjs';

/** Runs an app in this very process: signals need no forwarding, and a kill -9 leaves nobody behind. */
export async function runApp(name) {
  requireNode(20, 19);
  try {
    await installMissing('product');
    await step('Building', buildIfNeeded);
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(join(projectRoot, 'dist', 'apps', name, 'main.js')).href);
}

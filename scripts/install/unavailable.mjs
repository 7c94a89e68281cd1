import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.mjs';

// Optional packages that npm left out although platform and processor fit (another libc, say). They are remembered for
// this lock file, or every start would try to install them again.
const file = () => join(projectRoot, 'node_modules', '.unavailable.json');
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(projectRoot, 'package-lock.json')))
    .digest('hex');

export function unavailablePackages() {
  try {
    const { lock, packages } = JSON.parse(readFileSync(file(), 'utf8'));
    return new Set(lock === lockHash() ? packages : []);
  } catch {
    return new Set();
  }
}

export function rememberUnavailable(packages) {
  writeFileSync(file(), JSON.stringify({ lock: lockHash(), packages }));
}

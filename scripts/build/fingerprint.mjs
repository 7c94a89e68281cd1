import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.mjs';
import { sources } from './sources.mjs';

const fileName = '.sources';

/** Of the contents, not of the times: a copied or checked out tree has new times, a deleted file has none. */
export function sourceFingerprint() {
  const hash = createHash('sha256');
  for (const path of ['.swcrc', 'package-lock.json', ...sources()]) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(projectRoot, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

export function writeFingerprint(distDir, fingerprint) {
  writeFileSync(join(distDir, fileName), fingerprint);
}

export function distIsCurrent() {
  try {
    return readFileSync(join(projectRoot, 'dist', fileName), 'utf8') === sourceFingerprint();
  } catch {
    return false;
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.mjs';
import { unavailablePackages } from './unavailable.mjs';

/**
 * What package-lock.json asks for and node_modules does not have: `product` counts what running it needs,
 * `everything` the development tools too. npm writes what it installed to node_modules/.package-lock.json.
 */
export function missingPackages(scope) {
  const wanted = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  const unavailable = unavailablePackages();
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && isNeeded(entry, scope) && !unavailable.has(path))
    .filter(([path, { version }]) => installed[path]?.version !== version || !existsSync(join(projectRoot, path)))
    .map(([path]) => path);
}

/** Whether development tools were installed here before: an install without them would remove them again. */
export function hasDevelopmentTools() {
  const wanted = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.keys(installed).some((path) => wanted[path]?.dev);
}

const libc = process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';

function isNeeded(entry, scope) {
  if (entry.link || !fits(entry.os, process.platform) || !fits(entry.cpu, process.arch)) return false;
  if (entry.libc && !fits(entry.libc, libc)) return false;
  return scope === 'everything' || !(entry.dev || entry.devOptional);
}

/** npm's lists of platforms: all of those named, or all but those with an exclamation mark. */
function fits(list, ours) {
  if (!list) return true;
  if (list.includes(`!${ours}`)) return false;
  return list.includes(ours) || list.every((name) => name.startsWith('!'));
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(projectRoot, file), 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

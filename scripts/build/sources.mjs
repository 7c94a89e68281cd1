import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { projectRoot } from '../project-root.mjs';

const isSource = (name) => /\.tsx?$/.test(name) && !/\.spec\.tsx?$/.test(name) && !name.endsWith('.d.ts');

/** The files that make the product, relative to the project, with slashes, in a stable order. */
export function sources() {
  return ['apps', 'libs']
    .filter((top) => existsSync(join(projectRoot, top)))
    .flatMap((top) => readdirSync(join(projectRoot, top), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && isSource(entry.name))
    .map((entry) => relative(projectRoot, join(entry.parentPath ?? entry.path, entry.name)).replaceAll(sep, '/'))
    .sort();
}

import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { projectRoot } from '../project-root.mjs';
import { buildVerifier } from './build-verifier.mjs';
import { distIsCurrent, sourceFingerprint, writeFingerprint } from './fingerprint.mjs';
import { sources } from './sources.mjs';

const dist = join(projectRoot, 'dist');

/**
 * Compiles apps/ and libs/ into one dist/, file by file. It needs nothing but @swc/core and esbuild, so that a first start
 * can do without the development tools; `nest build --all` writes the same files. A build that fails leaves the last one.
 */
export async function buildProduct() {
  const started = performance.now();
  const fingerprint = sourceFingerprint();
  const files = sources();
  const fresh = `${dist}.${process.pid}`;
  sweepUnfinished();
  try {
    const compile = compiler();
    await Promise.all(files.map((path) => compile(path, fresh)));
    // Beside what it verifies: the hash on receipts is that of this release's verifier.
    await buildVerifier(join(fresh, 'verifier'));
    writeFingerprint(fresh, fingerprint);
    publish(fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return { files: files.length, milliseconds: performance.now() - started };
}

export async function buildIfNeeded() {
  if (!distIsCurrent()) await buildProduct();
}

function compiler() {
  const swc = createRequire(import.meta.url)('@swc/core');
  const settings = JSON.parse(readFileSync(join(projectRoot, '.swcrc'), 'utf8'));
  settings.jsc.baseUrl = projectRoot;
  return async (path, outDir) => {
    const { code, map } = await swc.transformFile(join(projectRoot, path), {
      ...settings,
      swcrc: false,
      cwd: projectRoot,
      outputPath: join(dist, path),
    });
    const target = join(outDir, path.replace(/\.tsx?$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `${code}//# sourceMappingURL=${basename(target)}.map\n`);
    writeFileSync(`${target}.map`, map);
  };
}

/** Two builds at once are harmless: the last one wins, and both are of the same sources. */
function publish(fresh) {
  const old = `${fresh}.old`;
  try {
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(fresh, dist);
  } catch (error) {
    if (!distIsCurrent()) throw error;
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}

function sweepUnfinished() {
  for (const name of readdirSync(projectRoot)) {
    const pid = /^dist\.(\d+)(\.old)?$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(projectRoot, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

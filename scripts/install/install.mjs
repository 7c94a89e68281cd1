import { spawn } from 'node:child_process';
import { projectRoot } from '../project-root.mjs';
import { say, step } from '../say.mjs';
import { hasDevelopmentTools, missingPackages } from './missing.mjs';
import { rememberUnavailable, unavailablePackages } from './unavailable.mjs';

/** Installs what is missing for `product` or for `everything`, and never removes what is there. */
export async function installMissing(scope) {
  const missing = missingPackages(scope);
  if (missing.length === 0) return;
  const all = scope === 'everything' || hasDevelopmentTools();
  await step(`Installing ${missing.length} packages`, () => npmInstall(all ? '--include=dev' : '--omit=dev'));
  const still = missingPackages(scope);
  if (still.length > 0) rememberUnavailable([...unavailablePackages(), ...still]);
}

async function npmInstall(scope) {
  const quiet = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  // Not saved: another version of npm would rewrite package-lock.json in its own way.
  const args = ['install', '--no-save', scope, '--include=optional', ...quiet];
  const { status, output } = await run(...npm(args));
  if (status === 0) return;
  say(output.trim());
  throw new Error('npm install failed. Is the network reachable? The lines above say more.');
}

/** The npm we were started with, if any: another one may be first on the PATH. */
function npm(args) {
  const own = process.env.npm_execpath;
  if (own?.endsWith('npm-cli.js')) return [process.execPath, [own, ...args], {}];
  return ['npm', args, { shell: process.platform === 'win32' }];
}

function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => reject(new Error(`npm cannot be run: ${error.message}`)));
    child.on('close', (status) => resolve({ status, output }));
  });
}

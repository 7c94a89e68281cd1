import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(__dirname, '../..');
const BUILD = `import { buildIfNeeded } from './scripts/build/build-product.mjs'; await buildIfNeeded();`;

/** A copy of the built product: a build that somebody makes meanwhile changes nothing here. */
export class Product {
  private constructor(private readonly folder: string) {}

  static build(): Product {
    execFileSync(process.execPath, ['--input-type=module', '-e', BUILD], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const place = join(root, '.cache', 'crash');
    mkdirSync(place, { recursive: true });
    // Inside the project: that is where its packages are found.
    const folder = mkdtempSync(join(place, 'product-'));
    cpSync(join(root, 'dist'), folder, { recursive: true });
    return new Product(folder);
  }

  run(app: 'standalone' | 'cli', args: readonly string[], env: Readonly<Record<string, string>>): RunningProcess {
    const main = join(this.folder, 'apps', app, 'main.js');
    return new RunningProcess(
      spawn(process.execPath, [main, ...args], {
        cwd: root,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const KEPT = 20_000;

export class RunningProcess {
  /** The end of what it said. */
  said = '';
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  private over = false;

  constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on('data', (data: Buffer) => (this.said = (this.said + data.toString()).slice(-KEPT)));
    }
    this.ended = new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code, signal) => {
        this.over = true;
        resolve(code ?? signal!);
      });
    });
  }

  get isOver(): boolean {
    return this.over;
  }

  async kill(): Promise<void> {
    if (!this.over) this.child.kill('SIGKILL');
    await this.ended;
  }

  /** As Ctrl-C does. @throws when it has not ended after ten seconds */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    const ended = await Promise.race([this.ended.then(() => true), sleep(10_000, false)]);
    if (ended) return;
    await this.kill();
    throw new Error(`it did not stop when asked to:\n${this.said}`);
  }
}

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, type WriteStream } from 'node:fs';
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
    const place = join(root, '.cache', 'faults');
    mkdirSync(place, { recursive: true });
    // Inside the project: that is where its packages are found.
    const folder = mkdtempSync(join(place, 'product-'));
    cpSync(join(root, 'dist'), folder, { recursive: true });
    const product = new Product(folder);
    process.once('exit', product.clear);
    return product;
  }

  /** @param log where all it says is kept */
  run(
    app: 'standalone' | 'cli' | 'web' | 'projector' | 'worker',
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    log?: WriteStream,
  ): RunningProcess {
    const main = join(this.folder, 'apps', app, 'main.js');
    return new RunningProcess(
      spawn(process.execPath, [main, ...args], {
        cwd: root,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
      log,
    );
  }

  remove(): void {
    process.off('exit', this.clear);
    this.clear();
  }

  private readonly clear = (): void => rmSync(this.folder, { recursive: true, force: true });
}

/** Whoever started them may be stopped: then they are, too. */
const alive = new Set<ChildProcess>();
process.on('exit', () => alive.forEach((child) => child.kill('SIGKILL')));

const KEPT = 20_000;
/** What an orchestrator waits before it kills. */
const PATIENCE = 30_000;

export class RunningProcess {
  /** The end of what it said. */
  said = '';
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  private over = false;

  constructor(
    private readonly child: ChildProcess,
    log?: WriteStream,
  ) {
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on('data', (data: Buffer) => {
        this.said = (this.said + data.toString()).slice(-KEPT);
        log?.write(data);
      });
    }
    alive.add(child);
    this.ended = new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code, signal) => {
        alive.delete(child);
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

  /** As an orchestrator does. @throws when it has not ended after half a minute, or not well */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    const ended = await Promise.race([this.ended, sleep(PATIENCE, null, { ref: false })]);
    if (ended === 0) return;
    if (ended !== null) throw new Error(`it ended with ${ended} when asked to stop:\n${this.said}`);
    await this.kill();
    throw new Error(`it did not stop when asked to:\n${this.said}`);
  }
}

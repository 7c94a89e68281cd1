import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@fil/log/postgres/embedded/free-port';
import { Service, type ServiceName } from '../services/services';
import type { Evidence } from './evidence';
import type { Product } from './product';
import { Turns } from './turns';

export interface ProgramSettings {
  readonly product: Product;
  readonly name: ServiceName;
  /** Such as "web 2". */
  readonly label: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly evidence: Evidence;
}

const PATIENCE = 120_000;

/** A program of the installation, at one address, that can be killed and started again. */
export class Program {
  readonly turns = new Turns();
  /** What it did that it must not. */
  readonly faults: string[] = [];
  private service: Service | null = null;

  private constructor(
    private readonly settings: ProgramSettings,
    private readonly port: number,
  ) {}

  static async start(settings: ProgramSettings): Promise<Program> {
    const program = new Program(settings, await freePort());
    await program.start();
    return program;
  }

  get name(): ServiceName {
    return this.settings.name;
  }

  get label(): string {
    return this.settings.label;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The end of what it says, in this life. */
  get said(): string {
    return this.service?.process.said ?? '';
  }

  async start(): Promise<void> {
    const { product, name, label, environment, evidence } = this.settings;
    this.service = await Service.start(product, name, environment, { port: this.port, log: evidence.of(label) });
  }

  async kill(): Promise<void> {
    this.noteEnd();
    await this.service?.process.kill();
    this.service = null;
  }

  /** As an orchestrator asks. */
  async stop(): Promise<void> {
    this.noteEnd();
    const { service } = this;
    this.service = null;
    if (service && !service.process.isOver)
      await service.process.stop().catch((error: Error) => this.faults.push(`${this.label}: ${error.message}`));
  }

  /** Starts it again where it has ended, as an orchestrator does, and waits until it is ready. @throws after two minutes */
  async ready(): Promise<void> {
    for (const deadline = Date.now() + PATIENCE; ; await sleep(50)) {
      this.noteEnd();
      if (!this.service) await this.start();
      const health = await this.service!.health('ready');
      if (health === 200) return;
      if (Date.now() > deadline) throw new Error(`${this.label} is not ready (${health}):\n${this.said}`);
    }
  }

  /** Nobody asked it to end. */
  private noteEnd(): void {
    if (!this.service?.process.isOver) return;
    // `npm start` is somebody's own: it says that there is no database, and ends.
    if (this.name !== 'standalone') this.faults.push(`${this.label} ended by itself:\n${this.said}`);
    this.service = null;
  }
}

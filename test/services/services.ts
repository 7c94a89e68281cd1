/** The programs of an installation, each a process of its own as in production, on one database. */
import type { WriteStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@fil/log/postgres/embedded/free-port';
import { Product, type RunningProcess } from '../faults/product';

export type ServiceName = 'standalone' | 'web' | 'projector' | 'worker';

export interface ServicePlace {
  /** A free one by default. */
  readonly port?: number;
  /** Where all it says is kept. */
  readonly log?: WriteStream;
}

export class Service {
  private constructor(
    readonly name: ServiceName,
    readonly process: RunningProcess,
    /** Without a slash at the end. */
    readonly url: string,
  ) {}

  static async start(
    product: Product,
    name: ServiceName,
    environment: Readonly<Record<string, string>>,
    { port, log }: ServicePlace = {},
  ): Promise<Service> {
    const its = port ?? (await freePort());
    const process = product.run(name, [], { ...environment, PORT: String(its), FIL_LOG: 'json' }, log);
    return new Service(name, process, `http://127.0.0.1:${its}`);
  }

  /** Status of a health question; 0 when nobody answers. */
  async health(kind: 'live' | 'ready'): Promise<number> {
    return fetch(`${this.url}/health/${kind}`, { signal: AbortSignal.timeout(5_000) }).then(
      ({ status }) => status,
      () => 0,
    );
  }

  /** @throws when it has ended, or is not ready after a minute */
  async ready(): Promise<void> {
    for (const deadline = Date.now() + 60_000; (await this.health('ready')) !== 200; await sleep(100)) {
      if (this.process.isOver) throw new Error(`${this.name} has ended:\n${this.process.said}`);
      if (Date.now() > deadline) throw new Error(`${this.name} is not ready:\n${this.process.said}`);
    }
  }

  /** Sum of a metric over the labels that match. */
  async metric(name: string, labels = ''): Promise<number> {
    const text = await (await fetch(`${this.url}/metrics`)).text();
    return text
      .split('\n')
      .filter((line) => new RegExp(`^${name}(?:\\{|\\s)`).test(line) && line.includes(labels))
      .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
  }
}

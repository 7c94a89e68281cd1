import type { Evidence } from './evidence';
import type { Product } from './product';

export interface Running {
  readonly product: Product;
  readonly rounds: number;
  readonly seed: number;
  readonly evidence: Evidence;
  readonly tell: (round: Told) => void;
}

/** One round, for people and for the verdict. */
export interface Told {
  readonly what: string;
  readonly faults: readonly string[];
}

export interface Scenario {
  /** How many of the rounds of a run are its own, against the others. */
  readonly share: number;
  /** Why it cannot be run here; null when it can. */
  impossible(): string | null;
  /** @throws when something does not come back */
  run(running: Running): Promise<void>;
}

/** It finds the processes of PostgreSQL in /proc. */
export const onlyOnLinux = (): string | null =>
  process.platform === 'linux' ? null : 'it finds the processes of PostgreSQL in /proc: Linux only';

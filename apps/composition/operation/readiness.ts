import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { RegisterLook } from '@fil/log/health/register-look';

/** What must be true of a program before it is given work, and what its operator should know of it besides. */
export interface Ready {
  readonly ready: boolean;
  /** What is missing; empty when it is ready. */
  readonly missing: readonly string[];
  /** What goes wrong without keeping it from its work. */
  readonly warnings: readonly string[];
  readonly look: RegisterLook | null;
}

export interface ReadinessSettings {
  look(): Promise<RegisterLook>;
  /** Whether it needs read models: it is ready once they have reached the size the log had then. */
  readonly reads: boolean;
  /** Why some part does not go on at this moment. */
  readonly troubles: () => readonly string[];
}

/**
 * Ready when the database answers and, for who reads them, when the read models of this release have been made once. One
 * that falls behind later does not make it unready: its pages say "as of".
 */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  private mustReach: number | null = null;
  private caughtUp = false;
  private leaving = false;

  constructor(private readonly settings: ReadinessSettings) {}

  /** Whoever sends work learns that there will soon be nobody. */
  beforeApplicationShutdown(): void {
    this.leaving = true;
  }

  async now(): Promise<Ready> {
    const missing = this.leaving ? ['it is being stopped'] : [];
    let look: RegisterLook;
    try {
      look = await this.settings.look();
    } catch (error) {
      missing.push(`the database does not answer: ${error instanceof Error ? error.message : String(error)}`);
      return { ready: false, missing, warnings: this.settings.troubles(), look: null };
    }
    if (this.settings.reads) missing.push(...this.behind(look));
    return { ready: missing.length === 0, missing, warnings: warningsOf(look, this.settings.troubles()), look };
  }

  private behind({ size, projections }: RegisterLook): string[] {
    this.mustReach ??= size;
    const to = this.mustReach;
    if (this.caughtUp) return [];
    const late = projections.filter((one) => one.size === null || one.size < to);
    this.caughtUp = late.length === 0;
    return late.map((one) => `${one.name} (version ${one.version}) has read ${one.size ?? 0} of ${to} entries`);
  }
}

const warningsOf = ({ projections, jobs }: RegisterLook, troubles: readonly string[]): string[] => [
  ...projections.flatMap(({ name, haltedAt }) =>
    haltedAt === null ? [] : [`${name} has halted: it cannot take event ${haltedAt}`],
  ),
  ...(jobs.failed > 0 ? [`${jobs.failed} jobs were given up (fil jobs list)`] : []),
  ...troubles,
];

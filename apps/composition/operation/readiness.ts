import { type SigningLook, signingWarnings } from '@fil/log/checkpoints/signing-look';
import type { ProjectionLook, RegisterLook } from '@fil/log/health/register-look';
import { failureText } from '@fil/log/jobs/failure-text';
import type { IntegrationLook } from '@fil/log/metrics/metrics';

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
  /** How far the log has caught up with an event store beside it; null where there is none. */
  readonly integration: (() => Promise<IntegrationLook>) | null;
  /** How far the log is signed. */
  readonly signing: () => Promise<SigningLook>;
  /** Whether it needs read models: it is ready once they have reached the size the log had then. */
  readonly reads: boolean;
  /** Why some part does not go on at this moment. */
  readonly troubles: () => readonly string[];
}

/** Milliseconds without news of the event store after which its operator should know. */
const LONGEST_LAG = 10_000;

/**
 * Ready when the database answers and, for who reads them, when the read models of this release have been made once. One
 * that falls behind later, or halts, does not make it unready: its pages say "as of".
 */
export class Readiness {
  private mustReach: number | null = null;
  private caughtUp = false;
  private leaving = false;

  constructor(private readonly settings: ReadinessSettings) {}

  /** Whoever sends work learns that there will soon be nobody. */
  leave(): void {
    this.leaving = true;
  }

  async now(): Promise<Ready> {
    const missing = this.leaving ? ['it is being stopped'] : [];
    let look: RegisterLook;
    let integration: IntegrationLook | null;
    let signing: SigningLook;
    try {
      [look, integration, signing] = await Promise.all([
        this.settings.look(),
        this.settings.integration?.() ?? null,
        this.settings.signing(),
      ]);
    } catch (error) {
      missing.push(`the database does not answer: ${failureText(error)}`);
      return { ready: false, missing, warnings: this.settings.troubles(), look: null };
    }
    if (this.settings.reads) missing.push(...this.behind(look));
    const warnings = [
      ...warningsOf(look),
      ...lagOf(integration),
      ...signingWarnings(signing, Date.now()),
      ...this.settings.troubles(),
    ];
    return { ready: missing.length === 0, missing, warnings, look };
  }

  private behind({ size, projections }: RegisterLook): string[] {
    this.mustReach ??= size;
    const to = this.mustReach;
    if (this.caughtUp) return [];
    // One that cannot take an event waits for people, and what it has is shown; one that has nothing is not.
    const halted = ({ haltedAt, size }: ProjectionLook): boolean => haltedAt !== null && size !== 0;
    const late = projections.filter((one) => one.size === null || (one.size < to && !halted(one)));
    this.caughtUp = late.length === 0;
    return late.map((one) => `${one.name} (version ${one.version}) has read ${one.size ?? 0} of ${to} entries`);
  }
}

const warningsOf = ({ projections, jobs }: RegisterLook): string[] => [
  ...projections.flatMap(({ name, haltedAt }) =>
    haltedAt === null ? [] : [`${name} has halted: it cannot take event ${haltedAt}`],
  ),
  ...(jobs.failed > 0 ? [`${jobs.failed} jobs were given up (fil jobs list)`] : []),
];

function lagOf(integration: IntegrationLook | null): string[] {
  if (!integration) return [];
  const { halted, caughtUpAt } = integration;
  if (halted !== null) return [`the log stands still: ${halted} (fil log refuse)`];
  const lag = caughtUpAt === null ? Infinity : Date.now() - caughtUpAt.getTime();
  return lag > LONGEST_LAG ? ['the log has not caught up with EventStoreDB for more than ten seconds'] : [];
}

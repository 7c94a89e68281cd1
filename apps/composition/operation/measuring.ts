import type { RegisterLook } from '@fil/log/health/register-look';
import type { SigningLook } from '@fil/log/checkpoints/signing-look';
import type { Leadership } from '@fil/log/leadership/leadership';
import type { Metrics } from '@fil/log/metrics/metrics';
import type { OpenRegister } from '../open-register';

/** Brings the figures that stand in the database up to date whenever somebody asks for them. */
export class Measuring {
  constructor(
    private readonly metrics: Metrics,
    private readonly look: () => Promise<RegisterLook>,
    private readonly integration: OpenRegister['integration'],
    private readonly signing: () => Promise<SigningLook>,
    private readonly leaderships: readonly Leadership[],
  ) {
    metrics.measureThisProgram();
  }

  get contentType(): string {
    return this.metrics.contentType;
  }

  /** Without the database those of this program are told all the same. */
  async text(): Promise<string> {
    try {
      this.metrics.note(await this.look());
      this.metrics.noteSigning(await this.signing());
      if (this.integration) this.metrics.noteIntegration(await this.integration());
    } catch {
      this.metrics.note(null);
    }
    for (const leadership of this.leaderships) this.metrics.noteLeading(leadership.names, leadership.leads);
    return this.metrics.text();
  }
}

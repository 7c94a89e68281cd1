import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { SigningLook } from '../checkpoints/signing-look';
import type { RegisterLook } from '../health/register-look';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const APPENDS = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** How far the log has caught up with an event store beside it. */
export interface IntegrationLook {
  readonly caughtUpAt: Date | null;
  readonly pending: number;
  readonly halted: string | null;
}

/** What this program measures, in the words of Prometheus. No label holds anything of a person. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly on = { registers: [this.registry] };

  readonly append = new Histogram({
    name: 'fil_append_seconds',
    help: 'Time of an append to the log, by how it was answered',
    labelNames: ['result'] as const,
    buckets: SECONDS,
    ...this.on,
  });
  readonly batch = new Histogram({
    name: 'fil_append_batch_size',
    help: 'Appends written together',
    buckets: APPENDS,
    ...this.on,
  });
  readonly request = new Histogram({
    name: 'fil_http_request_seconds',
    help: 'Time of an answer over HTTP, by route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    ...this.on,
  });
  private readonly up = this.gauge('fil_database_up', '1 when the database answers');
  private readonly size = this.gauge('fil_log_size', 'Entries in the log');
  private readonly projectionLag = this.gauge('fil_projection_lag_events', 'Entries not yet in the read model', [
    'projection',
    'version',
  ]);
  private readonly projectionHalted = this.gauge(
    'fil_projection_halted',
    '1 when the read model cannot take an event (see the incident)',
    ['projection', 'version'],
  );
  private readonly processLag = this.gauge('fil_process_lag_events', 'Entries a process has not read yet', ['process']);
  private readonly jobs = this.gauge('fil_jobs', 'Jobs by what they wait for; failed ones wait for people', ['state']);
  private readonly oldestDue = this.gauge('fil_job_oldest_due_seconds', 'For how long the oldest due job has waited');
  private readonly leads = this.gauge(
    'fil_leads',
    '1 for what this program does at the moment, of several that could',
    ['name'],
  );
  private readonly treeLag = this.gauge('fil_tree_lag_entries', 'Entries of the log that are not in the tree yet');
  private readonly checkpointSize = this.gauge('fil_checkpoint_size', 'Entries in the last published checkpoint');
  private readonly checkpointAge = this.gauge(
    'fil_checkpoint_age_seconds',
    'How long ago a checkpoint was last published; without anything new it is once an hour',
  );
  private readonly alarms = this.gauge('fil_log_alarms', 'What keeps the log from being signed (fil log status)', [
    'kind',
  ]);
  private readonly witnessSize = this.gauge(
    'fil_witness_size',
    'Entries in the last checkpoint a witness has cosigned',
    ['witness'],
  );
  /** Only where EventStoreDB keeps the events. */
  private integration: Readonly<Record<'age' | 'pending' | 'halted', Gauge>> | null = null;

  /** Its memory, its processor, its event loop. Once for a program. */
  measureThisProgram(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  /** As of this look; null when there was no answer. */
  note(look: RegisterLook | null): void {
    this.up.set(look ? 1 : 0);
    if (!look) return;
    this.size.set(look.size);
    for (const { name, version, lag, haltedAt } of look.projections) {
      const labels = { projection: name, version: String(version) };
      this.projectionLag.set(labels, lag);
      this.projectionHalted.set(labels, haltedAt === null ? 0 : 1);
    }
    for (const { name, lag } of look.processes) this.processLag.set({ process: name }, lag);
    const { dueSince, ...counts } = look.jobs;
    for (const [state, count] of Object.entries(counts)) this.jobs.set({ state }, count);
    this.oldestDue.set(dueSince ? Math.max(Date.now() - dueSince.getTime(), 0) / 1000 : 0);
  }

  /** @param names all this program could lead */
  noteLeading(names: readonly string[], held: ReadonlySet<string>): void {
    for (const name of names) this.leads.set({ name }, held.has(name) ? 1 : 0);
  }

  noteSigning({ size, integrated, published, alarms, witnesses }: SigningLook): void {
    this.treeLag.set(Math.max(size - integrated, 0));
    if (published) {
      this.checkpointSize.set(published.size);
      this.checkpointAge.set(Math.max(Date.now() - published.at.getTime(), 0) / 1000);
    }
    // One that was ended is no longer told.
    this.alarms.reset();
    for (const { kind } of alarms) this.alarms.set({ kind }, 1);
    for (const { witness, size: cosigned } of witnesses) this.witnessSize.set({ witness }, cosigned);
  }

  noteIntegration({ caughtUpAt, pending, halted }: IntegrationLook): void {
    this.integration ??= {
      age: this.gauge('fil_integration_age_seconds', 'How long ago the log had last caught up with EventStoreDB'),
      pending: this.gauge('fil_integration_pending', 'Events known to be in EventStoreDB and not yet in the log'),
      halted: this.gauge('fil_integration_halted', '1 when an event in EventStoreDB does not fit (fil log refuse)'),
    };
    if (caughtUpAt) this.integration.age.set(Math.max(Date.now() - caughtUpAt.getTime(), 0) / 1000);
    this.integration.pending.set(pending);
    this.integration.halted.set(halted === null ? 0 : 1);
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  private gauge<L extends string = never>(name: string, help: string, labelNames: readonly L[] = []): Gauge<L> {
    return new Gauge({ name, help, labelNames, ...this.on });
  }
}

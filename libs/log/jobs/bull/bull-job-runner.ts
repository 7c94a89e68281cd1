import Bull, { type Job, type Queue } from 'bull';
import { JobRunner } from '../job-queue.port';
import { RUNNER_DEFAULTS, type RunnerSettings } from '../runner-settings';
import { DueLoop } from '../table/due-loop';
import { JobClaims } from '../table/job-claims';
import { JobExecution } from '../table/job-execution';
import { JobRelay, type HandedJob } from './job-relay';
import { RedisConnections } from './redis-connections';

export interface BullSettings extends RunnerSettings {
  readonly redisUrl: string;
  /** Sets apart what several registers keep in one Redis. */
  readonly prefix?: string;
  /** Milliseconds after which a row that nobody claimed is handed to Bull again. */
  readonly handAgainAfter?: number;
  /** Milliseconds a hand-over may take. */
  readonly addTimeout?: number;
}

const BULL_DEFAULTS = { prefix: 'fil', handAgainAfter: 10_000, addTimeout: 2_000 } as const;
const RELAYED_AT_ONCE = 200;
const CLOSE_PATIENCE = 2_000;

/** Milliseconds, and how often a job may be taken over: the table counts attempts, Bull must never give one up. */
const BULL_TIMES = {
  lockDuration: 10_000,
  stalledInterval: 5_000,
  maxStalledCount: 1_000_000,
  retryProcessDelay: 500,
  drainDelay: 1,
};

/**
 * Executes the to-do table through Bull. Redis is disposable: it only says who looks at which row when. Whoever is
 * handed a row claims it in PostgreSQL first, and writes there how it ended.
 */
export class BullJobRunner extends JobRunner {
  private readonly settings: Required<BullSettings>;
  private readonly claims: JobClaims;
  private readonly execution: JobExecution;
  private readonly due: DueLoop;
  private redis: RedisConnections | null = null;
  private queue: Queue<HandedJob> | null = null;
  private relay: JobRelay | null = null;
  private readonly taking = new Set<Promise<void>>();
  private stopping = false;

  constructor(settings: BullSettings) {
    super();
    this.settings = { ...RUNNER_DEFAULTS, ...BULL_DEFAULTS, ...settings };
    const { pool, connection, handlers, lease, onError } = this.settings;
    this.claims = new JobClaims(pool, Object.keys(handlers), lease);
    this.execution = new JobExecution(this.claims, handlers, this.settings);
    this.due = new DueLoop(connection, () => this.handOverWhatIsDue(), onError);
  }

  get failure(): Error | null {
    return this.due.failure ?? this.redis?.failure ?? null;
  }

  start(): void {
    if (this.queue) return;
    const { pool, handlers, redisUrl, prefix, onError, concurrency } = this.settings;
    const { handAgainAfter, addTimeout } = this.settings;
    this.stopping = false;
    this.redis = new RedisConnections(redisUrl, onError);
    this.queue = new Bull<HandedJob>('jobs', { prefix, createClient: this.redis.create, settings: BULL_TIMES });
    this.queue.on('error', onError);
    leaveUnnamed(this.queue);
    const relayed = { batch: RELAYED_AT_ONCE, handAgainAfter, addTimeout };
    this.relay = new JobRelay(pool, Object.keys(handlers), this.queue, relayed);
    // Rejected when the connections are closed before Redis was ever there.
    this.queue.process(concurrency, (job) => this.execute(job)).catch((error: Error) => this.unlessStopping(error));
    this.due.start();
  }

  async stop(): Promise<void> {
    if (!this.queue) return;
    this.stopping = true;
    await this.due.stop();
    await Promise.allSettled(this.taking);
    await this.execution.drain(this.settings.stopPatience);
    // Bull waits for a Redis that is away before it closes.
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, CLOSE_PATIENCE)));
    await Promise.race([this.queue.close(true), late]);
    clearTimeout(timer);
    this.redis?.close();
    this.queue = null;
  }

  private async handOverWhatIsDue(): Promise<number> {
    await this.execution.freeExpired();
    if (await this.relay!.handOver()) return 0;
    return this.claims.untilNext(this.settings.poll);
  }

  /** Always a success for Bull: what fails is tried again by the table. */
  private async execute({ data: { key } }: Job<HandedJob>): Promise<void> {
    if (this.stopping) return;
    let run: Promise<void> | undefined;
    const taking = this.claims.takeOne(key).then((job) => void (job && (run = this.execution.run(job))));
    this.taking.add(taking);
    await taking.finally(() => this.taking.delete(taking));
    await run;
  }

  private unlessStopping(error: Error): void {
    if (!this.stopping) this.settings.onError(error);
  }
}

/**
 * Bull names its connection and looks at no answer: a stop soon after the start, or while Redis is away, would make that
 * an unhandled rejection, which ends the process. Nobody reads these names here.
 */
function leaveUnnamed(queue: Queue): void {
  (queue as Queue & { setWorkerName: () => Promise<void> }).setWorkerName = () => Promise.resolve();
}

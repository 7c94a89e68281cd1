import {
  Logger,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Pool } from 'pg';
import { EventStore } from '@fil/log/event-store/event-store.port';
import { failureLine } from '@fil/log/jobs/failure-text';
import type { JobFailure, JobHandlers } from '@fil/log/jobs/job';
import { openJobRunner } from '@fil/log/jobs/open-job-runner';
import type { Process } from '@fil/log/jobs/process';
import { ProcessFollower } from '@fil/log/jobs/process-follower';
import { JobTableQueue } from '@fil/log/jobs/table/job-table-queue';
import { Leadership } from '@fil/log/leadership/leadership';
import { PostgresFollowerPositions } from '@fil/log/projections/postgres-follower-positions';
import { applicationConnection } from '@fil/log/postgres/application-pool';
import { VaultStore } from '@fil/log/vault/vault-store.port';
import { DecisionTaker } from '@fil/record/deciding/take-decision';
import { CarryOutErasureHandler } from '@fil/record/erasures/carry-out-erasure/carry-out-erasure.handler';
import { DRAFT_RELEASE, DraftStore } from '@fil/record/drafts/draft-store';
import { releaseDrafts } from './draft-release/release-drafts';
import { ANSWERS_BEGAN, answersBeganProcess } from './answers-began/answers-began.process';
import { noteAnswers } from './answers-began/note-answers';
import { carryOutErasures } from './erasure/carry-out-erasures';
import { DeadlineClock } from './deadlines/deadline-clock';
import { PostgresDeadlineTodo } from './deadlines/deadline-todo';
import { DEADLINE_DUE, DEADLINES, deadlinesProcess } from './deadlines/deadlines.process';
import { judgeDeadline } from './deadlines/judge-deadline';
import { planDeadlines } from './deadlines/plan-deadlines';
import { ERASURE, erasureProcess } from './erasure/erasure.process';
import { leadershipOf, RunningProcesses } from './running-processes';
import { carryToMembers } from './synthesis-outcome/carry-to-members';
import { SYNTHESIS_OUTCOME, synthesisOutcomeProcess } from './synthesis-outcome/synthesis-outcome.process';

export interface ProcessesSettings {
  /** Where the to-do table and the positions of the processes are. */
  readonly pool: Pool;
  /** The same database: to be told of new jobs, and to lead. */
  readonly url: string;
  /** Value of REDIS_URL; without it the jobs are executed here, without Redis. */
  readonly redisUrl?: string;
  /** Sets apart what several registers keep in one Redis, such as the origin of this one. */
  readonly prefix?: string;
  /** Whether this program follows the log and writes what is to be done. Default: yes. */
  readonly follow?: boolean;
  /** Whether it does what is due. Default: yes. */
  readonly execute?: boolean;
}

/** Runs every process while the application runs. The log, the vault and `DecisionTaker` are global (`DecidingModule`). */
@Module({})
export class ProcessesModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly processes: RunningProcesses) {}

  static on(settings: ProcessesSettings): DynamicModule {
    return {
      module: ProcessesModule,
      providers: [
        {
          provide: RunningProcesses,
          inject: [EventStore, VaultStore, DecisionTaker],
          useFactory: (store: EventStore, vaultStore: VaultStore, decisions: DecisionTaker) =>
            open(settings, store, vaultStore, decisions),
        },
      ],
      exports: [RunningProcesses],
    };
  }

  onApplicationBootstrap(): void {
    this.processes.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.processes.stop();
  }
}

/** What must follow from what. */
export const PROCESSES: readonly Process[] = [
  erasureProcess,
  synthesisOutcomeProcess,
  answersBeganProcess,
  deadlinesProcess,
];

/** Milliseconds. A job taken up again after a crash, or given up at a stop, loses nothing: it need not be waited for long. */
const TIMES = { lease: 5_000, stopPatience: 3_000 };
/** A synthesis with thousands of members takes a while; an erasure must find a place beside several of them. */
const AT_ONCE = 6;

async function open(
  { pool, url, redisUrl, prefix, follow = true, execute = true }: ProcessesSettings,
  store: EventStore,
  vaultStore: VaultStore,
  decisions: DecisionTaker,
): Promise<RunningProcesses> {
  const logger = new Logger('processes');
  const connection = await applicationConnection(url);
  const onTrouble = (message: string): void => logger.error(message);
  const queue = new JobTableQueue();
  const following = { store, pool, queue, onTrouble };
  const clock = new DeadlineClock(new PostgresFollowerPositions(pool), store);
  const drafts = new DraftStore(pool);
  const handlers: JobHandlers = {
    [ERASURE]: carryOutErasures({ store, vaultStore, drafts, carryOut: new CarryOutErasureHandler(decisions) }),
    [SYNTHESIS_OUTCOME]: carryToMembers(decisions),
    [ANSWERS_BEGAN]: noteAnswers(decisions),
    [DEADLINES]: planDeadlines({ store, decisions, todo: new PostgresDeadlineTodo(pool, queue) }),
    [DEADLINE_DUE]: judgeDeadline({ store, decisions, clock }),
    [DRAFT_RELEASE]: releaseDrafts(drafts, decisions),
  };
  const runner = {
    pool,
    connection,
    handlers,
    concurrency: AT_ONCE,
    ...TIMES,
    onError: (error: Error) => logger.warn(`the jobs: ${error.message}`),
    onFailure: (failure: JobFailure) => logger.error(failureLine(failure)),
  };
  return new RunningProcesses(
    follow ? PROCESSES.map((process) => new ProcessFollower(process, following)) : [],
    new Leadership(
      connection,
      PROCESSES.map(({ name }) => leadershipOf(name)),
      { onTrouble },
    ),
    execute ? openJobRunner(redisUrl, runner, prefix) : null,
    clock,
  );
}

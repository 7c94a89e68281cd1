import type { Pool } from 'pg';
import type { Warning } from '@fil/facts/codes/deadline-course';
import type { NewJob } from '@fil/log/jobs/job';
import type { JobQueue } from '@fil/log/jobs/job-queue.port';
import { inTransaction } from '@fil/log/projections/transaction';

/** That somebody is to be warned of a deadline on a day. */
export interface WarningToGive {
  readonly kind: Warning;
  readonly rule: string;
  readonly dueOn: string;
  readonly warnAt: Date;
  readonly authority: string | null;
  readonly owner: string | null;
  readonly about: string | null;
  readonly session: string | null;
}

/** What is to be done about a deadline, as rows: the instant to judge, and the warnings to give before it. */
export abstract class DeadlineTodo {
  /** As a whole or not at all; the warnings replace those there were. A job that is there keeps what it is. */
  abstract replace(deadline: string, jobs: readonly NewJob[], warnings: readonly WarningToGive[]): Promise<void>;
}

export class PostgresDeadlineTodo extends DeadlineTodo {
  constructor(
    private readonly pool: Pool,
    private readonly queue: JobQueue,
  ) {
    super();
  }

  replace(deadline: string, jobs: readonly NewJob[], warnings: readonly WarningToGive[]): Promise<void> {
    return inTransaction(this.pool, async (client) => {
      // Two that plan one deadline at the same moment: the second waits.
      await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [deadline]);
      await this.queue.add(client, jobs);
      await client.query('DELETE FROM processes.deadline_warning WHERE deadline = $1', [deadline]);
      for (const { kind, rule, dueOn, warnAt, authority, owner, about, session } of warnings)
        await client.query(
          `INSERT INTO processes.deadline_warning
             (deadline, kind, rule, due_on, warn_at, authority, owner, about, session)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [deadline, kind, rule, dueOn, warnAt.toISOString(), authority, owner, about, session],
        );
    });
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApplication } from '../../postgres/application-role';

/** What is to be done, in the schema of the processes that write it (made with the places of those who follow the log). */
export class Jobs1760000000012 implements MigrationInterface {
  readonly name = 'Jobs1760000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE processes.job (
        id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name         text NOT NULL,
        key          text NOT NULL UNIQUE,
        -- Of one lane one runs at a time, in the order of ids.
        lane         text,
        data         jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(data) = 'object'),
        run_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
        attempts     integer NOT NULL DEFAULT 0,
        max_attempts integer NOT NULL CHECK (max_attempts > 0),
        -- Counts every claim, never back: who holds an older one may no longer say how it ended.
        claim        bigint NOT NULL DEFAULT 0,
        locked_until timestamptz,
        handed_until timestamptz,
        last_error   text,
        done_at      timestamptz,
        failed_at    timestamptz,
        CHECK (done_at IS NULL OR failed_at IS NULL)
      ) WITH (fillfactor = 70);
      COMMENT ON COLUMN processes.job.data IS 'ids, codes, dates and numbers: no personal data';

      CREATE INDEX job_waiting ON processes.job (run_at, id)
        WHERE done_at IS NULL AND failed_at IS NULL AND locked_until IS NULL;
      CREATE INDEX job_running ON processes.job (locked_until)
        WHERE done_at IS NULL AND failed_at IS NULL AND locked_until IS NOT NULL;
      CREATE INDEX job_lane ON processes.job (lane, id) WHERE lane IS NOT NULL AND done_at IS NULL;
      CREATE INDEX job_failed ON processes.job (failed_at) WHERE failed_at IS NOT NULL;
    `);
    await grantToApplication(runner, `GRANT SELECT, INSERT, UPDATE ON processes.job TO fil_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE processes.job');
  }
}

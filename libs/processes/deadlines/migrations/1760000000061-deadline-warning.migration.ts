import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApplication } from '@fil/log/postgres/application-role';

/** Of whom owners are to be warned, and when: the to-do rows that notices are made from. */
export class DeadlineWarning1760000000061 implements MigrationInterface {
  readonly name = 'DeadlineWarning1760000000061';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE processes.deadline_warning (
        deadline   text NOT NULL,
        kind       text NOT NULL,
        rule       text NOT NULL,
        due_on     date NOT NULL,
        -- The beginning of the day in Paris on which the owner is warned.
        warn_at    timestamptz NOT NULL,
        -- Stream of an authority, code of a department or a function.
        authority  text,
        owner      text,
        about      text,
        session    text,
        PRIMARY KEY (deadline, kind)
      );
      COMMENT ON TABLE processes.deadline_warning IS 'ids, codes and dates: no personal data';
      CREATE INDEX deadline_warning_at ON processes.deadline_warning (warn_at);
    `);
    await grantToApplication(runner, 'GRANT SELECT, INSERT, UPDATE, DELETE ON processes.deadline_warning TO fil_app;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE processes.deadline_warning');
  }
}

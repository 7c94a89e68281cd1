import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApplication } from '@fil/log/postgres/application-role';

export class Drafts1760000000052 implements MigrationInterface {
  readonly name = 'Drafts1760000000052';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA drafts;
      CREATE TABLE drafts.draft (
        id         uuid PRIMARY KEY,
        -- Counts every change of the row: who saw another one changes nothing.
        revision   integer NOT NULL,
        kind       text NOT NULL,
        authority  text NOT NULL,
        object     text,
        state      text NOT NULL,
        release_at timestamptz,
        draft      jsonb NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX draft_by_change ON drafts.draft (changed_at DESC, id);
    `);
    await grantToApplication(
      runner,
      `GRANT USAGE ON SCHEMA drafts TO fil_app;
       GRANT SELECT, INSERT, UPDATE, DELETE ON drafts.draft TO fil_app;`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA drafts CASCADE');
  }
}

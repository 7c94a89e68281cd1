import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApplication } from '../../postgres/application-role';

/**
 * A schema in which a projection is made anew beside the one that is read, with the cursors of those copies; and which
 * tables each version has, so that a release that no longer has its code can drop them.
 */
export class Rebuild1760000000013 implements MigrationInterface {
  readonly name = 'Rebuild1760000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE views.projection
        ADD COLUMN tables text[] NOT NULL DEFAULT '{}',
        ADD COLUMN rebuilt_at timestamptz;

      CREATE SCHEMA views_rebuild;
      CREATE TABLE views_rebuild.projection (
        name        text NOT NULL,
        version     integer NOT NULL,
        size        bigint NOT NULL DEFAULT 0,
        at          text,
        halted_at   bigint,
        tables      text[] NOT NULL,
        fingerprint bytea NOT NULL,
        begun_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (name, version)
      ) WITH (fillfactor = 50);
    `);
    await grantToApplication(
      runner,
      `GRANT USAGE, CREATE ON SCHEMA views_rebuild TO fil_app;
       GRANT SELECT, INSERT, UPDATE, DELETE ON views_rebuild.projection TO fil_app;`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP SCHEMA views_rebuild CASCADE;
      ALTER TABLE views.projection DROP COLUMN tables, DROP COLUMN rebuilt_at;
    `);
  }
}

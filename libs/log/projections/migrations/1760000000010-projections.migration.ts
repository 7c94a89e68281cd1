import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApplication } from '../../postgres/application-role';

/**
 * The schema of the read models. Their own tables are made by the runner beside their code; here is what outlives them:
 * cursors, incidents, and the places of those who follow the log without tables of their own.
 */
export class Projections1760000000010 implements MigrationInterface {
  readonly name = 'Projections1760000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA views;

      CREATE TABLE views.projection (
        name      text NOT NULL,
        version   integer NOT NULL,
        size      bigint NOT NULL DEFAULT 0,
        at        text,
        halted_at bigint,
        PRIMARY KEY (name, version)
      ) WITH (fillfactor = 50);

      CREATE TABLE views.incident (
        projection text NOT NULL,
        version    integer NOT NULL,
        index      bigint NOT NULL,
        event_id   uuid NOT NULL,
        message    text NOT NULL,
        first_seen timestamptz NOT NULL DEFAULT clock_timestamp(),
        last_seen  timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (projection, version, index)
      );

      CREATE SCHEMA processes;
      CREATE TABLE processes.follower_position (
        name text PRIMARY KEY,
        size bigint NOT NULL CHECK (size >= 0)
      ) WITH (fillfactor = 50);
    `);
    await grantToApplication(
      runner,
      `GRANT USAGE, CREATE ON SCHEMA views TO fil_app;
       GRANT SELECT, INSERT, UPDATE, DELETE ON views.projection, views.incident TO fil_app;
       GRANT USAGE ON SCHEMA processes TO fil_app;
       GRANT SELECT, INSERT, UPDATE, DELETE ON processes.follower_position TO fil_app;`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA views CASCADE; DROP SCHEMA processes CASCADE');
  }
}

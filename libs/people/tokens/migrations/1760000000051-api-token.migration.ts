import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApplication } from '@fil/log/postgres/application-role';

export class ApiToken1760000000051 implements MigrationInterface {
  readonly name = 'ApiToken1760000000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS people;
      CREATE TABLE people.api_token (
        id           uuid PRIMARY KEY,
        name         text NOT NULL CHECK (name <> ''),
        digest       bytea NOT NULL UNIQUE CHECK (octet_length(digest) = 32),
        role         text NOT NULL,
        body         text,
        scopes       text[] NOT NULL,
        created_at   timestamptz NOT NULL,
        revoked_at   timestamptz,
        last_used_on date
      );
    `);
    await grantToApplication(
      runner,
      `GRANT USAGE ON SCHEMA people TO fil_app;
       GRANT SELECT, INSERT, UPDATE ON people.api_token TO fil_app;`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE people.api_token');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApplication } from '../../postgres/application-role';

/** How far the files of this very database have been purged: what is restored into another one says nothing about it. */
export class Purge1760000000070 implements MigrationInterface {
  readonly name = 'Purge1760000000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vault.purge (
        -- Of the log: what was erased before it is what the purge was for.
        size       bigint PRIMARY KEY,
        -- Tables written anew so far: a purge that was stopped goes on after them.
        tables     text[] NOT NULL DEFAULT '{}',
        ended_at   timestamptz
      );
    `);
    await grantToApplication(runner, 'GRANT SELECT ON vault.purge TO fil_app;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE vault.purge');
  }
}

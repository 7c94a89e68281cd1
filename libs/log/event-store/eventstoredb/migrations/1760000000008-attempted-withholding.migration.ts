import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An event on its way may withhold passages of an earlier one, or restore them. */
export class AttemptedWithholding1760000000008 implements MigrationInterface {
  readonly name = 'AttemptedWithholding1760000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vault.attempt DROP CONSTRAINT attempt_visibility_check,
        ADD CONSTRAINT attempt_visibility_check CHECK (visibility IN ('o', 'c', 'w', 'r'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('the log is never dropped');
  }
}

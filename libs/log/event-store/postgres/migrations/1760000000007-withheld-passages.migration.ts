import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two marks more beside an entry: it withholds passages of an earlier one, or restores them. */
export class WithheldPassages1760000000007 implements MigrationInterface {
  readonly name = 'WithheldPassages1760000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE log.event DROP CONSTRAINT event_visibility_check,
        ADD CONSTRAINT event_visibility_check CHECK (visibility IN ('o', 'c', 'w', 'r'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('the log is never dropped');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApplication } from '../../postgres/application-role';

/** What promises are verified with, for ever: whoever holds one on paper may come years later. */
export class PromiseKeys1760000000091 implements MigrationInterface {
  readonly name = 'PromiseKeys1760000000091';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE log.promise_key (
        vkey     text PRIMARY KEY,
        added_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE TRIGGER immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON log.promise_key
        FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

      CREATE FUNCTION log.add_promise_key(its_vkey text) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        INSERT INTO log.promise_key (vkey) VALUES (its_vkey) ON CONFLICT (vkey) DO NOTHING;
      $$;
      REVOKE ALL ON FUNCTION log.add_promise_key(text) FROM PUBLIC;
    `);
    await grantToApplication(
      runner,
      `GRANT SELECT ON log.promise_key TO fil_app; GRANT EXECUTE ON FUNCTION log.add_promise_key(text) TO fil_app;`,
    );
  }

  async down(): Promise<void> {
    throw new Error('what was promised is never dropped');
  }
}

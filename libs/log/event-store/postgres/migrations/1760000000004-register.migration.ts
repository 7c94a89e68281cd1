import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApplication } from '@fil/log/postgres/application-role';

/** Which register this database is: written once, for ever. */
export class Register1760000000004 implements MigrationInterface {
  readonly name = 'Register1760000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE log.register (
        one             boolean PRIMARY KEY DEFAULT true CHECK (one),
        origin          text NOT NULL CHECK (origin <> ''),
        demonstration   boolean NOT NULL,
        authority_siret text CHECK (authority_siret ~ '^[0-9]{14}$'),
        instance_key    bytea NOT NULL CHECK (octet_length(instance_key) = 32),
        created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
        CHECK (demonstration OR authority_siret IS NOT NULL)
      );
      CREATE TRIGGER immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON log.register
        FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

      -- True when this call created it. ON CONFLICT waits for another call that is about to.
      CREATE FUNCTION log.create_register(origin text, demonstration boolean, authority_siret text, instance_key bytea)
        RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        INSERT INTO log.register (origin, demonstration, authority_siret, instance_key)
        VALUES (origin, demonstration, authority_siret, instance_key) ON CONFLICT DO NOTHING;
        RETURN FOUND;
      END $$;
      REVOKE ALL ON FUNCTION log.create_register(text, boolean, text, bytea) FROM PUBLIC;
    `);
    await grantToApplication(
      runner,
      `GRANT SELECT ON log.register TO fil_app;
       GRANT EXECUTE ON FUNCTION log.create_register(text, boolean, text, bytea) TO fil_app;`,
    );
  }

  async down(): Promise<void> {
    throw new Error('the register is never dropped');
  }
}

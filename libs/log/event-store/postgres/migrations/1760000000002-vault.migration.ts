import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApplication } from '@fil/log/postgres/application-role';

/**
 * Openings and keys. One row holds all openings of an event (see openings-sheet.ts for the bytes): one row and one
 * index entry for each append, not ten. No second try can overwrite one, since they are written in the append's transaction.
 */
export class Vault1760000000002 implements MigrationInterface {
  readonly name = 'Vault1760000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA vault;
      CREATE TABLE vault.openings (
        event_id uuid PRIMARY KEY,
        sheet    bytea NOT NULL
      );
      -- Ciphertexts and salts do not compress.
      ALTER TABLE vault.openings ALTER sheet SET STORAGE EXTERNAL;
      ALTER TABLE vault.openings SET (toast_tuple_target = 8160);

      CREATE SCHEMA keys;
      CREATE TABLE keys.subject_key (
        subject text PRIMARY KEY,
        key     bytea,
        state   text NOT NULL CHECK (state IN ('active', 'erased')),
        CHECK ((state = 'active') = (key IS NOT NULL)),
        CHECK (octet_length(key) = 32)
      );

      -- The same sheet with one opening emptied; its path, commitment, audience and subject stay as the tombstone.
      CREATE FUNCTION vault.without(sheet bytea, erased text) RETURNS bytea
        LANGUAGE plpgsql IMMUTABLE STRICT SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        -- Offsets from 0, as get_byte counts; substring counts from 1.
        pos int := 1;
        path_length int;
        length_at int;
        content_length bigint;
        result bytea := sheet;
        shift int := 0;
      BEGIN
        FOR i IN 1 .. get_byte(sheet, 0) LOOP
          pos := pos + 1 + get_byte(sheet, pos);
        END LOOP;
        WHILE pos < octet_length(sheet) LOOP
          path_length := get_byte(sheet, pos + 2);
          length_at := pos + 3 + path_length + 32;
          content_length := get_byte(sheet, length_at) * 16777216::bigint + get_byte(sheet, length_at + 1) * 65536
            + get_byte(sheet, length_at + 2) * 256 + get_byte(sheet, length_at + 3);
          IF content_length = 4294967295 THEN
            content_length := 0;
          ELSIF convert_from(substring(sheet FROM pos + 4 FOR path_length), 'UTF8') = erased THEN
            result := overlay(result PLACING '\\xffffffff'::bytea
              FROM length_at + 1 - shift FOR 4 + content_length::int);
            shift := shift + content_length::int;
          END IF;
          pos := length_at + 4 + content_length::int;
        END LOOP;
        RETURN result;
      END $$;

      CREATE FUNCTION vault.erase(events uuid[], paths text[]) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        FOR i IN 1 .. cardinality(events) LOOP
          UPDATE vault.openings SET sheet = vault.without(sheet, paths[i]) WHERE event_id = events[i];
        END LOOP;
      END $$;

      -- Under the head lock: an append that mints this key is wholly before or wholly after.
      CREATE FUNCTION keys.erase(erased text) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        PERFORM FROM log.head WHERE one FOR UPDATE;
        INSERT INTO keys.subject_key AS k (subject, key, state) VALUES (erased, NULL, 'erased')
          ON CONFLICT (subject) DO UPDATE SET key = NULL, state = 'erased' WHERE k.state <> 'erased';
      END $$;

      REVOKE ALL ON FUNCTION vault.without(bytea, text), vault.erase(uuid[], text[]), keys.erase(text) FROM PUBLIC;
    `);
    await grantToApplication(
      runner,
      `GRANT USAGE ON SCHEMA vault, keys TO fil_app;
       GRANT SELECT ON vault.openings, keys.subject_key TO fil_app;
       GRANT EXECUTE ON FUNCTION vault.erase(uuid[], text[]), keys.erase(text) TO fil_app;`,
    );
  }

  async down(): Promise<void> {
    throw new Error('the vault is never dropped');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApplication } from '../../postgres/application-role';

const FUNCTIONS = [
  'log.add_tiles(bigint, bigint, bytea, smallint[], bigint[], bytea[], bytea[])',
  'log.keep_checkpoint(bigint, bytea, text)',
  'log.publish_checkpoint(bigint)',
  'log.keep_cosignature(bigint, text, bytea, bigint, text)',
  'log.keep_timestamp_token(bigint, text, bytea, timestamptz)',
  'log.add_signing_key(text)',
  'log.retire_signing_key(text)',
  'log.raise_alarm(text, text)',
  'log.end_alarms(text[])',
].join(', ');

const INSERT_ONLY = ['tile', 'checkpoint', 'publication', 'cosignature', 'timestamp_token'];

/**
 * The tree over the leaves of `log.event`, and what was signed of it. Only complete tiles are kept: everything is inserted
 * once, and every partial tile of every size is the beginning of rows that are there.
 */
export class Checkpoints1760000000090 implements MigrationInterface {
  readonly name = 'Checkpoints1760000000090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE log.tile (
        level smallint NOT NULL CHECK (level BETWEEN 0 AND 6),
        n     bigint NOT NULL CHECK (n >= 0),
        root  bytea NOT NULL CHECK (octet_length(root) = 32),
        data  bytea NOT NULL CHECK (octet_length(data) = 8192),
        PRIMARY KEY (level, n)
      );
      -- Hashes do not compress.
      ALTER TABLE log.tile ALTER data SET STORAGE EXTERNAL;

      CREATE TABLE log.integrated (
        one  boolean PRIMARY KEY DEFAULT true CHECK (one),
        size bigint NOT NULL,
        root bytea NOT NULL CHECK (octet_length(root) = 32)
      ) WITH (fillfactor = 10);
      INSERT INTO log.integrated (size, root) VALUES (0, sha256(''));

      CREATE TABLE log.checkpoint (
        size bigint PRIMARY KEY CHECK (size >= 0),
        root bytea NOT NULL CHECK (octet_length(root) = 32),
        note text NOT NULL,
        at   timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      -- Once more for each heartbeat: that nothing has come since is said anew.
      CREATE TABLE log.publication (
        size bigint NOT NULL REFERENCES log.checkpoint,
        at   timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (size, at)
      );
      CREATE TABLE log.cosignature (
        size    bigint NOT NULL REFERENCES log.checkpoint,
        witness text NOT NULL,
        key_id  bytea NOT NULL CHECK (octet_length(key_id) = 4),
        time    bigint NOT NULL,
        line    text NOT NULL,
        PRIMARY KEY (size, witness, key_id, time)
      );
      CREATE INDEX cosignature_witness ON log.cosignature (witness, size);
      CREATE TABLE log.timestamp_token (
        size  bigint NOT NULL REFERENCES log.checkpoint,
        kind  text NOT NULL,
        token bytea NOT NULL,
        at    timestamptz NOT NULL,
        PRIMARY KEY (size, kind, at)
      );
      -- What others verify with. The secret halves are in no database.
      CREATE TABLE log.signing_key (
        vkey       text PRIMARY KEY,
        added_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
        retired_at timestamptz
      );
      -- What stopped signing or recording, until a person has seen to it.
      CREATE TABLE log.alarm (
        raised_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        kind      text NOT NULL,
        detail    text NOT NULL,
        ended_at  timestamptz,
        PRIMARY KEY (raised_at, kind)
      );
      CREATE UNIQUE INDEX alarm_standing ON log.alarm (kind) WHERE ended_at IS NULL;

      ${INSERT_ONLY.map(
        (table) => `CREATE TRIGGER immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON log.${table}
          FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();`,
      ).join('\n')}
      ${['integrated', 'signing_key', 'alarm']
        .map(
          (table) => `CREATE TRIGGER permanent BEFORE DELETE OR TRUNCATE ON log.${table}
          FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();`,
        )
        .join('\n')}

      -- False when somebody else has come further meanwhile; nothing is written then.
      CREATE FUNCTION log.add_tiles(
        from_size bigint, to_size bigint, to_root bytea, t_level smallint[], t_n bigint[], t_root bytea[], t_data bytea[]
      ) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        stood bigint;
      BEGIN
        SELECT i.size INTO stood FROM log.integrated i WHERE i.one FOR UPDATE;
        IF stood <> from_size THEN
          RETURN false;
        END IF;
        IF to_size < from_size OR to_size > (SELECT h.size FROM log.head h) THEN
          RAISE EXCEPTION 'the tree cannot grow from % to %', from_size, to_size USING ERRCODE = 'check_violation';
        END IF;
        IF ARRAY(SELECT ROW(t.level, t.n) FROM unnest(t_level, t_n) AS t(level, n) ORDER BY t.level, t.n)
          <> ARRAY(SELECT ROW(l::smallint, n) FROM generate_series(0, 6) AS l,
            LATERAL generate_series(from_size >> (8 * (l + 1)), (to_size >> (8 * (l + 1))) - 1) AS n ORDER BY l, n) THEN
          RAISE EXCEPTION 'other tiles than those that are completed from % to %', from_size, to_size
            USING ERRCODE = 'check_violation';
        END IF;
        INSERT INTO log.tile (level, n, root, data)
          SELECT t.level, t.n, t.root, t.data FROM unnest(t_level, t_n, t_root, t_data) AS t(level, n, root, data);
        UPDATE log.integrated AS i SET size = to_size, root = to_root WHERE i.one;
        RETURN true;
      END $$;

      -- The note that is kept for this size: this one, or the one that was kept before. Null for another root.
      CREATE FUNCTION log.keep_checkpoint(new_size bigint, new_root bytea, new_note text) RETURNS text
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        IF new_size > (SELECT i.size FROM log.integrated i) THEN
          RAISE EXCEPTION 'a checkpoint of % entries, beyond the tree', new_size USING ERRCODE = 'check_violation';
        END IF;
        INSERT INTO log.checkpoint (size, root, note) VALUES (new_size, new_root, new_note) ON CONFLICT (size) DO NOTHING;
        RETURN (SELECT c.note FROM log.checkpoint c WHERE c.size = new_size AND c.root = new_root);
      END $$;

      CREATE FUNCTION log.publish_checkpoint(published bigint) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        INSERT INTO log.publication (size) VALUES (published);
      $$;

      CREATE FUNCTION log.keep_cosignature(of_size bigint, by_witness text, with_key bytea, at_time bigint, as_line text)
        RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        INSERT INTO log.cosignature (size, witness, key_id, time, line)
          VALUES (of_size, by_witness, with_key, at_time, as_line) ON CONFLICT DO NOTHING;
      $$;

      CREATE FUNCTION log.keep_timestamp_token(of_size bigint, of_kind text, its_token bytea, stamped_at timestamptz)
        RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        INSERT INTO log.timestamp_token (size, kind, token, at)
          VALUES (of_size, of_kind, its_token, stamped_at) ON CONFLICT DO NOTHING;
      $$;

      CREATE FUNCTION log.add_signing_key(its_vkey text) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        INSERT INTO log.signing_key (vkey) VALUES (its_vkey) ON CONFLICT (vkey) DO NOTHING;
      $$;

      CREATE FUNCTION log.retire_signing_key(its_vkey text) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        UPDATE log.signing_key SET retired_at = clock_timestamp() WHERE vkey = its_vkey AND retired_at IS NULL;
      $$;

      -- One of a kind stands at a time.
      CREATE FUNCTION log.raise_alarm(of_kind text, its_detail text) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        INSERT INTO log.alarm (kind, detail) VALUES (of_kind, its_detail)
          ON CONFLICT (kind) WHERE ended_at IS NULL DO NOTHING;
      $$;

      CREATE FUNCTION log.end_alarms(of_kinds text[]) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        UPDATE log.alarm SET ended_at = clock_timestamp() WHERE ended_at IS NULL AND kind = ANY (of_kinds);
      $$;

      REVOKE ALL ON FUNCTION ${FUNCTIONS} FROM PUBLIC;
    `);
    await grantToApplication(
      runner,
      `GRANT SELECT ON log.tile, log.integrated, log.checkpoint, log.publication, log.cosignature, log.timestamp_token,
         log.signing_key, log.alarm TO fil_app;
       GRANT EXECUTE ON FUNCTION ${FUNCTIONS} TO fil_app;`,
    );
  }

  async down(): Promise<void> {
    throw new Error('what was signed is never dropped');
  }
}

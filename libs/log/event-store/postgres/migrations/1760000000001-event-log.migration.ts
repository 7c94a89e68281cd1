import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createApplicationRole, grantToApplication } from '@fil/log/postgres/application-role';

/** The log itself: entries, the head, and what keeps them as they are. */
export class EventLog1760000000001 implements MigrationInterface {
  readonly name = 'EventLog1760000000001';

  async up(runner: QueryRunner): Promise<void> {
    await createApplicationRole(runner);
    await runner.query(`
      CREATE SCHEMA log;

      CREATE TABLE log.event (
        idx         bigint PRIMARY KEY CHECK (idx >= 0),
        id          uuid NOT NULL,
        stream      text NOT NULL,
        rev         integer NOT NULL CHECK (rev >= 1),
        type        text NOT NULL,
        at          timestamptz NOT NULL,
        visibility  "char" CHECK (visibility IN ('o', 'c')),
        entry       bytea NOT NULL CHECK (octet_length(entry) BETWEEN 1 AND 65535),
        leaf        bytea NOT NULL GENERATED ALWAYS AS (sha256('\\x00'::bytea || entry)) STORED,
        correlation text,
        CONSTRAINT event_id UNIQUE (id),
        CONSTRAINT event_stream_rev UNIQUE (stream, rev)
      );
      -- Hashes and base64 do not compress; most entries fit in their row and need no second table.
      ALTER TABLE log.event ALTER entry SET STORAGE EXTERNAL;
      ALTER TABLE log.event SET (toast_tuple_target = 8160);
      CREATE INDEX event_visibility ON log.event (stream, rev DESC) INCLUDE (visibility) WHERE visibility IS NOT NULL;

      -- Its row lock is the order of the log.
      CREATE TABLE log.head (
        one  boolean PRIMARY KEY DEFAULT true CHECK (one),
        size bigint NOT NULL
      ) WITH (fillfactor = 10, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);
      INSERT INTO log.head (size) VALUES (0);

      CREATE FUNCTION log.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the log is never changed: % on %.%', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
          USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON log.event
        FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
      CREATE TRIGGER permanent BEFORE DELETE OR TRUNCATE ON log.head
        FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
    `);
    await grantToApplication(
      runner,
      `GRANT USAGE ON SCHEMA log TO fil_app; GRANT SELECT ON log.event, log.head TO fil_app;`,
    );
  }

  async down(): Promise<void> {
    throw new Error('the log is never dropped');
  }
}

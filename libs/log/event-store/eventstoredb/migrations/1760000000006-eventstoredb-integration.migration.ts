import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApplication } from '@fil/log/postgres/application-role';

const ATTEMPT = `log.attempt(text[], integer[], integer[], text[], integer[], uuid[], integer[], text[], bigint[], text, bytea[], bytea[], integer[], text[], bytea[], uuid[], integer, bigint, integer)`;
const RELEASE = 'log.release_attempts(uuid[], uuid[])';
const PENDING = 'log.attempts_pending(uuid[], uuid[])';
const PASS_OVER = 'log.pass_over(bigint, bigint, uuid, text, integer, bigint, bigint)';
const INTEGRATE =
  'log.integrate(bigint, bigint, uuid[], text[], integer[], text[], bytea[], bigint[], bigint[], bigint, bigint, boolean)';
const FUNCTIONS = [
  ATTEMPT,
  RELEASE,
  PENDING,
  INTEGRATE,
  PASS_OVER,
  'log.sweep_attempts()',
  'log.integration_caught_up()',
  'vault.forget_attempts(uuid[])',
  'keys.forget_reserved(text)',
].join(', ');

/**
 * What stands in PostgreSQL when EventStoreDB holds the events. An attempt is the openings of an event that may be
 * stored there, kept under the event's id and the leaf hash of its entry: the entry that comes back names the one that
 * counts, and a second try with other salts is another attempt. The integrator moves it into the vault.
 */
export class EventStoreDbIntegration1760000000006 implements MigrationInterface {
  readonly name = 'EventStoreDbIntegration1760000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How far the log has taken in what EventStoreDB holds; -1 before the first event.
      CREATE TABLE log.integration (
        one              boolean PRIMARY KEY DEFAULT true CHECK (one),
        commit_position  bigint NOT NULL DEFAULT -1,
        prepare_position bigint NOT NULL DEFAULT -1,
        caught_up_at     timestamptz,
        -- Why it stands still, and before which event, by its place in EventStoreDB; null while it goes.
        halted           text,
        halted_id        uuid,
        halted_stream    text,
        halted_rev       integer
      ) WITH (fillfactor = 10);
      INSERT INTO log.integration DEFAULT VALUES;

      -- Events that the register has refused: they take a revision of their stream in EventStoreDB (from 1) and none here,
      -- so revisions behind them differ by as many.
      CREATE TABLE log.passed_over (
        stream           text NOT NULL,
        rev              integer NOT NULL,
        event_id         uuid NOT NULL,
        commit_position  bigint NOT NULL,
        prepare_position bigint NOT NULL,
        PRIMARY KEY (stream, rev)
      );
      CREATE TRIGGER immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON log.passed_over
        FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

      CREATE TABLE vault.attempt (
        event_id    uuid NOT NULL,
        leaf        bytea NOT NULL CHECK (octet_length(leaf) = 32),
        attempt     uuid NOT NULL,
        stream      text NOT NULL,
        rev         integer NOT NULL,
        type        text NOT NULL,
        at          timestamptz NOT NULL,
        visibility  "char" CHECK (visibility IN ('o', 'c')),
        correlation text,
        sheet       bytea,
        made_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
        -- Known to be stored, while the log did not have it within the time its caller waited.
        pending     boolean NOT NULL DEFAULT false,
        PRIMARY KEY (event_id, leaf, attempt)
      ) WITH (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);
      ALTER TABLE vault.attempt ALTER sheet SET STORAGE EXTERNAL;
      CREATE INDEX attempt_pending ON vault.attempt (made_at) WHERE pending;

      -- The key of an attempt's words, while its subject has none: hers once that attempt is in the log. A second try
      -- of the same event may have minted another; only one of them can be stored.
      CREATE TABLE keys.reserved_key (
        subject text NOT NULL,
        attempt uuid NOT NULL,
        key     bytea NOT NULL CHECK (octet_length(key) = 32),
        PRIMARY KEY (subject, attempt)
      );
      CREATE INDEX reserved_key_attempt ON keys.reserved_key (attempt);

      -- Parameters as log.append, with leaf hashes for entries, a_attempt a new id for each append, and max_lag in
      -- milliseconds; without it the log may be behind or stand still. writer_clock is what the caller's clock says now,
      -- clocks_apart how far it may be off, both in milliseconds.
      -- statuses: [o]k, ok but [t]ried before, stored [a]lready, [p]artly so far, [r]eused id, [e]rased, [b]usy (its id is
      -- being tried elsewhere), other [k]ey, [m]issing key, [l]ate: dated long before the log's last entry.
      -- passed: events of the stream that the log has passed over. refused: nothing was kept of any.
      CREATE FUNCTION log.attempt(
        a_stream text[], a_expected integer[], a_count integer[], a_correlation text[],
        e_append integer[], e_id uuid[], e_rev integer[], e_type text[], e_at bigint[], e_visibility text, e_leaf bytea[],
        e_sheet bytea[], s_append integer[], s_subject text[], s_key bytea[], a_attempt uuid[], max_lag integer,
        writer_clock bigint, clocks_apart integer,
        OUT statuses text, OUT revisions text, OUT passed text, OUT details text[], OUT refused text
      ) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp
        SET plan_cache_mode = force_generic_plan
        SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off
      AS $$
      DECLARE
        accepted boolean[];
        apart bigint := writer_clock - (extract(epoch FROM clock_timestamp()) * 1000)::bigint;
        -- Entries that wait for their place are dated up to half a minute before those that overtake them.
        oldest timestamptz := (SELECT v.at FROM log.event v ORDER BY v.idx DESC LIMIT 1) - interval '30 seconds';
      BEGIN
        IF abs(apart) > clocks_apart THEN
          refused := 'the clock of this process is ' || abs(apart) / 1000 || ' seconds '
            || CASE WHEN apart > 0 THEN 'ahead of' ELSE 'behind' END || ' that of the database';
          RETURN;
        END IF;
        -- Two processes that try one id or mint one key are one after the other.
        PERFORM pg_advisory_xact_lock(7046029254386354);
        SELECT CASE WHEN max_lag IS NULL THEN NULL
          WHEN i.halted IS NOT NULL THEN 'the log stands still: ' || i.halted
          WHEN i.caught_up_at IS NULL OR i.caught_up_at < clock_timestamp() - max_lag * interval '1 millisecond'
            OR EXISTS (SELECT FROM vault.attempt t
              WHERE t.pending AND t.made_at < clock_timestamp() - max_lag * interval '1 millisecond')
            THEN 'the log is behind the event store' END
        INTO refused FROM log.integration i;
        IF refused IS NOT NULL THEN
          RETURN;
        END IF;

        SELECT string_agg(s.rev::text, ',' ORDER BY s.n), string_agg(s.passed::text, ',' ORDER BY s.n),
          string_agg(s.status, '' ORDER BY s.n), array_agg(s.detail ORDER BY s.n),
          array_agg(s.status IN ('o', 't') ORDER BY s.n)
        INTO revisions, passed, statuses, details, accepted
        FROM (
          SELECT a.n, coalesce(last.rev, 0) AS rev,
            (SELECT count(*) FROM log.passed_over p WHERE p.stream = a.stream) AS passed,
            CASE WHEN known.stored = a.count AND known.misplaced IS NULL THEN 'a'
              WHEN known.stored > 0 AND known.misplaced IS NULL AND known.stored + before.same = a.count THEN 'p'
              WHEN known.stored > 0 THEN 'r'
              WHEN person.erased IS NOT NULL THEN 'e'
              WHEN before.id IS NOT NULL THEN 'b'
              WHEN person.other IS NOT NULL THEN 'k'
              WHEN person.missing IS NOT NULL THEN 'm'
              WHEN before.tried THEN 't'
              WHEN dated.at < oldest THEN 'l'
              ELSE 'o' END AS status,
            coalesce(known.misplaced, known.first, person.erased, before.id, person.missing) AS detail
          FROM unnest(a_stream, a_count) WITH ORDINALITY AS a(stream, count, n)
          LEFT JOIN LATERAL (
            SELECT v.rev FROM log.event v WHERE v.stream = a.stream ORDER BY v.rev DESC LIMIT 1
          ) last ON true
          LEFT JOIN LATERAL (
            SELECT count(*) AS stored, (array_agg(v.id::text ORDER BY e.n))[1] AS first,
              (array_agg(v.id::text ORDER BY e.n) FILTER (WHERE v.stream <> a.stream OR v.type <> e.type))[1] AS misplaced
            FROM unnest(e_append, e_id, e_type) WITH ORDINALITY AS e(append, id, type, n)
            JOIN log.event v ON v.id = e.id WHERE e.append = a.n
          ) known ON true
          LEFT JOIN LATERAL (
            -- Elsewhere: one older than a minute would be in the log by now, since the log is not behind.
            SELECT count(*) > 0 AS tried,
              count(DISTINCT t.event_id) FILTER (WHERE t.stream = a.stream AND t.type = e.type) AS same, min(t.event_id::text) FILTER (WHERE (t.stream <> a.stream OR t.type <> e.type)
              AND t.made_at > clock_timestamp() - interval '1 minute') AS id
            FROM unnest(e_append, e_id, e_type) AS e(append, id, type)
            JOIN vault.attempt t ON t.event_id = e.id WHERE e.append = a.n
          ) before ON true
          LEFT JOIN LATERAL (
            SELECT to_timestamp(min(e.at)) AS at FROM unnest(e_append, e_at) AS e(append, at) WHERE e.append = a.n
          ) dated ON true
          LEFT JOIN LATERAL (
            SELECT min(s.subject) FILTER (WHERE k.state = 'erased') AS erased,
              min(s.subject) FILTER (WHERE CASE WHEN k.state IS NOT NULL THEN s.key <> k.key
                WHEN s.key IS NULL THEN cardinality(r.keys) > 1 ELSE r.others <> ARRAY[s.key] END) AS other,
              min(s.subject) FILTER (WHERE k.state IS NULL AND r.keys IS NULL AND s.key IS NULL) AS missing
            FROM unnest(s_append, s_subject, s_key) AS s(append, subject, key)
            LEFT JOIN keys.subject_key k ON k.subject = s.subject
            LEFT JOIN LATERAL (
              SELECT array_agg(DISTINCT x.key) AS keys, array_agg(DISTINCT x.key) FILTER (WHERE NOT EXISTS (
                SELECT FROM vault.attempt t WHERE t.event_id = ANY (e_id) AND t.attempt = x.attempt)) AS others
              FROM keys.reserved_key x WHERE x.subject = s.subject
            ) r ON true WHERE s.append = a.n
          ) person ON true
        ) s;

        INSERT INTO keys.reserved_key (subject, attempt, key)
        SELECT s.subject, a_attempt[s.append], coalesce(s.key,
          (SELECT x.key FROM keys.reserved_key x WHERE x.subject = s.subject LIMIT 1))
        FROM unnest(s_append, s_subject, s_key) AS s(append, subject, key)
        WHERE accepted[s.append] AND NOT EXISTS (SELECT FROM keys.subject_key k WHERE k.subject = s.subject);

        INSERT INTO vault.attempt (event_id, leaf, attempt, stream, rev, type, at, visibility, correlation, sheet)
        SELECT e.id, e.leaf, a_attempt[e.append], a_stream[e.append], e.rev, e.type, to_timestamp(e.at),
          nullif(substr(e_visibility, e.n::int, 1), '-')::"char", a_correlation[e.append], e.sheet
        FROM unnest(e_append, e_id, e_rev, e_type, e_at, e_leaf, e_sheet)
          WITH ORDINALITY AS e(append, id, rev, type, at, leaf, sheet, n)
        WHERE accepted[e.append];
      END $$;

      -- Of an append that is known not to be stored.
      CREATE FUNCTION log.release_attempts(events uuid[], attempts uuid[]) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(7046029254386354);
        DELETE FROM vault.attempt t USING unnest(events, attempts) AS g(event, attempt)
          WHERE t.event_id = g.event AND t.attempt = g.attempt;
        DELETE FROM keys.reserved_key r WHERE r.attempt = ANY (attempts);
      END $$;

      CREATE FUNCTION log.attempts_pending(events uuid[], attempts uuid[]) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        UPDATE vault.attempt t SET pending = true FROM unnest(events, attempts) AS g(event, attempt)
        WHERE t.event_id = g.event AND t.attempt = g.attempt;
      $$;

      -- Openings that no entry names. Called only when the log is not behind.
      CREATE FUNCTION log.sweep_attempts() RETURNS bigint
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        swept bigint;
      BEGIN
        PERFORM pg_advisory_xact_lock(7046029254386354);
        DELETE FROM vault.attempt WHERE made_at < clock_timestamp() - interval '1 day';
        GET DIAGNOSTICS swept = ROW_COUNT;
        DELETE FROM keys.reserved_key r
          WHERE NOT EXISTS (SELECT FROM vault.attempt t WHERE t.attempt = r.attempt);
        RETURN swept;
      END $$;

      CREATE FUNCTION log.integration_caught_up() RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        UPDATE log.integration SET caught_up_at = clock_timestamp() WHERE halted IS NULL;
      $$;

      CREATE FUNCTION vault.forget_attempts(events uuid[]) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        DELETE FROM vault.attempt t USING log.event e WHERE t.event_id = ANY (events) AND e.id = t.event_id;
      $$;

      CREATE FUNCTION keys.forget_reserved(erased text) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        DELETE FROM keys.reserved_key WHERE subject = erased;
      $$;

      -- The events after (after_commit, after_prepare), complete and in order, up to (upto_commit, upto_prepare).
      -- What the log has already is passed over, so two integrators do no harm. Everything before the first event that
      -- does not fit is written; misfit says which one it is, from 1, and why.
      CREATE FUNCTION log.integrate(
        after_commit bigint, after_prepare bigint,
        e_id uuid[], e_stream text[], e_rev integer[], e_type text[], e_entry bytea[], e_commit bigint[], e_prepare bigint[],
        upto_commit bigint, upto_prepare bigint, caught_up boolean,
        OUT size bigint, OUT written integer, OUT misfit integer, OUT reason text
      ) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp
        SET plan_cache_mode = force_generic_plan
        SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off
      AS $$
      DECLARE
        stored log.integration;
        ready integer[];
        kept_commit bigint := upto_commit;
        kept_prepare bigint := upto_prepare;
        -- In EventStoreDB; here they are less by what was passed over.
        stored_rev integer[] := e_rev;
      BEGIN
        SELECT * INTO stored FROM log.integration i WHERE i.one FOR UPDATE;
        IF (after_commit, after_prepare) > (stored.commit_position, stored.prepare_position) THEN
          RAISE EXCEPTION 'these events begin after %, the log has taken in everything up to %',
            after_commit, stored.commit_position USING ERRCODE = 'object_not_in_prerequisite_state';
        END IF;
        UPDATE log.head AS h SET size = h.size WHERE h.one RETURNING h.size INTO size;

        SELECT array_agg(e.n ORDER BY e.n) INTO ready
        FROM unnest(e_commit, e_prepare) WITH ORDINALITY AS e(commit, prepare, n)
        WHERE (e.commit, e.prepare) > (stored.commit_position, stored.prepare_position);
        ready := coalesce(ready, '{}');
        IF EXISTS (SELECT FROM log.passed_over) THEN
          e_rev := ARRAY(
            SELECT e.rev - (SELECT count(*) FROM log.passed_over p WHERE p.stream = e.stream AND p.rev < e.rev)::integer
            FROM unnest(e_stream, e_rev) WITH ORDINALITY AS e(stream, rev, n) ORDER BY e.n);
        END IF;

        SELECT s.n, s.why INTO misfit, reason FROM (
          SELECT e.n, CASE
            WHEN v.id IS NOT NULL OR row_number() OVER (PARTITION BY e.id ORDER BY e.n) > 1
              THEN 'an event with its id is in the log already'
            WHEN e.rev <> coalesce(last.rev, 0) + row_number() OVER (PARTITION BY e.stream ORDER BY e.n)
              THEN 'the log has revision ' || coalesce(last.rev, 0) || ' of its stream'
            WHEN t.event_id IS NULL THEN 'this register has kept no openings for these bytes'
            END AS why
          FROM unnest(ready) AS r(n)
          CROSS JOIN LATERAL (SELECT r.n, e_id[r.n] AS id, e_stream[r.n] AS stream, e_rev[r.n] AS rev,
            e_type[r.n] AS type, e_entry[r.n] AS entry) e
          LEFT JOIN log.event v ON v.id = e.id
          LEFT JOIN LATERAL (
            SELECT v.rev FROM log.event v WHERE v.stream = e.stream ORDER BY v.rev DESC LIMIT 1
          ) last ON true
          LEFT JOIN LATERAL (
            SELECT t.event_id FROM vault.attempt t
            WHERE t.event_id = e.id AND t.leaf = sha256('\\x00'::bytea || e.entry)
              AND t.stream = e.stream AND t.rev = e.rev AND t.type = e.type LIMIT 1
          ) t ON true
        ) s WHERE s.why IS NOT NULL ORDER BY s.n LIMIT 1;

        IF misfit IS NOT NULL THEN
          ready := ARRAY(SELECT r.n FROM unnest(ready) AS r(n) WHERE r.n < misfit ORDER BY r.n);
          kept_commit := e_commit[ready[cardinality(ready)]];
          kept_prepare := e_prepare[ready[cardinality(ready)]];
        END IF;
        written := cardinality(ready);

        IF written > 0 THEN
          INSERT INTO log.event (idx, id, stream, rev, type, at, visibility, entry, correlation)
          SELECT size - 1 + r.place, e_id[r.n], e_stream[r.n], e_rev[r.n], e_type[r.n], t.at, t.visibility, e_entry[r.n],
            t.correlation
          FROM unnest(ready) WITH ORDINALITY AS r(n, place)
          CROSS JOIN LATERAL (SELECT * FROM vault.attempt t
            WHERE t.event_id = e_id[r.n] AND t.leaf = sha256('\\x00'::bytea || e_entry[r.n]) LIMIT 1) t;

          INSERT INTO vault.openings (event_id, sheet)
          SELECT t.event_id, t.sheet FROM unnest(ready) AS r(n)
          CROSS JOIN LATERAL (SELECT * FROM vault.attempt t
            WHERE t.event_id = e_id[r.n] AND t.leaf = sha256('\\x00'::bytea || e_entry[r.n]) LIMIT 1) t
          WHERE t.sheet IS NOT NULL;

          WITH gone AS (
            DELETE FROM vault.attempt t WHERE t.event_id = ANY (ARRAY(SELECT e_id[r.n] FROM unnest(ready) AS r(n)))
            RETURNING t.event_id, t.leaf, t.attempt),
          -- The attempts that the entries name, not their rivals.
          named AS (
            SELECT DISTINCT gone.attempt FROM unnest(ready) AS r(n)
            JOIN gone ON gone.event_id = e_id[r.n] AND gone.leaf = sha256('\\x00'::bytea || e_entry[r.n])),
          reserved AS (
            DELETE FROM keys.reserved_key k USING gone WHERE k.attempt = gone.attempt
            RETURNING k.subject, k.key, k.attempt)
          INSERT INTO keys.subject_key (subject, key, state)
          SELECT DISTINCT ON (r.subject) r.subject, r.key, 'active' FROM reserved r JOIN named ON named.attempt = r.attempt
          ON CONFLICT (subject) DO NOTHING;

          size := size + written;
          UPDATE log.head AS h SET size = integrate.size WHERE h.one;
          PERFORM pg_notify('fil_log', size::text);
        END IF;

        UPDATE log.integration AS i SET
          commit_position = CASE WHEN further THEN kept_commit ELSE commit_position END,
          prepare_position = CASE WHEN further THEN kept_prepare ELSE prepare_position END,
          caught_up_at = CASE WHEN caught_up AND misfit IS NULL THEN clock_timestamp() ELSE caught_up_at END,
          halted = CASE WHEN misfit IS NOT NULL
            -- The name of a stream that is not ours may be a person's.
            THEN 'event ' || e_id[misfit] || ' (' || CASE
              WHEN e_stream[misfit] ~ '^[a-zA-Z]+-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
              THEN e_type[misfit] || ', ' || stored_rev[misfit] || ' of ' || e_stream[misfit] ELSE 'in a stream that is not ours' END
              || '): ' || reason END,
          halted_id = e_id[misfit], halted_stream = e_stream[misfit], halted_rev = stored_rev[misfit]
        FROM (SELECT coalesce((kept_commit, kept_prepare) > (stored.commit_position, stored.prepare_position), false)
          AS further) AS f
        WHERE i.one;
      END $$;

      -- An event that the register has refused, the first one after (after_commit, after_prepare).
      CREATE FUNCTION log.pass_over(
        after_commit bigint, after_prepare bigint, event uuid, in_stream text, at_rev integer,
        at_commit bigint, at_prepare bigint
      ) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        stored log.integration;
      BEGIN
        SELECT * INTO stored FROM log.integration i WHERE i.one FOR UPDATE;
        IF (after_commit, after_prepare) > (stored.commit_position, stored.prepare_position) THEN
          RAISE EXCEPTION 'this event comes after %, the log has taken in everything up to %',
            after_commit, stored.commit_position USING ERRCODE = 'object_not_in_prerequisite_state';
        END IF;
        IF (at_commit, at_prepare) <= (stored.commit_position, stored.prepare_position) THEN
          RETURN;
        END IF;
        INSERT INTO log.passed_over (stream, rev, event_id, commit_position, prepare_position)
          VALUES (in_stream, at_rev, event, at_commit, at_prepare);
        UPDATE log.integration SET commit_position = at_commit, prepare_position = at_prepare,
          halted = NULL, halted_id = NULL, halted_stream = NULL, halted_rev = NULL WHERE one;
      END $$;

      REVOKE ALL ON FUNCTION ${FUNCTIONS} FROM PUBLIC;
    `);
    await grantToApplication(
      runner,
      `GRANT SELECT ON log.integration, log.passed_over, vault.attempt, keys.reserved_key TO fil_app;
       GRANT EXECUTE ON FUNCTION ${FUNCTIONS} TO fil_app;`,
    );
  }

  async down(): Promise<void> {
    throw new Error('the log is never dropped');
  }
}

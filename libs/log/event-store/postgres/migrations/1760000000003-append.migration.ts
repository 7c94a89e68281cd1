import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApplication } from '@fil/log/postgres/application-role';

const SIGNATURE = `log.append(text[], integer[], integer[], text[], integer[], uuid[], integer[], text[], bigint[], text, bytea[], bytea[], integer[], text[], bytea[])`;

/**
 * One call appends a batch: at most one append per stream, id and subject in it. Every check is a statement of its
 * own after the lock: a statement sees what was committed when it began, and the first one may have waited.
 */
export class Append1760000000003 implements MigrationInterface {
  readonly name = 'Append1760000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- a_: one element per append; e_: per entry, in order, e_append naming its append from 1; s_: per subject of an
      -- append, s_key the key to mint or null. e_visibility has one character per entry, '-' for none.
      -- statuses: one character per append: [o]k, [c]onflict, stored [a]lready, [r]eused id, [e]rased,
      -- other [k]ey, [m]issing key; null when all are ok. details: the id or subject concerned.
      CREATE FUNCTION log.append(
        a_stream text[], a_expected integer[], a_count integer[], a_correlation text[],
        e_append integer[], e_id uuid[], e_rev integer[], e_type text[], e_at bigint[], e_visibility text, e_entry bytea[],
        e_sheet bytea[], s_append integer[], s_subject text[], s_key bytea[],
        OUT first_index bigint, OUT size bigint, OUT leaves bytea,
        OUT statuses text, OUT revisions text, OUT details text[]
      ) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp
        SET plan_cache_mode = force_generic_plan
        -- The plans are made once, perhaps when the tables are still empty.
        SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off
      AS $$
      DECLARE
        status "char"[];
        found_rev integer[];
        accepted boolean[];
        -- Of each entry among those that are written, from 1; null when all are.
        places bigint[];
        trouble boolean := false;
        written integer := cardinality(e_id);
      BEGIN
        UPDATE log.head AS h SET size = h.size + written WHERE h.one RETURNING h.size - written INTO first_index;

        found_rev := ARRAY(
          SELECT coalesce((SELECT v.rev FROM log.event v WHERE v.stream = a.stream ORDER BY v.rev DESC LIMIT 1), 0)
          FROM unnest(a_stream) WITH ORDINALITY AS a(stream, n) ORDER BY a.n);
        trouble := found_rev <> a_expected OR EXISTS (SELECT FROM log.event v WHERE v.id = ANY (e_id));
        IF NOT trouble AND cardinality(s_append) > 0 THEN
          trouble := EXISTS (
            SELECT FROM unnest(s_subject, s_key) AS s(subject, key)
            LEFT JOIN keys.subject_key k ON k.subject = s.subject
            WHERE CASE WHEN k.state IS NULL THEN s.key IS NULL
              ELSE k.state <> 'active' OR s.key IS NOT NULL AND s.key <> k.key END);
        END IF;

        IF trouble THEN
          SELECT array_agg(s.status ORDER BY s.n), array_agg(s.status = 'o' ORDER BY s.n),
            string_agg(s.status::text, '' ORDER BY s.n), array_agg(s.detail ORDER BY s.n)
          INTO status, accepted, statuses, details
          FROM (
            SELECT a.n,
              CASE WHEN known.stored = a.count AND known.misplaced IS NULL THEN 'a'
                WHEN known.stored > 0 THEN 'r'
                WHEN person.erased IS NOT NULL THEN 'e'
                WHEN found_rev[a.n] <> a.expected THEN 'c'
                WHEN person.other IS NOT NULL THEN 'k'
                WHEN person.missing IS NOT NULL THEN 'm'
                ELSE 'o' END::"char" AS status,
              coalesce(known.misplaced, known.first, person.erased, person.missing) AS detail
            FROM unnest(a_stream, a_expected, a_count) WITH ORDINALITY AS a(stream, expected, count, n)
            LEFT JOIN LATERAL (
              SELECT count(*) AS stored, (array_agg(v.id::text ORDER BY e.n))[1] AS first,
                (array_agg(v.id::text ORDER BY e.n) FILTER (WHERE v.stream <> a.stream OR v.type <> e.type))[1] AS misplaced
              FROM unnest(e_append, e_id, e_type) WITH ORDINALITY AS e(append, id, type, n)
              JOIN log.event v ON v.id = e.id WHERE e.append = a.n
            ) known ON true
            LEFT JOIN LATERAL (
              SELECT min(s.subject) FILTER (WHERE k.state = 'erased') AS erased,
                min(s.subject) FILTER (WHERE s.key <> k.key) AS other,
                min(s.subject) FILTER (WHERE k.state IS NULL AND s.key IS NULL) AS missing
              FROM unnest(s_append, s_subject, s_key) AS s(append, subject, key)
              LEFT JOIN keys.subject_key k ON k.subject = s.subject WHERE s.append = a.n
            ) person ON true
          ) s;
          revisions := array_to_string(found_rev, ',');
          SELECT array_agg(e.place ORDER BY e.n), coalesce(max(e.place), 0) INTO places, written
          FROM (
            SELECT n, count(*) FILTER (WHERE accepted[append]) OVER (ORDER BY n) AS place
            FROM unnest(e_append) WITH ORDINALITY AS u(append, n)
          ) e;
          UPDATE log.head AS h SET size = first_index + written WHERE h.one;
        END IF;

        size := first_index + written;
        IF written = 0 THEN
          RETURN;
        END IF;

        WITH inserted AS (
          INSERT INTO log.event (idx, id, stream, rev, type, at, visibility, entry, correlation)
          SELECT first_index - 1 + coalesce(places[e.n], e.n), e.id, a_stream[e.append], e.rev, e.type,
            to_timestamp(e.at), nullif(substr(e_visibility, e.n::int, 1), '-')::"char", e.entry, a_correlation[e.append]
          FROM unnest(e_append, e_id, e_rev, e_type, e_at, e_entry)
            WITH ORDINALITY AS e(append, id, rev, type, at, entry, n)
          WHERE accepted IS NULL OR accepted[e.append]
          RETURNING idx, leaf)
        SELECT string_agg(i.leaf, '' ORDER BY i.idx) INTO leaves FROM inserted i;

        INSERT INTO vault.openings (event_id, sheet)
        SELECT e.id, e.sheet FROM unnest(e_append, e_id, e_sheet) AS e(append, id, sheet)
        WHERE e.sheet IS NOT NULL AND (accepted IS NULL OR accepted[e.append]);

        IF cardinality(s_append) > 0 THEN
          INSERT INTO keys.subject_key (subject, key, state)
          SELECT s.subject, s.key, 'active' FROM unnest(s_append, s_subject, s_key) AS s(append, subject, key)
          WHERE s.key IS NOT NULL AND (accepted IS NULL OR accepted[s.append])
          ON CONFLICT (subject) DO NOTHING;
        END IF;

        PERFORM pg_notify('fil_log', size::text);
      END $$;

      REVOKE ALL ON FUNCTION ${SIGNATURE} FROM PUBLIC;
    `);
    await grantToApplication(runner, `GRANT EXECUTE ON FUNCTION ${SIGNATURE} TO fil_app;`);
  }

  async down(): Promise<void> {
    throw new Error('the log is never dropped');
  }
}

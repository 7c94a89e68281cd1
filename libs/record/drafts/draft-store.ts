import type { Pool } from 'pg';
import type { NewJob } from '@fil/log/jobs/job';
import { JobTableQueue } from '@fil/log/jobs/table/job-table-queue';
import type { Draft } from './draft';

export interface KeptDraft {
  readonly draft: Draft;
  readonly revision: number;
  /** Instant of the last change. */
  readonly changedAt: string;
}

/** Name of the job that releases a draft. */
export const DRAFT_RELEASE = 'draft-release';

const COLUMNS = 'id, revision, draft, changed_at';

interface Row {
  readonly revision: number;
  readonly draft: Draft;
  readonly changed_at: Date;
}

const kept = ({ draft, revision, changed_at }: Row): KeptDraft => ({
  draft,
  revision,
  changedAt: changed_at.toISOString(),
});

/** Drafts, in a table of their own: neither the log nor the vault knows them. */
export class DraftStore {
  private readonly queue = new JobTableQueue();

  constructor(private readonly pool: Pool) {}

  async add(draft: Draft): Promise<KeptDraft> {
    const { rows } = await this.pool.query<Row>(
      `INSERT INTO drafts.draft (id, revision, kind, authority, object, state, draft)
       VALUES ($1, 1, $2, $3, $4, $5, $6) RETURNING ${COLUMNS}`,
      [draft.id, draft.kind, draft.authority, draft.object, draft.state, draft],
    );
    return kept(rows[0]!);
  }

  async find(id: string): Promise<KeptDraft | null> {
    const { rows } = await this.pool.query<Row>(`SELECT ${COLUMNS} FROM drafts.draft WHERE id = $1`, [id]);
    return rows[0] ? kept(rows[0]) : null;
  }

  /** The last changed first. */
  async list(limit: number): Promise<KeptDraft[]> {
    const { rows } = await this.pool.query<Row>(
      `SELECT ${COLUMNS} FROM drafts.draft ORDER BY changed_at DESC, id LIMIT $1`,
      [limit],
    );
    return rows.map(kept);
  }

  /**
   * @param seen revision that was read
   * @returns null when somebody changed it in the meantime; nothing is written then
   */
  async change(draft: Draft, seen: number): Promise<KeptDraft | null> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const { rows } = await client.query<Row>(
        `UPDATE drafts.draft SET revision = revision + 1, state = $3, release_at = $4, draft = $5,
           changed_at = clock_timestamp() WHERE id = $1 AND revision = $2 RETURNING ${COLUMNS}`,
        [draft.id, seen, draft.state, draft.release?.at ?? null, draft],
      );
      // With the change or not at all: a release that is set is never forgotten.
      if (rows[0] && draft.state === 'scheduled') await this.queue.add(client, [releaseJob(draft)]);
      await client.query('COMMIT');
      return rows[0] ? kept(rows[0]) : null;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }

  /**
   * Empties what is being prepared about an object, whatever state it is in: it may quote words that are to be erased.
   * A release under way ends as it would; one that waits is recalled.
   *
   * @returns how many were emptied; doing it twice empties none
   */
  async eraseAbout(object: string): Promise<number> {
    const { rowCount } = await this.pool.query(
      `UPDATE drafts.draft SET revision = revision + 1, state = 'preparing', release_at = NULL,
         changed_at = clock_timestamp(), draft = draft || jsonb_build_object('state', 'preparing', 'content', '{}'::jsonb,
           'version', (draft ->> 'version')::int + 1, 'release', NULL, 'refusal', NULL)
       WHERE object = $1 AND state <> 'released' AND draft -> 'content' <> '{}'::jsonb`,
      [object],
    );
    return rowCount ?? 0;
  }

  /** False when it was changed in the meantime, or is gone. */
  async remove(id: string, seen: number): Promise<boolean> {
    const { rowCount } = await this.pool.query('DELETE FROM drafts.draft WHERE id = $1 AND revision = $2', [id, seen]);
    return rowCount === 1;
  }
}

const releaseJob = ({ id, releases, release }: Draft): NewJob => ({
  name: DRAFT_RELEASE,
  key: `${DRAFT_RELEASE}/${id}/${releases}`,
  data: { draft: id, release: releases },
  runAt: new Date(release!.at),
});

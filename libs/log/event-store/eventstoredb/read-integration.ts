import type { Pool } from 'pg';
import type { Integration } from './eventstoredb-event-store';
import type { Misfit } from './refusals';

/** Where the log stands against the event store, whoever feeds it. */
export async function readIntegration(pool: Pool): Promise<Integration> {
  const { rows } = await pool.query<{
    at: string;
    caught: Date | null;
    halted: string | null;
    misfit: Misfit | null;
    pending: number;
  }>(
    `SELECT commit_position AS at, caught_up_at AS caught, halted,
      CASE WHEN halted_id IS NOT NULL
        THEN json_build_object('id', halted_id, 'stream', halted_stream, 'rev', halted_rev) END AS misfit,
      (SELECT count(DISTINCT event_id)::integer FROM vault.attempt WHERE pending) AS pending FROM log.integration`,
  );
  const { at, caught, halted, misfit, pending } = rows[0]!;
  return { position: BigInt(at), caughtUpAt: caught, halted, misfit, pending };
}

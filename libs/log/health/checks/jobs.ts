import type { Pool } from 'pg';
import type { Label } from '@fil/facts/codes/label';
import { FailedJobs } from '../../jobs/table/failed-jobs';
import type { Check } from '../check';
import { fault, figure, type Finding, ok, plain, warning } from '../finding';

/** Seconds. */
const WAITS = 60;
const WAITS_TOO_LONG = 3_600;
const TOLD = 5;

/** Whether what is to be done is done. */
export const jobsCheck = (pool: Pool): Check => ({
  name: 'jobs',
  title: { fr: 'Tâches', en: 'Jobs' },
  look: async () => {
    const jobs = new FailedJobs(pool);
    const { due, later, held, running, failed, dueSince } = await jobs.counts();
    const findings = [
      ...ofFailed(failed, failed > 0 ? await jobs.list(TOLD) : []),
      ...ofWaiting(await longestWait(pool, dueSince)),
    ];
    if (findings.length > 0) return findings;
    const [todo, then, doing] = [figure(due + held), figure(later), figure(running)];
    return [
      ok('jobs.done', {
        fr: `À faire : ${todo.fr} ; plus tard : ${then.fr} ; en cours : ${doing.fr}`,
        en: `To do: ${todo.en}; later: ${then.en}; running: ${doing.en}`,
      }),
    ];
  },
});

/** Seconds, by the clock of the database, since the oldest job was due or lost the program that ran it; 0 without one. */
async function longestWait(pool: Pool, dueSince: Date | null): Promise<number> {
  const { rows } = await pool.query<{ seconds: number }>(
    `SELECT coalesce(extract(epoch FROM clock_timestamp() - least($1::timestamptz,
       (SELECT min(locked_until) FROM processes.job
        WHERE done_at IS NULL AND failed_at IS NULL AND locked_until < clock_timestamp()))), 0)::float8 AS seconds`,
    [dueSince],
  );
  return rows[0]!.seconds;
}

const ofFailed = (
  failed: number,
  first: readonly { readonly key: string; readonly lastError: string | null }[],
): Finding[] =>
  failed === 0
    ? []
    : [
        fault('jobs.failed', {
          title: {
            fr: `Tâches abandonnées après leur dernier essai : ${figure(failed).fr}`,
            en: `Jobs given up after their last attempt: ${figure(failed).en}`,
          },
          detail: plain(first.map(({ key, lastError }) => `${key} (${lastError ?? '—'})`).join(' · ')),
          whatToDo: {
            fr: 'Voyez « fil jobs list » ; la cause corrigée, « fil jobs retry --all ».',
            en: 'See "fil jobs list"; once the cause is mended, "fil jobs retry --all".',
          },
        }),
      ];

function ofWaiting(seconds: number): Finding[] {
  if (seconds < WAITS) return [];
  const minutes = figure(Math.floor(seconds / 60));
  return [
    (seconds < WAITS_TOO_LONG ? warning : fault)('jobs.waiting', {
      title: {
        fr: `La plus ancienne tâche à faire attend depuis ${minutes.fr} min : personne ne les exécute`,
        en: `The oldest due job has waited for ${minutes.en} min: nobody executes them`,
      },
      whatToDo: EXECUTE,
    }),
  ];
}

const EXECUTE: Label = {
  fr: 'Démarrez le programme « worker » (ou « npm start ») ; s’il tourne, voyez ce que dit son journal, et si REDIS_URL répond.',
  en: 'Start the program "worker" (or "npm start"); if it runs, see what its log says, and whether REDIS_URL answers.',
};

import { BullJobRunner } from './bull/bull-job-runner';
import type { JobRunner } from './job-queue.port';
import { LocalJobRunner } from './local/local-job-runner';
import type { RunnerSettings } from './runner-settings';

/**
 * Bull when there is a Redis, the local runner when there is none. The same table serves both: an installation may
 * change from one to the other at any moment, and run both meanwhile.
 *
 * @param redisUrl value of REDIS_URL; empty counts as none
 * @param prefix sets apart what several registers keep in one Redis, such as the origin of this one
 */
export function openJobRunner(redisUrl: string | undefined, settings: RunnerSettings, prefix?: string): JobRunner {
  if (!redisUrl) return new LocalJobRunner(settings);
  return new BullJobRunner({ ...settings, redisUrl, ...(prefix === undefined ? {} : { prefix }) });
}

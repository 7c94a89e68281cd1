/** For tests: what follows from a log in memory, done as the queue does it: each job once, those of a lane in order. */
import type { EventStore } from '@fil/log/event-store/event-store.port';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import type { JobHandler, NewJob } from '@fil/log/jobs/job';
import type { Process } from '@fil/log/jobs/process';

export class DoneJobs {
  private readonly done = new Set<string>();

  constructor(
    private readonly store: EventStore,
    private readonly process: Process,
    private readonly handler: JobHandler,
  ) {}

  /** Does what has not been done. @throws what the handler throws; the job is then to be done again */
  async settle(signal = new AbortController().signal): Promise<void> {
    for (const { name, key, data = {} } of await this.jobs()) {
      if (this.done.has(key)) continue;
      await this.handler({ name, key, data, attempt: 1, signal });
      this.done.add(key);
    }
  }

  private async jobs(): Promise<NewJob[]> {
    return (await this.store.readAll(0, 100_000))
      .map(toRecordedEvent)
      .filter(({ type }) => this.process.concerns.has(type))
      .flatMap((event) => this.process.decide(event));
  }
}

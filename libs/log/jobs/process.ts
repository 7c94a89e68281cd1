import type { RecordedEvent } from '../event-store/recorded-event';
import type { JobData, NewJob } from './job';

/** What must follow from what: turns events into jobs. Who carries them out is another matter (`JobHandlers`). */
export interface Process {
  /** Under which its position is kept. */
  readonly name: string;
  /** Types of the events it concerns itself with. */
  readonly concerns: ReadonlySet<string>;
  /**
   * Pure: the same event always gives the same jobs, under the same keys. Of an object that is not public it sees what
   * stands in clear.
   */
  decide(event: RecordedEvent): readonly NewJob[];
}

/** Where the event stands from which a job follows. */
export interface Trigger {
  readonly stream: string;
  /** Revision, from 1. */
  readonly rev: number;
}

/** The one job that follows from an event: named after its process, under the event's id. */
export const jobAfter = (process: string, { id, stream, rev }: RecordedEvent): NewJob => ({
  name: process,
  key: `${process}/${id}`,
  data: { stream, rev },
});

/** For the handler of such a job. */
export const triggerOf = (data: JobData): Trigger => ({ stream: String(data['stream']), rev: Number(data['rev']) });

import type { Differences, Rescheduling, Transition } from './differences';

/** What an import found and wrote: rows against events, so that anybody can check the one against the other. */
export class ImportSummary {
  /** Rows read, by snapshot. */
  readonly rows = new Map<string, number>();
  texts = 0;
  /** Projects met for the first time, by snapshot. */
  readonly firstSeen = new Map<string, number>();
  /** Projects of a snapshot that a later one had already brought: left as they are. */
  alreadyKnown = 0;
  vanished = 0;
  readonly transitions = new Map<Transition, number>();
  readonly reschedulings = new Map<Rescheduling, number>();
  /** Ended before the last row: run again to go on. */
  interrupted = false;

  add({ transition, rescheduling }: Differences): void {
    if (transition) this.transitions.set(transition, (this.transitions.get(transition) ?? 0) + 1);
    if (rescheduling) this.reschedulings.set(rescheduling, (this.reschedulings.get(rescheduling) ?? 0) + 1);
  }

  sawFirst(snapshot: string): void {
    this.firstSeen.set(snapshot, (this.firstSeen.get(snapshot) ?? 0) + 1);
  }
}

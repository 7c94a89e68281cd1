import { isRefusal, type Refusal } from '@fil/facts/kit/refusal';
import type { Recorded } from '@fil/record/deciding/take-decision';

/** What an import wrote: events by type, and how much of it was there already. */
export class ImportTally {
  private readonly types = new Map<string, number>();
  private there = 0;

  /** Counts what was recorded; hands a refusal back. */
  count(outcome: Recorded | Refusal): Refusal | null {
    if (isRefusal(outcome)) return outcome;
    if (outcome.duplicate) this.there += outcome.events.length;
    else for (const { type } of outcome.events) this.types.set(type, (this.types.get(type) ?? 0) + 1);
    return null;
  }

  get eventsByType(): ReadonlyMap<string, number> {
    return new Map([...this.types].sort(([a], [b]) => a.localeCompare(b)));
  }

  get events(): number {
    return [...this.types.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Events that an earlier run of the same import had written. */
  get alreadyThere(): number {
    return this.there;
  }
}

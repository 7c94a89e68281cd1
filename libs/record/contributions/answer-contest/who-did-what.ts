import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import type { Decider } from '../../deciding/decider';
import { doerOf, type Doer } from '../words.state';

/** Of any object: who did what, by event. */
export type WhoDidWhat = ReadonlyMap<string, Doer>;

export const whoDidWhat: Decider<WhoDidWhat> = {
  initial: new Map(),
  evolve: (found: WhoDidWhat, event: RecordedEvent): WhoDidWhat => new Map(found).set(event.id, doerOf(event)),
};

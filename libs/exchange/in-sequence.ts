import type { Actor } from '@fil/facts/kit/actor';
import type { NewEvent } from '@fil/facts/kit/event-definition';
import { isRefusal } from '@fil/facts/kit/refusal';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import type { Decided, Decider } from '@fil/record/deciding/decider';

const BY_IMPORT: Actor = { role: 'import', body: null };

/**
 * Several decisions on one object as one: each is taken on the state that those before it lead to, and all are recorded
 * in one append or none. The first refusal is the answer.
 */
export function inSequence<S>(
  decider: Decider<S>,
  state: S,
  at: string,
  decisions: readonly ((state: S) => Decided)[],
): Decided {
  const events: NewEvent[] = [];
  let current = state;
  for (const decide of decisions) {
    const decided = decide(current);
    if (isRefusal(decided)) return decided;
    for (const event of decided) {
      events.push(event);
      current = decider.evolve(current, asRecorded(event, at) as never);
    }
  }
  return events;
}

/** As it will stand in the log, but for its place there, which no rule reads. */
const asRecorded = ({ type, occurredOn, data }: NewEvent, at: string): RecordedEvent => ({
  index: 0,
  id: '00000000-0000-8000-8000-000000000000',
  type,
  stream: '',
  rev: 0,
  at,
  occurredOn,
  cause: null,
  actor: BY_IMPORT,
  data: data,
  sealed: {},
});

import { evolveAuthorityRules, type AuthorityRules } from '@fil/facts/deadlines/authority-rules';
import { evolveCourse, NO_COURSE, type Course } from '@fil/facts/deadlines/course';
import { triggers } from '@fil/facts/deadlines/deadlines-of';
import { openedTriggers, type OpenedDeadline } from '@fil/facts/deadlines/other-triggers';
import type { Started } from '@fil/facts/deadlines/started';
import { corrected } from '@fil/facts/figures/corrected';
import { aggregateOf } from '@fil/facts/kit/aggregates';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import type { Decider } from '../deciding/decider';

/** A deadline as its stream tells it; one that was never missed, moved or waived has no stream. */
export interface DeadlineStreamState {
  readonly exists: boolean;
  readonly course: Course;
  /** What a person asked to be followed; null: an event of the record started it. */
  readonly opened: OpenedDeadline | null;
}

export const deadline: Decider<DeadlineStreamState> = {
  initial: { exists: false, course: NO_COURSE, opened: null },
  evolve: (state: DeadlineStreamState, event: RecordedEvent): DeadlineStreamState => ({
    exists: true,
    course: evolveCourse(state.course, event),
    opened: openedTriggers.evolve(state.opened, event),
  }),
};

/** The events of a stream that is read, for folds that take corrections of entries into account. */
export const eventsRead: Decider<readonly RecordedEvent[]> = {
  initial: [],
  evolve: (events: readonly RecordedEvent[], event: RecordedEvent) => [...events, event],
};

/** The rules and the calendar of an authority. */
export const rulesFrom = (events: readonly RecordedEvent[]): AuthorityRules | null =>
  corrected(events).reduce<AuthorityRules | null>((rules, event) => evolveAuthorityRules(rules, event), null);

/** What the events of an object started; nothing of an aggregate that starts none. */
export function startedFrom(stream: string, events: readonly RecordedEvent[]): readonly Started[] {
  const fold = triggers(aggregateOf(stream));
  const state = fold && corrected(events).reduce<unknown>((before, event) => fold.evolve(before, event), null);
  return state ? fold.started(state) : [];
}

/** The deadlines that the events of one stream start, as they ran when only some events counted. */
import { calendarAt, type AuthorityRules } from '@fil/facts/deadlines/authority-rules';
import type { Calendar } from '@fil/facts/deadlines/count-due';
import { openedRun, runsOf, type Run } from '@fil/facts/deadlines/deadline';
import type { Started } from '@fil/facts/deadlines/started';
import type { consultationOpened } from '@fil/facts/events/consultation.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import { aggregateOf } from '@fil/facts/kit/aggregates';
import type { EventStore } from '@fil/log/event-store/event-store.port';
import { toRecordedEvent, type RecordedEvent } from '@fil/log/event-store/recorded-event';
import { fold } from '@fil/record/deciding/decider';
import { deadline as deadlineStream, rulesFrom, startedFrom } from '@fil/record/deadlines/deadline.state';
import { deadlineStreamOf, type Which } from '@fil/record/deadlines/which-deadline';

/** A deadline that runs, and where its stream is. */
export interface Running {
  readonly which: Which;
  readonly deadline: `deadline-${string}`;
  readonly run: Run;
  readonly rules: AuthorityRules | null;
}

/** Which events of a stream count; absent: all there are. */
export type Counts = (event: Pick<RecordedEvent, 'stream' | 'rev' | 'at'>) => boolean;

export const upTo =
  (stream: string, rev: number): Counts =>
  (event) =>
    event.stream !== stream || event.rev <= rev;

export const recordedBefore =
  (instant: Date): Counts =>
  ({ at }) =>
    Date.parse(at) < instant.getTime();

type Reading = Pick<EventStore, 'readStream'>;

/** Public facts only: of an object that is not public nothing is said. */
export async function eventsOf(store: Reading, stream: string, counts: Counts = () => true): Promise<RecordedEvent[]> {
  return (await store.readStream(stream)).map(toRecordedEvent).filter(counts);
}

export async function runsIn(store: Reading, stream: string, counts?: Counts): Promise<readonly Running[]> {
  const events = await eventsOf(store, stream, counts);
  if (aggregateOf(stream) === 'deadline') {
    const { opened } = fold(deadlineStream, events);
    if (!opened) return [];
    const rules = await rulesOf(store, opened.run, counts);
    const which = { rule: opened.opened.rule!, trigger: { stream, event: opened.run.trigger.event } };
    return [{ which, deadline: stream as Running['deadline'], run: openedRun(opened, rules), rules }];
  }
  const found: Running[] = [];
  for (const started of startedFrom(stream, events)) {
    const rules = await rulesOf(store, started, counts);
    for (const run of runsOf(started, rules)) {
      const which = { rule: run.rule.rule, trigger: { stream, event: started.trigger.event } };
      found.push({ which, deadline: deadlineStreamOf(which), run, rules });
    }
  }
  return found;
}

async function rulesOf(store: Reading, started: Started, counts?: Counts): Promise<AuthorityRules | null> {
  const authority = started.authority ?? (await organiserOf(store, started.consultation));
  return authority === null ? null : rulesFrom(await eventsOf(store, authority, counts));
}

/** It is named when the consultation is opened, and never changes. */
async function organiserOf(store: Reading, consultation: string | null): Promise<string | null> {
  if (consultation === null) return null;
  const [opened] = (await store.readStream(consultation, 1)).map(toRecordedEvent);
  return (opened?.data as KnownData<typeof consultationOpened> | undefined)?.organiser ?? null;
}

export const calendarOf = ({ rules, run }: Running): Calendar => calendarAt(rules, run.started.trigger);

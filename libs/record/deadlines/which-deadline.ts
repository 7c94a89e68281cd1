/** Which deadline a command is about, and what its rules read. */
import { z } from 'zod';
import { runsOf, openedRun, type Run } from '@fil/facts/deadlines/deadline';
import type { consultationOpened } from '@fil/facts/events/consultation.events';
import { deadlineMissed } from '@fil/facts/events/deadline.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import { aggregateOf, type ObjectId } from '@fil/facts/kit/aggregates';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { derivedEventId } from '@fil/log/event-store/ids';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import { fold } from '../deciding/decider';
import { input } from '../deciding/input-kinds';
import type { DecisionTaker, Reads } from '../deciding/take-decision';
import { deadline, eventsRead, rulesFrom, startedFrom, type DeadlineStreamState } from './deadline.state';

/** The rule and the event that started it: what the page of a deadline says of itself. */
export interface Which {
  readonly rule: string;
  readonly trigger: { readonly stream: string; readonly event: string };
}

/** One that has no event of its own yet is named by its rule and its trigger; else its stream says. */
export const whichInput = {
  rule: input(deadlineMissed.facts.rule).optional(),
  trigger: input(deadlineMissed.facts.trigger).optional(),
} satisfies z.ZodRawShape;

/** The stream of a deadline is derived from its rule and the event that started it. */
export const deadlineStreamOf = ({ rule, trigger }: Which): ObjectId<'deadline'> =>
  `deadline-${derivedEventId(`deadline\n${rule}\n${trigger.event}`, 0)}`;

/** What a rule about a deadline reads beside its own stream: what started it, and the authority whose rules count. */
export type DeadlineSeen = {
  readonly object: readonly RecordedEvent[];
  /** Events of the authority whose rules count; none where there is none. */
  readonly authority: readonly RecordedEvent[];
};

/** Which deadline this id stands for; null: nothing says. */
export async function whichDeadline(
  decisions: DecisionTaker,
  stream: ObjectId<'deadline'>,
  given: { readonly rule?: string; readonly trigger?: { readonly stream: string; readonly event: string } },
): Promise<Which | null> {
  if (given.rule !== undefined && given.trigger !== undefined) {
    const which = { rule: given.rule, trigger: given.trigger };
    if (deadlineStreamOf(which) === stream) return which;
  }
  const { course } = fold(deadline, await decisions.load(stream));
  return course.rule !== null && course.trigger !== null ? { rule: course.rule, trigger: course.trigger } : null;
}

/** @returns what started it and the authority whose rules count, to be read by the decision */
export async function readsOf(
  decisions: DecisionTaker,
  { trigger }: Which,
): Promise<{ readonly [K in keyof DeadlineSeen]: Reads<DeadlineSeen[K]> }> {
  const { stream } = trigger;
  const events = await decisions.load(stream);
  const started =
    aggregateOf(stream) === 'deadline'
      ? fold(deadline, events).opened?.run
      : startedFrom(stream, events).find((one) => one.trigger.event === trigger.event);
  const authority = started?.authority ?? (await organiserOf(decisions, started?.consultation ?? null));
  return {
    object: { stream, decider: eventsRead },
    authority: { stream: authority ?? stream, decider: authority === null ? NOTHING_READ : eventsRead },
  };
}

const NOTHING_READ: typeof eventsRead = { ...eventsRead, evolve: (events) => events };

/** It is named when the consultation is opened, and never changes. */
async function organiserOf(decisions: DecisionTaker, consultation: string | null): Promise<string | null> {
  if (consultation === null) return null;
  const [opened] = await decisions.load(consultation, 1);
  return (opened?.data as KnownData<typeof consultationOpened> | undefined)?.organiser ?? null;
}

/** The deadline as it runs now; null when nothing has started it. */
export function runFrom(state: DeadlineStreamState, seen: DeadlineSeen, { rule, trigger }: Which): Run | null {
  const rules = rulesFrom(seen.authority);
  if (state.opened) return openedRun(state.opened, rules);
  const started = startedFrom(trigger.stream, seen.object).filter((one) => one.trigger.event === trigger.event);
  return started.flatMap((one) => runsOf(one, rules)).find((run) => run.rule.rule === rule) ?? null;
}

export const missingDeadline = (): Refusal =>
  refuse(
    'deadline.unknown',
    {
      fr: 'Aucun délai ne porte cet identifiant. S’il n’a encore donné lieu à aucun événement, indiquez sa règle (« rule ») et son déclencheur (« trigger »), tels que sa page les donne.',
      en: 'No deadline has this id. When no event of its own was recorded yet, give its rule and its trigger, as its page says them.',
    },
    { kind: 'notFound' },
  );

/**
 * What deadlines are computed from: what each object's events start, the rules and the calendar of each authority, and
 * what the log says of deadlines. Which day each is due depends on the day it is asked, and is computed then, by the
 * functions of facts/deadlines that reports and the clock use.
 */
import { evolveAuthorityRules, type AuthorityRules } from '@fil/facts/deadlines/authority-rules';
import { evolveCourse, NO_COURSE, type Course } from '@fil/facts/deadlines/course';
import { TRIGGER_FOLDS, triggers, type TriggeringAggregate } from '@fil/facts/deadlines/deadlines-of';
import { openedTriggers, type OpenedDeadline } from '@fil/facts/deadlines/other-triggers';
import { namedVersion } from '@fil/facts/kit/event-definition';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Fold, Projection } from '@fil/log/projections/projection';
import { CONCEALED_DATA } from '@fil/log/transparency/entry';
import type { Opened, OpenedEvent } from '@fil/log/vault/vault';

/** What an authority calls a rule of its own, and where it comes from. */
export interface RuleWords {
  readonly name: Opened<Text> | null;
  readonly source: Opened<string> | null;
}

export interface AuthorityDeadlines {
  readonly rules: AuthorityRules;
  /** By `<rule> <version>`. */
  readonly words: Readonly<Record<string, RuleWords>>;
}

export interface DeadlineStream {
  readonly course: Course;
  readonly opened: OpenedDeadline | null;
  /** What a person said a deadline is about. */
  readonly subject: Opened<Text> | null;
}

export const deadlineTable = (aggregate: TriggeringAggregate | 'authority' | 'deadline'): string =>
  `deadlines_${aggregate}`;

/** What was sealed stays out even once it is opened: deadlines are computed from the entries alone. */
const inClear = (event: OpenedEvent): OpenedEvent => {
  if (!(CONCEALED_DATA in event.sealed)) return event;
  const { consultation, sensitivity } = event.data;
  return { ...event, data: { consultation, sensitivity } };
};

const triggerFold = (aggregate: TriggeringAggregate): Fold => {
  const fold = triggers(aggregate)!;
  return {
    aggregate,
    table: { name: deadlineTable(aggregate) },
    evolve: (before, event) => fold.evolve(before ?? null, inClear(event)),
  };
};

const authorityFold: Fold<AuthorityDeadlines> = {
  aggregate: 'authority',
  table: { name: deadlineTable('authority') },
  evolve(before, event) {
    const rules = evolveAuthorityRules(before?.rules ?? null, event);
    if (!rules) return null;
    const said = rules.rules.length > (before?.rules.rules.length ?? 0) ? rules.rules.at(-1) : undefined;
    if (!said) return { rules, words: before?.words ?? {} };
    const name = (event.words['name'] as Opened<Text> | undefined) ?? null;
    const source = (event.words['source'] as Opened<string> | undefined) ?? null;
    return { rules, words: { ...before?.words, [`${said.rule} ${said.version}`]: { name, source } } };
  },
};

const deadlineFold: Fold<DeadlineStream> = {
  aggregate: 'deadline',
  table: { name: deadlineTable('deadline') },
  evolve: (before, event) => ({
    course: evolveCourse(before?.course ?? NO_COURSE, event),
    opened: openedTriggers.evolve(before?.opened ?? null, event),
    subject:
      namedVersion(event.type).name === 'deadline.opened'
        ? ((event.words['subject'] as Opened<Text> | undefined) ?? null)
        : (before?.subject ?? null),
  }),
};

export const DEADLINES: Projection = {
  name: 'deadlines',
  version: 2,
  folds: [authorityFold, deadlineFold, ...(Object.keys(TRIGGER_FOLDS) as TriggeringAggregate[]).map(triggerFold)],
};

/** For the tests of deciders: given events, when a command, then events or a refusal. */
import type { Actor } from '@fil/facts/kit/actor';
import { checkEvent, type NewEvent } from '@fil/facts/kit/event-definition';
import { definitionOf } from '@fil/facts/events/registry';
import { isRefusal } from '@fil/facts/kit/refusal';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import { fold, type Decided, type Decider } from '../decider';

export const TODAY = '2026-03-03';
const AT = `${TODAY}T09:42:00Z`;
const ACTOR: Actor = { role: 'official', body: 'mairie' };

/** Id that the n-th given event has (n from 0), for commands that name an event. */
export const givenEventId = (n: number): string => `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`;

/** A stream id with a readable end, for tests. */
export const someId = <A extends string>(aggregate: A, n = 1): `${A}-${string}` =>
  `${aggregate}-0b6c1b2e-6f0e-4d2b-9f43-${String(n).padStart(12, '0')}`;

const pathsOf = (words: object): string[] =>
  Object.entries(words).flatMap(([name, word]: [string, unknown]) =>
    Array.isArray(word) ? word.map((_, n) => `/${name}/${n}`) : [`/${name}`],
  );

export const recordedForm = (event: NewEvent, n: number, stream = 'test'): RecordedEvent => ({
  index: n,
  id: givenEventId(n),
  type: event.type,
  stream,
  rev: n + 1,
  at: AT,
  occurredOn: event.occurredOn,
  cause: null,
  actor: ACTOR,
  data: event.data,
  sealed: Object.fromEntries(pathsOf(event.words).map((path) => [path, ''])),
});

/** State of an object after these events. */
export const stateAfter = <S>(decider: Decider<S>, ...events: readonly NewEvent[]): S =>
  fold(
    decider,
    events.map((event, n) => recordedForm(event, n)),
  );

/** The events decided, each fit for its definition. */
export function expectEvents(decided: Decided): readonly NewEvent[] {
  if (isRefusal(decided)) throw new Error(`refused by ${decided.rule}: ${decided.message.fr}`);
  for (const event of decided) {
    const problem = checkEvent(definitionOf(event.type), event);
    if (problem) throw new Error(`${event.type}: ${problem}`);
  }
  return decided;
}

/** The rule that refused. */
export function expectRefusal(decided: Decided): string {
  if (!isRefusal(decided)) throw new Error(`not refused: ${decided.map(({ type }) => type).join(', ')}`);
  if (!decided.message.fr || !decided.message.en) throw new Error(`${decided.rule} says nothing`);
  return decided.rule;
}

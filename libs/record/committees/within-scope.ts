/** What a committee follows: its scope, and what names or answers something of it; no scope: everything of its authority. */
import { outcomeGiven } from '@fil/facts/events/contribution.events';
import { synthesisOutcomeGiven } from '@fil/facts/events/synthesis.events';
import { aggregateOf, isObjectId } from '@fil/facts/kit/aggregates';
import { namedVersion } from '@fil/facts/kit/event-definition';
import { toRecordedEvent, type RecordedEvent } from '@fil/log/event-store/recorded-event';
import type { DecisionTaker } from '../deciding/take-decision';

/** From a commitment to what it answers, from there to its consultation, from there to its authorities. */
const HOPS = 3;

/** Objects named in some facts, at whatever depth. What a rule was read from is no relation. */
function named(facts: unknown): string[] {
  if (typeof facts === 'string') return isObjectId(facts) ? [facts] : [];
  if (typeof facts !== 'object' || facts === null) return [];
  return Object.entries(facts).flatMap(([name, value]) => (name === 'basis' ? [] : named(value)));
}

/** What an object is about is said when it begins; a consultation gains addressees later. */
const begins = (stream: string, events: readonly RecordedEvent[]): readonly RecordedEvent[] =>
  aggregateOf(stream) === 'consultation' ? events : events.slice(0, 1);

const namesOf = (events: readonly RecordedEvent[]): string[] => events.flatMap(({ data }) => named(data));

const ANSWERS: ReadonlySet<string> = new Set(
  [outcomeGiven, synthesisOutcomeGiven].map(({ type }) => namedVersion(type).name),
);

/**
 * @param scope of the committee, or its authority alone where it has none; it never changes
 * @param target an object that exists
 */
export async function isWithin(decisions: DecisionTaker, scope: ReadonlySet<string>, target: string): Promise<boolean> {
  const events = await decisions.load(target);
  if (scope.has(target) || namesOf(events).some((one) => scope.has(one))) return true;
  const seen = new Set([target]);
  let next = namesOf(begins(target, events));
  for (let hop = 1; hop < HOPS; hop++) {
    const further: string[] = [];
    for (const one of next) {
      if (seen.size === seen.add(one).size || aggregateOf(one) === 'authority') continue;
      further.push(...namesOf(begins(one, await decisions.load(one))));
    }
    if (further.some((one) => scope.has(one))) return true;
    next = further;
  }
  return answersNameIt(decisions, scope, target, events);
}

/** A commitment or a decision that says nothing of a consultation is followed with it when an answer given there names it. */
async function answersNameIt(
  decisions: DecisionTaker,
  scope: ReadonlySet<string>,
  target: string,
  events: readonly RecordedEvent[],
): Promise<boolean> {
  const aggregate = aggregateOf(target);
  const index = events[0]?.index ?? Infinity;
  if ((aggregate !== 'commitment' && aggregate !== 'decision') || !Number.isFinite(index)) return false;
  const sought = new Set([target, (events[0]?.data as { decision?: string }).decision ?? target]);
  for await (const entry of decisions.entriesFrom(index)) {
    if (!ANSWERS.has(namedVersion(entry.type).name)) continue;
    if (!namesOf([toRecordedEvent(entry)]).some((one) => sought.has(one))) continue;
    const [said] = await decisions.load(entry.stream, 1);
    if (said && namesOf([said]).some((one) => scope.has(one))) return true;
  }
  return false;
}

/** Since when nothing more is owed to the author of a contribution: which event settled it. */
import { lastDay } from '../dates/when';
import { happened, type FactEvent } from './fact-event';
import { hasDuplicates, withDuplicates } from './duplicates';
import { evolveContribution, isSettled, type ContributionFacts } from './standing';

/** JSON-serialisable. */
export interface SettledBy {
  readonly event: string;
  readonly at: string;
  /** Last day on which it may have happened. */
  readonly on: string;
}

/** JSON-serialisable. */
export interface Settling {
  readonly facts: ContributionFacts;
  /** The event that settled it; null: something is owed, or is owed again. */
  readonly settled: SettledBy | null;
}

export const settledBy = (event: FactEvent): SettledBy => ({
  event: event.id,
  at: event.at,
  on: lastDay(happened(event)),
});

/** One fact more. Null before `contribution.recorded`. */
export function evolveSettling(state: Settling | null, event: FactEvent): Settling | null {
  const facts = evolveContribution(state?.facts ?? null, event);
  if (!facts) return null;
  return { facts, settled: isSettled(facts) ? (state?.settled ?? settledBy(event)) : null };
}

/** The contributions that this one is a duplicate of, or of which those are. */
function keptFor(
  stream: string,
  settlingOf: (contribution: string) => Settling | undefined,
): ReadonlyMap<string, Settling | undefined> {
  const found = new Map<string, Settling | undefined>();
  const look = (one: string): void => {
    const facts = settlingOf(one)?.facts;
    if (!facts || !hasDuplicates(facts)) return;
    for (const { answer } of Object.values(facts.points)) {
      const kept = answer?.mergedInto;
      if (!kept || kept === stream || found.has(kept)) continue;
      found.set(kept, settlingOf(kept));
      look(kept);
    }
  };
  look(stream);
  return found;
}

/** A duplicate is settled once the other one is too, by the later of the two events; while that one waits it is owed. */
export function settledWithOthers(
  stream: string,
  settlingOf: (contribution: string) => Settling | undefined,
): SettledBy | null {
  const own = settlingOf(stream);
  if (!own?.settled || !hasDuplicates(own.facts)) return own?.settled ?? null;
  const facts = withDuplicates(own.facts, (one) => settlingOf(one)?.facts, new Set([stream]));
  if (!isSettled(facts)) return null;
  const others = [...keptFor(stream, settlingOf).values()].flatMap((one) => one?.settled ?? []);
  return others.reduce((last, one) => (one.at > last.at ? one : last), own.settled);
}

/** Since when nothing more is owed to the author of a contribution: which event settled it. */
import { lastDay } from '../dates/when';
import { happened, type FactEvent } from './fact-event';
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

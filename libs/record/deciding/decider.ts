import { corrected } from '@fil/facts/figures/corrected';
import type { AnyDefinition, DataOf, NewEvent } from '@fil/facts/kit/event-definition';
import type { Refusal } from '@fil/facts/kit/refusal';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';

/** The recorded events of some definitions, told apart by `type`. */
export type RecordedOf<D extends AnyDefinition> = D extends AnyDefinition
  ? RecordedEvent<DataOf<D>> & { readonly type: D['type'] }
  : never;

/** How the state of one object follows from its events. Pure; facts only: it never needs a sealed word. */
export interface Decider<S> {
  readonly initial: S;
  // A stream holds only its aggregate's events: each decider narrows `event` to its own union.
  evolve(state: S, event: never): S;
  /** What stays in clear when the object is not public; null when it is. */
  concealment?(state: S): { readonly consultation: string; readonly sensitivity: string } | null;
}

export interface DecidingContext {
  /** Today in Paris, `YYYY-MM-DD`. */
  readonly today: string;
  /** Instant of writing, `YYYY-MM-DDThh:mm:ssZ`. */
  readonly at: string;
}

/** What a decision yields: events, none when there is nothing to change, or a refusal. */
export type Decided = readonly NewEvent[] | Refusal;

/** Of a whole history, with its errors of entry corrected. */
export const fold = <S>(decider: Decider<S>, events: readonly RecordedEvent[], from: S = decider.initial): S =>
  corrected(events).reduce((state, event) => decider.evolve(state, event as never), from);

/**
 * For the property tests of aggregates: any sequence of commands, each decided on what came before. Whatever is recorded
 * fits its definition, and every history can be folded, also when the words, or all that is sealed, are gone.
 */
import fc from 'fast-check';
import type { NewEvent } from '@fil/facts/kit/event-definition';
import { isRefusal } from '@fil/facts/kit/refusal';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import { fold, type Decided, type Decider } from '../decider';
import { expectEvents, expectRefusal, recordedForm } from './given-when-then';

/** A command with its content already drawn: what it decides on a state. */
export type DrawnCommand<S> = (state: S) => Decided;

export interface AnySequence<S> {
  readonly decider: Decider<S>;
  /** Each draws the content of one command, also contents that the rules refuse. */
  readonly commands: readonly fc.Arbitrary<DrawnCommand<S>>[];
  /** Decided before the drawn ones and never refused: most objects do nothing before they exist. */
  readonly first?: (state: S) => Decided;
  /** Throws when a state is illegal: an invariant of the aggregate, seen after each event. */
  readonly legal?: (state: S, events: readonly RecordedEvent[]) => void;
  /** Folds of the same events from the public entries only, such as those of the figures. */
  readonly publicFolds?: readonly ((events: readonly RecordedEvent[]) => unknown)[];
  readonly runs?: number;
}

const LONGEST = 25;

/** @returns how often each type of event was recorded: a test may ask that every one was */
export function holdsAfterAnySequence<S>({
  decider,
  commands,
  first,
  legal = () => undefined,
  publicFolds = [],
  runs = 100,
}: AnySequence<S>): ReadonlyMap<string, number> {
  const recorded = new Map<string, number>();
  fc.assert(
    fc.property(
      fc.array(fc.oneof(...commands), { maxLength: LONGEST }),
      fc.infiniteStream(fc.boolean()),
      (drawn, keep) => {
        const history: RecordedEvent[] = [];
        let state = decider.initial;
        const take = (events: readonly NewEvent[]): void => {
          for (const event of events) {
            const one = recordedForm(event, history.length);
            history.push(one);
            state = decider.evolve(state, one as never);
            recorded.set(event.type, (recorded.get(event.type) ?? 0) + 1);
            legal(state, history);
          }
        };
        if (first) take(expectEvents(first(state)));
        for (const decide of drawn) {
          const decided = decide(state);
          if (isRefusal(decided)) expectRefusal(decided);
          else take(expectEvents(decided));
        }
        expect(fold(decider, history)).toEqual(state);
        // Of an object that is not public, events whose opening is gone are not seen at all.
        fold(
          decider,
          history.filter(() => keep.next().value),
        );
        fold(decider, []);
        for (const publicFold of publicFolds) {
          publicFold(history);
          publicFold(history.map(concealed));
        }
      },
    ),
    { numRuns: runs },
  );
  return recorded;
}

/** What the public sees of an event of an object that is not public: its type and two facts. */
const concealed = (event: RecordedEvent): RecordedEvent => {
  const { consultation, sensitivity } = event.data as { consultation?: unknown; sensitivity?: unknown };
  return {
    ...event,
    data: {
      ...(consultation !== undefined && { consultation }),
      ...(sensitivity !== undefined && { sensitivity }),
    },
  };
};

/**
 * The step from one version of an event to the next. Entries stay as they were written: the step is taken each time one
 * is read, so deciders, projections and processes know the current version only.
 */
import type { AnyDefinition, EventDefinition } from './event-definition';
import type { FactFields, ValuesOf } from './fact-fields';
import type { SealedFields } from './sealed-fields';

export interface Upcast {
  readonly from: AnyDefinition;
  /** The version after `from`. */
  readonly to: AnyDefinition;
  /** Pure: the event's own facts in, those of the next version out. Common facts go along by themselves. */
  readonly facts: (earlier: never) => object;
  /** Renamed sealed fields: name in `to` → name in `from`. A field that keeps its name needs no line. */
  readonly words: Readonly<Record<string, string>>;
  /** Sealed fields of `from` that nothing in `to` continues. They stay in the entry, and can still be erased. */
  readonly noLongerRead: readonly string[];
}

type NameOf<Fields> = keyof Fields & string;

/** Words are renamed and never rewritten: they may be erased or withheld when the step is taken. */
export const upcast = <
  FromFacts extends FactFields,
  FromWords extends SealedFields,
  ToFacts extends FactFields,
  ToWords extends SealedFields,
>(
  from: EventDefinition<string, FromFacts, FromWords>,
  to: EventDefinition<string, ToFacts, ToWords>,
  step: {
    facts: (earlier: ValuesOf<FromFacts>) => ValuesOf<ToFacts>;
    words?: Readonly<Partial<Record<NameOf<ToWords>, NameOf<FromWords>>>>;
    noLongerRead?: readonly NameOf<FromWords>[];
  },
): Upcast => ({
  from,
  to,
  facts: step.facts,
  words: (step.words ?? {}) as Upcast['words'],
  noLongerRead: step.noLongerRead ?? [],
});

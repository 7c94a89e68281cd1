/**
 * The definition of an event type: its name, which of its fields are facts (in clear) and which are sealed.
 */
import type { Label } from '../codes/label';
import type { When } from '../dates/when';
import { AGGREGATES, type Aggregate } from './aggregates';
import { COMMON_FACTS, type CommonFacts } from './common-facts';
import { checkFacts, type FactFields, type ValuesOf } from './fact-fields';
import type { SealedFields, WordsOf } from './sealed-fields';

/** What an event does to its object's visibility: words become public, or cease to be. */
export type ObjectVisibility = 'opens' | 'closes';
/** … or to that of passages of an earlier event of its stream, which cease to be shown, or are shown again. */
export type VisibilityEffect = ObjectVisibility | 'withholds' | 'restores';

/** Names of the facts that say which passages an event withholds: the id of the event, and paths of its sealed fields. */
export interface Withheld<Name extends string = string> {
  readonly event: Name;
  readonly paths: Name;
}
/** Names of the facts that say from which text an event's words were made: the id of the event, and a path. */
export interface MadeFrom<Name extends string = string> {
  readonly event: Name;
  readonly path: Name;
}

export interface EventDefinition<
  T extends string = string,
  F extends FactFields = FactFields,
  S extends SealedFields = SealedFields,
> {
  /** Wire type `<aggregate>.<pastParticiple>/<version>`. */
  readonly type: T;
  /** What has happened, in one sentence: for the catalogue. */
  readonly meaning: Label;
  readonly aggregate: Aggregate;
  readonly facts: F;
  readonly sealed: S;
  readonly visibility: VisibilityEffect | null;
  /** Of an event that withholds passages. */
  readonly withholds: Withheld | null;
  /** Name of the fact that holds the id of the event whose passages are shown again. */
  readonly restores: string | null;
  /** Of a translation and the like: not shown while the text it was made from is withheld. */
  readonly madeFrom: MadeFrom | null;
  /** Name of the fact that holds the id of *another* object whose rows must be made again (an erasure's target). */
  readonly refeeds: string | null;
}

/** An event as a decider returns it: not yet numbered, dated, sealed. */
export interface NewEvent<T extends string = string, D = object, W = object> {
  readonly type: T;
  readonly occurredOn: When | null;
  readonly data: D & CommonFacts;
  readonly words: W;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any definition, whatever its fields
export type AnyDefinition = EventDefinition<string, any, any>;
export type DataOf<D extends AnyDefinition> = ValuesOf<D['facts']> & CommonFacts;
export type SealedOf<D extends AnyDefinition> = WordsOf<D['sealed']>;
export type NewEventOf<D extends AnyDefinition> = D extends AnyDefinition
  ? NewEvent<D['type'], ValuesOf<D['facts']>, SealedOf<D>>
  : never;

const TYPE = new RegExp(`^(${AGGREGATES.join('|')})\\.([a-z][A-Za-z]*)/([1-9][0-9]*)$`);

export const isEventType = (type: string): boolean => TYPE.test(type);

/** Name and version of a wire type. */
export function namedVersion(type: string): { readonly name: string; readonly version: number } {
  const slash = type.lastIndexOf('/');
  return { name: type.slice(0, slash), version: Number(type.slice(slash + 1)) };
}

export function defineEvent<
  const T extends string,
  F extends FactFields = Record<never, never>,
  S extends SealedFields = Record<never, never>,
>(
  type: T,
  shape: {
    meaning: Label;
    facts?: F;
    sealed?: S;
    visibility?: ObjectVisibility;
    /** Hides passages of an earlier event of the same stream from the public. What it shows instead is a word of its own. */
    withholds?: Withheld<keyof F & string>;
    /** Shows again what the event named there withholds. */
    restores?: keyof F & string;
    madeFrom?: MadeFrom<keyof F & string>;
    refeeds?: string;
  },
): EventDefinition<T, F, S> {
  const match = TYPE.exec(type);
  if (!match) throw new Error(`"${type}" is not a wire type <aggregate>.<pastParticiple>/<version>`);
  return {
    type,
    meaning: shape.meaning,
    aggregate: match[1] as Aggregate,
    facts: (shape.facts ?? {}) as F,
    sealed: (shape.sealed ?? {}) as S,
    visibility: shape.visibility ?? (shape.withholds ? 'withholds' : shape.restores ? 'restores' : null),
    withholds: shape.withholds ?? null,
    restores: shape.restores ?? null,
    madeFrom: shape.madeFrom ?? null,
    refeeds: shape.refeeds ?? null,
  };
}

/** Makes an event of a definition. `occurredOn` null means: the day it is written, in Paris. */
export function event<D extends AnyDefinition>(
  definition: D,
  content: { occurredOn?: When | null; data: DataOf<D>; words: SealedOf<D> },
): NewEventOf<D> {
  return {
    type: definition.type,
    occurredOn: content.occurredOn ?? null,
    data: content.data,
    words: content.words,
  } as NewEventOf<D>;
}

const FACTS_WITH_COMMON = new WeakMap<AnyDefinition, FactFields>();

/** The facts a definition declares, and those any event may carry. */
function allFactsOf(definition: AnyDefinition): FactFields {
  const known = FACTS_WITH_COMMON.get(definition);
  if (known) return known;
  const all = { ...COMMON_FACTS, ...(definition.facts as FactFields) };
  FACTS_WITH_COMMON.set(definition, all);
  return all;
}

/** A source's own word stands in clear because a system said it: never without the source. */
function wordWithoutSource(definition: AnyDefinition, data: Record<string, unknown>): string | null {
  if (data['takenOver'] !== undefined) return null;
  const facts = definition.facts as FactFields;
  for (const name in facts)
    if (facts[name]!.kind === 'sourceWord' && data[name] !== undefined) return `${name}: only with takenOver`;
  return null;
}

/** What is wrong with an event's content according to its definition, with the field, or null. */
export function checkEvent(definition: AnyDefinition, candidate: { data: object; words: object }): string | null {
  const problem = checkFacts(allFactsOf(definition), candidate.data);
  if (problem) return problem;
  const unsourced = wordWithoutSource(definition, candidate.data as Record<string, unknown>);
  if (unsourced) return unsourced;
  const words = candidate.words as Record<string, unknown>;
  const sealed = definition.sealed as SealedFields;
  for (const name in words) if (!Object.hasOwn(sealed, name)) return `unknown field "${name}"`;
  for (const name in sealed) {
    const wrong = sealed[name]!.check(words[name]);
    if (wrong) return `${name}: ${wrong}`;
  }
  return null;
}

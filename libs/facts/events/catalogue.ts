/** The catalogue of events, made from their definitions: what `GET /api/v1/registry` and docs/events.md say. */
import type { Label } from '../codes/label';
import type { Aggregate } from '../kit/aggregates';
import { COMMON_FACTS } from '../kit/common-facts';
import {
  describeFacts,
  describeWords,
  type DescribedFact,
  type DescribedFacts,
  type DescribedWord,
  type DescribedWords,
} from '../kit/describe-fields';
import { namedVersion, type AnyDefinition, type VisibilityEffect } from '../kit/event-definition';
import type { EventReading, EventSchema } from '../kit/event-schema';
import type { FactFields } from '../kit/fact-fields';
import type { SealedFields } from '../kit/sealed-fields';

/** The version of the event in which a field first had this name. */
interface Since {
  readonly since: number;
}

export interface CataloguedVersion {
  readonly type: string;
  readonly version: number;
  readonly facts: DescribedFacts;
  readonly sealed: DescribedWords;
  /** Sealed fields of that version that are called otherwise now: name in the entry → name now. */
  readonly renamed: Readonly<Record<string, string>>;
}

export interface CataloguedEvent {
  readonly type: string;
  readonly name: string;
  readonly version: number;
  /** First word of the stream's name: `<aggregate>-<uuid>`. */
  readonly aggregate: Aggregate;
  readonly meaning: Label;
  readonly visibility: VisibilityEffect | null;
  readonly facts: Readonly<Record<string, DescribedFact & Since>>;
  readonly sealed: Readonly<Record<string, DescribedWord & Since>>;
  /** Written once, read for ever. */
  readonly earlier: readonly CataloguedVersion[];
}

export interface EventCatalogue {
  readonly events: readonly CataloguedEvent[];
  /** Facts that any event may carry. */
  readonly common: DescribedFacts;
}

const factsOf = (definition: AnyDefinition): DescribedFacts => describeFacts(definition.facts as FactFields);
const wordsOf = (definition: AnyDefinition): DescribedWords => describeWords(definition.sealed as SealedFields);
const versionOf = ({ recorded }: EventReading): number => namedVersion(recorded.type).version;

export const eventCatalogue = ({ readings }: EventSchema): EventCatalogue => ({
  events: readings.filter(({ recorded, current }) => recorded === current).map((now) => catalogued(now, readings)),
  common: describeFacts(COMMON_FACTS),
});

function catalogued({ current }: EventReading, readings: readonly EventReading[]): CataloguedEvent {
  const versions = readings.filter((reading) => reading.current === current);
  /** After the last version that does not have it: a name given up and taken again is another field. */
  const since = (has: (reading: EventReading) => boolean): number =>
    versions.findLastIndex((reading) => !has(reading)) + 2;
  const { type, aggregate, meaning, visibility } = current;
  const facts = Object.entries(factsOf(current)).map(([name, fact]) => [
    name,
    { ...fact, since: since(({ recorded }) => Object.hasOwn(recorded.facts as object, name)) },
  ]);
  const sealed = Object.entries(wordsOf(current)).map(([name, word]) => [
    name,
    { ...word, since: since(({ words }) => words.some((one) => one.name === name && one.recordedAs === name)) },
  ]);
  return {
    type,
    ...namedVersion(type),
    aggregate,
    meaning,
    visibility,
    facts: Object.fromEntries(facts) as CataloguedEvent['facts'],
    sealed: Object.fromEntries(sealed) as CataloguedEvent['sealed'],
    earlier: versions.filter(({ recorded }) => recorded !== current).map(earlierVersion),
  };
}

const earlierVersion = (reading: EventReading): CataloguedVersion => ({
  type: reading.recorded.type,
  version: versionOf(reading),
  facts: factsOf(reading.recorded),
  sealed: wordsOf(reading.recorded),
  renamed: Object.fromEntries(
    reading.words.flatMap(({ name, recordedAs }) => (name === recordedAs ? [] : [[recordedAs, name]])),
  ),
});

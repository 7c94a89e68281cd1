/**
 * All events of a register in all their versions: what may be written (the current ones), and how each entry ever written
 * reads today. Made once, at start-up; a gap between versions stops the start.
 */
import { aggregateOf } from './aggregates';
import { COMMON_FACTS } from './common-facts';
import { namedVersion, type AnyDefinition, type VisibilityEffect } from './event-definition';
import { AUDIENCES, type Audience, type SealedField, type SealedFields } from './sealed-fields';
import type { Upcast } from './upcast';
import { checkUpcast } from './check-upcast';

type Data = Readonly<Record<string, unknown>>;

/** A sealed field as it is called now, in an entry of some version. */
export interface WordReading {
  readonly name: string;
  /** Its name in the entry: the commitment and the opening speak of that path. */
  readonly recordedAs: string;
  readonly list: boolean;
  /** The narrowest that any version since has declared: a new version never shows an old word to more people. */
  readonly audience: Audience;
  /** Shown even while its object is not public; only if every version since has said so. */
  readonly always: boolean;
}

/** How entries of one version are read. */
export interface EventReading {
  readonly recorded: AnyDefinition;
  readonly current: AnyDefinition;
  readonly words: readonly WordReading[];
  /** Facts of `recorded` as `current` tells them; the same object when they are one version. */
  facts(data: Data): Data;
}

/** What the path of a sealed value in an entry is called now; null when no field continues it. */
export function pathNow({ words }: EventReading, recorded: string): string | null {
  const [, name, ...item] = recorded.split('/');
  const word = words.find(({ recordedAs }) => recordedAs === name);
  return word ? ['', word.name, ...item].join('/') : null;
}

/** What the log's platform asks of the domain's definitions, without knowing them. */
export interface EventSchema {
  /** Every version ever written, each event's in order. */
  readonly readings: readonly EventReading[];
  /** The definition of a current version. @throws when the type is unknown, or an earlier version */
  definitionOf(type: string): AnyDefinition;
  /** @throws when the type is unknown, or a version later than this release knows */
  readingOf(type: string): EventReading;
  /** True for objects whose words are public only after an event of theirs has opened them. */
  mustBeOpened(stream: string): boolean;
  /** True for objects some of whose events may withhold passages of others. */
  mayWithhold(stream: string): boolean;
}

/**
 * @param current the version of each event that is written now
 * @param upcasts from each earlier version to the next
 * @throws when a version is missing, or a step does not lead from one version to the next
 */
export function eventSchema(current: readonly AnyDefinition[], upcasts: readonly Upcast[] = []): EventSchema {
  const byName = new Map<string, AnyDefinition>();
  for (const definition of current) {
    const { name } = namedVersion(definition.type);
    if (byName.has(name)) throw new Error(`${name} has two current versions`);
    byName.set(name, definition);
  }
  const steps = stepsByName(upcasts, byName);
  const readings = [...byName].flatMap(([name, definition]) => readingsOf(definition, steps.get(name) ?? []));
  const byType = new Map(readings.map((reading) => [reading.recorded.type, reading]));
  const having = (effect: VisibilityEffect): ReadonlySet<string> =>
    new Set(current.filter(({ visibility }) => visibility === effect).map(({ aggregate }) => aggregate));
  const [openedLater, withheldLater] = [having('opens'), having('withholds')];

  const readingOf = (type: string): EventReading => {
    const reading = byType.get(type);
    if (reading) return reading;
    const { name, version } = namedVersion(type);
    const known = byName.get(name);
    throw new Error(
      known && version > namedVersion(known.type).version
        ? `unknown event type "${type}": this release knows ${name} up to version ${namedVersion(known.type).version}; it was written by a later one`
        : `unknown event type "${type}"`,
    );
  };
  return {
    readings,
    readingOf,
    definitionOf: (type) => {
      const { recorded, current: now } = readingOf(type);
      if (recorded !== now) throw new Error(`"${type}" is an earlier version: it is read, but ${now.type} is written`);
      return now;
    },
    mustBeOpened: (stream) => openedLater.has(aggregateOf(stream)),
    mayWithhold: (stream) => withheldLater.has(aggregateOf(stream)),
  };
}

function stepsByName(upcasts: readonly Upcast[], current: ReadonlyMap<string, AnyDefinition>): Map<string, Upcast[]> {
  const steps = new Map<string, Upcast[]>();
  for (const step of upcasts) {
    checkUpcast(step);
    const { name } = namedVersion(step.from.type);
    if (!current.has(name)) throw new Error(`${step.from.type} leads to no current version`);
    steps.set(name, [...(steps.get(name) ?? []), step]);
  }
  return steps;
}

/** The versions of one event, from the first to the current one. @throws on a gap */
function readingsOf(current: AnyDefinition, unordered: readonly Upcast[]): EventReading[] {
  const steps = [...unordered].sort((a, b) => namedVersion(a.from.type).version - namedVersion(b.from.type).version);
  const versions = [...steps.map(({ from }) => from), current];
  versions.forEach(({ type }, n) => {
    const { name, version } = namedVersion(type);
    if (version !== n + 1) throw new Error(`${name}: version ${n + 1} or the step from it is missing, or there twice`);
  });
  steps.forEach(({ from, to }, n) => {
    if (to !== versions[n + 1]) throw new Error(`the step from ${from.type} leads to another definition of ${to.type}`);
  });
  return versions.map((recorded, n) => ({
    recorded,
    current,
    words: wordsThrough(recorded, steps.slice(n)),
    facts: factsThrough(recorded, steps.slice(n)),
  }));
}

function factsThrough(recorded: AnyDefinition, steps: readonly Upcast[]): EventReading['facts'] {
  if (steps.length === 0) return (data) => data;
  const own = recorded.facts as object;
  const isCommon = ([name]: [string, unknown]): boolean =>
    Object.hasOwn(COMMON_FACTS, name) && !Object.hasOwn(own, name);
  return (data) => {
    const entries = Object.entries(data);
    let facts: object = Object.fromEntries(entries.filter((entry) => !isCommon(entry)));
    for (const step of steps) facts = step.facts(facts as never);
    return { ...Object.fromEntries(entries.filter(isCommon)), ...facts };
  };
}

const narrower = (a: Audience, b: Audience): Audience => (AUDIENCES.indexOf(a) > AUDIENCES.indexOf(b) ? a : b);

function wordsThrough(recorded: AnyDefinition, steps: readonly Upcast[]): WordReading[] {
  let words = Object.entries(recorded.sealed as Record<string, SealedField<unknown>>).map(
    ([name, { list, audience, always }]): WordReading => ({ name, recordedAs: name, list, audience, always }),
  );
  for (const { to, words: renamed, noLongerRead } of steps) {
    const continued = words.filter(({ name }) => !noLongerRead.includes(name));
    words = Object.entries(to.sealed as SealedFields).flatMap(([name, { audience, always }]) => {
      const before = continued.find((word) => word.name === (renamed[name] ?? name));
      return before
        ? [{ ...before, name, audience: narrower(before.audience, audience), always: before.always && always }]
        : [];
    });
  }
  return words;
}

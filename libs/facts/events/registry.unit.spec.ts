import { COMMON_FACTS } from '../kit/common-facts';
import { AGGREGATES } from '../kit/aggregates';
import { isEventType, type AnyDefinition } from '../kit/event-definition';
import type { FactField, FactFields } from '../kit/fact-fields';
import { AUDIENCES, type SealedFields } from '../kit/sealed-fields';
import { EVENT_DEFINITIONS, EVENT_SCHEMA } from './registry';

const definitions = EVENT_DEFINITIONS as readonly AnyDefinition[];
const factsOf = (definition: AnyDefinition): FactFields => ({ ...(definition.facts as FactFields), ...COMMON_FACTS });

/** Kinds of string that may stand in clear: each has a form that leaves no room for free words. */
const STRINGS_IN_CLEAR =
  /^(code|ref\(.*\)|eventId|localCode|siret|sourceWord|sourceName|sourceId|ruleCode|legalReference|languageTag|territoryCode|fieldPath|sha256|publicKey|date|instant|when)$/;
const OTHER_KINDS = new Set(['integer', 'flag', 'nullable', 'list', 'object']);

/** The second has no punctuation and fits in 36 characters. */
const SENTENCES = [
  'Madame Dupont, 12 rue des Lilas, demande que le banc soit réparé. Merci !',
  'Mme Jeanne Dupont 12 rue des Lilas',
];

function* leaves(name: string, field: FactField<unknown>): Generator<[string, FactField<unknown>]> {
  yield [name, field];
  for (const [inner, value] of Object.entries(field.inner)) yield* leaves(`${name}.${inner}`, value);
}

describe('the registry of events', () => {
  it('names every type <aggregate>.<pastParticiple>/<version>, once', () => {
    for (const { type, aggregate } of definitions) {
      expect(isEventType(type)).toBe(true);
      expect(AGGREGATES).toContain(aggregate);
    }
    expect(new Set(definitions.map(({ type }) => type)).size).toBe(definitions.length);
  });

  it.each([
    'contribution.Recorded/1',
    'contribution.recorded',
    'contribution.recorded/0',
    'Contribution.recorded/1',
    'thing.made/1',
    'contribution_recorded/1',
  ])('refuses the form %s', (type) => expect(isEventType(type)).toBe(false));

  it.each(definitions.map((definition) => [definition.type, definition] as const))(
    '%s: every string has a class',
    (_, definition) => {
      for (const [name, field] of Object.entries(factsOf(definition)).flatMap(([name, field]) => [
        ...leaves(name, field),
      ])) {
        expect([name, field.class]).toEqual([name, 'fact']);
        if (!OTHER_KINDS.has(field.kind))
          expect([name, field.kind]).toEqual([name, expect.stringMatching(STRINGS_IN_CLEAR)]);
        // A string in clear must not be able to hold a sentence.
        for (const words of SENTENCES) if (field.pattern) expect([name, field.check(words)]).not.toEqual([name, null]);
      }
      for (const [name, field] of Object.entries(definition.sealed as SealedFields)) {
        expect([name, field.class]).toEqual([name, 'sealed']);
        expect(AUDIENCES).toContain(field.audience);
      }
    },
  );

  it.each(definitions.map((definition) => [definition.type, definition] as const))(
    '%s: no name is both a fact and a word',
    (_, definition) => {
      const facts = Object.keys(factsOf(definition));
      expect(Object.keys(definition.sealed as object).filter((name) => facts.includes(name))).toEqual([]);
    },
  );

  it('lists at most 500 ids in an event', () => {
    for (const definition of definitions) {
      for (const [name, field] of Object.entries(factsOf(definition)).flatMap(([name, field]) => [
        ...leaves(name, field),
      ])) {
        if (field.kind === 'list') expect([name, field.most! <= 500]).toEqual([name, true]);
      }
    }
  });

  it('keeps the words of contributions and syntheses until they are opened', () => {
    expect(EVENT_SCHEMA.mustBeOpened('contribution-x')).toBe(true);
    expect(EVENT_SCHEMA.mustBeOpened('synthesis-x')).toBe(true);
    expect(EVENT_SCHEMA.mustBeOpened('commitment-x')).toBe(false);
  });

  it('refuses an unknown type', () => {
    expect(() => EVENT_SCHEMA.definitionOf('contribution.forgotten/1')).toThrow(/unknown event type/);
  });
});

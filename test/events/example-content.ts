/** A value for every field of an event, the optional ones too; always the same ones. */
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import { event, type AnyDefinition, type NewEvent } from '@fil/facts/kit/event-definition';
import type { FactField, FactFields } from '@fil/facts/kit/fact-fields';
import type { SealedField } from '@fil/facts/kit/sealed-fields';

const UUID = '0b6c1b2e-6f0e-4d2b-9f43-6c1f2d3a4b5c';

const FACTS: Readonly<Record<string, unknown>> = {
  eventId: UUID,
  localCode: 'espace-public',
  siret: '21440109300015',
  sourceWord: 'Étude en cours',
  sourceName: 'budget-participatif',
  sourceId: 'projet/42',
  ruleCode: 'crpa.are.record',
  legalReference: '2026-DELIB-014',
  languageTag: 'fr',
  territoryCode: '44109-D03',
  fieldPath: '/attachments/0',
  sha256: '5f'.repeat(32),
  publicKey: '4e'.repeat(32),
  date: '2026-03-14',
  when: '2026-03/2026-05',
  instant: '2026-03-14T22:00:00Z',
  flag: true,
};

function exampleFact({ kind, values, least, most, inner }: FactField<unknown>): unknown {
  if (kind.startsWith('ref(')) return `${/^ref\((\w+)/.exec(kind)![1]}-${UUID}`;
  switch (kind) {
    case 'code':
      return values![0];
    case 'integer':
      return Math.min(Math.max(7, least!), most!);
    case 'object':
      return exampleFacts(inner);
    case 'nullable':
      return exampleFact(inner['value']!);
    case 'list':
      return inner['item']!.kind === 'code' ? inner['item']!.values!.slice(0, most) : [exampleFact(inner['item']!)];
    default:
      if (!Object.hasOwn(FACTS, kind)) throw new Error(`there is no example of the kind of fact "${kind}"`);
      return FACTS[kind];
  }
}

const exampleFacts = (fields: FactFields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, exampleFact(field)]));

const WORDS: Readonly<Record<string, unknown>> = {
  text: {
    fr: 'Le passage piéton de la rue Émile-Zola n’est plus éclairé.',
    'fr-x-falc': 'Il fait noir sur le passage piéton.',
    en: 'The crossing in rue Émile-Zola is no longer lit.',
  },
  line: 'https://example.org/projets/42',
  contact: { email: 'jeanne.martin@example.org', telephone: '+33 2 00 00 00 00', address: '1 rue de l’Exemple' },
  sourced: { text: { fr: 'La rue reste ouverte aux secours.' }, source: 'Arrêté 2026-17' },
  attachment: { bytes: 48_213, mediaType: 'image/jpeg', sha256: '5f'.repeat(32) },
  digest: 'a1'.repeat(32),
};

function exampleWord({ kind, list }: SealedField<unknown>): unknown {
  if (!Object.hasOwn(WORDS, kind)) throw new Error(`there is no example of the kind of sealed field "${kind}"`);
  return list ? [WORDS[kind], WORDS[kind]] : WORDS[kind];
}

export const exampleEvent = (definition: AnyDefinition): NewEvent =>
  event(definition, {
    occurredOn: '2026-03',
    data: exampleFacts({ ...COMMON_FACTS, ...(definition.facts as FactFields) }),
    words: Object.fromEntries(
      Object.entries(definition.sealed as Record<string, SealedField<unknown>>).map(([name, field]) => [
        name,
        exampleWord(field),
      ]),
    ),
  });

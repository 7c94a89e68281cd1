import {
  eventCatalogue,
  type EventCatalogue,
  type CataloguedEvent,
  type CataloguedVersion,
} from '@fil/facts/events/catalogue';
import { AGGREGATES } from '@fil/facts/kit/aggregates';
import type { Label } from '@fil/facts/codes/label';
import type { DescribedFact, DescribedWord } from '@fil/facts/kit/describe-fields';
import type { EventSchema } from '@fil/facts/kit/event-schema';

const KINDS: Readonly<Record<string, string>> = {
  attachment: 'a file: its size, media type and SHA-256',
  code: 'one of the values listed',
  contact: 'an e-mail, a telephone number or an address',
  date: 'a day, `YYYY-MM-DD`',
  digest: 'the SHA-256 of a secret',
  eventId: 'the id of an event, a UUID',
  fieldPath: 'the path of a field, such as `/text`',
  flag: 'true or false',
  instant: 'an instant in UTC, `YYYY-MM-DDThh:mm:ssZ`',
  integer: 'a whole number, with its bounds; amounts of money are in euro cents',
  languageTag: 'a BCP 47 tag; plain French is `fr-x-falc`',
  ruleCode: 'the code of a deadline rule, such as `crpa.are`',
  legalReference: 'the reference of an act or an article, without spaces',
  line: 'a short text in one language',
  list: 'a list, with the most it may hold',
  localCode: 'a code chosen within one object: a body, a function, a theme',
  object: 'an object with the fields listed',
  publicKey: 'an Ed25519 public key in hexadecimal, of an institution',
  ref: 'the id of another object, the name of its stream',
  sha256: 'a SHA-256 in hexadecimal',
  siret: 'a SIRET of 14 digits',
  sourceId: 'the identifier an object has where it comes from',
  sourceName: 'the name of a source or a tool',
  sourceWord: 'the source’s own word for a state',
  sourced: 'a text and what it rests on',
  territoryCode: 'an INSEE code, or a district of one',
  text: 'a text by language',
  when: 'a day, a month, a year or an interval: EDTF level 0',
};

const isRef = (kind: string): boolean => kind.startsWith('ref(');

function* kindsOf({ kind, of, fields }: DescribedFact): Generator<string> {
  yield isRef(kind) ? 'ref' : kind;
  if (of) yield* kindsOf(of);
  for (const field of Object.values(fields ?? {})) yield* kindsOf(field);
}

/** Those that occur, in the order of the alphabet. @throws when one has no explanation */
function kindRows({ events, common }: EventCatalogue): string[] {
  const facts = [common, ...events.flatMap(({ facts: now, earlier }) => [now, ...earlier.map((one) => one.facts)])];
  const words = events.flatMap(({ sealed, earlier }) => [sealed, ...earlier.map((one) => one.sealed)]);
  const kinds = new Set([
    ...facts.flatMap((one) => Object.values(one).flatMap((fact) => [...kindsOf(fact)])),
    ...words.flatMap((one) => Object.values(one).map(({ kind }) => kind)),
  ]);
  kinds.delete('nullable'); // said with what is there when it is not null
  return [...kinds].sort().map((kind) => {
    if (!Object.hasOwn(KINDS, kind)) throw new Error(`test/docs/events-reference.ts does not say what "${kind}" is`);
    return `| \`${kind}\` | ${KINDS[kind]} |`;
  });
}

function typeOf({ kind, codes, least, most, of, fields }: DescribedFact): string {
  if (isRef(kind)) {
    const aggregates = kind.slice('ref('.length, -1).split('|');
    return aggregates.length === AGGREGATES.length ? 'ref(any object)' : `ref(${aggregates.join(' or ')})`;
  }
  switch (kind) {
    case 'code':
      return `code: ${codes!.map((value) => `\`${value}\``).join(', ')}`;
    case 'integer':
      return `integer from ${least} to ${most}`;
    case 'list':
      return `list of at most ${most}: ${typeOf(of!)}`;
    case 'nullable':
      return `${typeOf(of!)}, or null`;
    case 'object':
      return `object { ${Object.entries(fields!)
        .map(([name, field]) => `\`${name}\`${field.optional ? '?' : ''}: ${typeOf(field)}`)
        .join('; ')} }`;
    default:
      return kind;
  }
}

const said = ({ meaning }: { readonly meaning?: Label }): string => (meaning ? `. ${meaning.en}` : '');

const factRow = (name: string, fact: DescribedFact, since: string): string =>
  `| \`${name}\` | fact | ${typeOf(fact)}${said(fact)} | ${fact.optional ? 'optional' : 'always'} | everybody |${since}`;

const READERS: Readonly<Record<DescribedWord['audience'], string>> = {
  public: 'everybody, once the object is public',
  office: 'those with a role on the object',
  person: 'nobody: to write to the person or to recognise her',
};
const wordRow = (name: string, word: DescribedWord, since: string): string =>
  `| \`${name}\` | sealed${word.personal ? ', a person’s' : ''} | ${word.list ? 'list: ' : ''}${word.kind}${said(word)} | ${word.optional ? 'optional' : 'always'} | ${READERS[word.audience]}${word.always ? ', even while its object is not public' : ''} |${since}`;

const TABLE = (since: boolean): string[] => [
  `| field | class | type | | read by |${since ? ' since |' : ''}`,
  `| --- | --- | --- | --- | --- |${since ? ' --- |' : ''}`,
];

function section({ type, meaning, aggregate, visibility, facts, sealed, earlier }: CataloguedEvent): string[] {
  const effect = {
    opens: ' Its words become public.',
    closes: ' Its words are public no longer.',
    withholds: ' The passages it names are public no longer.',
    restores: ' The passages it names are public again.',
  };
  const rows = [
    ...Object.entries(facts).map(([name, fact]) => factRow(name, fact, ` ${fact.since} |`)),
    ...Object.entries(sealed).map(([name, word]) => wordRow(name, word, ` ${word.since} |`)),
  ];
  return [
    `### ${type}`,
    '',
    `${meaning.en} *${meaning.fr}*`,
    '',
    `Stream \`${aggregate}-<uuid>\`.${visibility ? effect[visibility] : ''}`,
    '',
    ...(rows.length > 0 ? [...TABLE(true), ...rows] : ['No fields of its own.']),
    '',
    ...earlier.flatMap(earlierSection),
  ];
}

const earlierSection = ({ type, facts, sealed, renamed }: CataloguedVersion): string[] => [
  `#### ${type}`,
  '',
  'No longer written; read as the version above.',
  '',
  ...TABLE(false),
  ...Object.entries(facts).map(([name, fact]) => factRow(name, fact, '')),
  ...Object.entries(sealed).map(([name, word]) => wordRow(name, word, '')),
  '',
  ...Object.entries(renamed).flatMap(([before, now]) => [`\`${before}\` is now \`${now}\`.`, '']),
];

/** The page docs/events.md, made from the definitions. */
export function eventsReference(schema: EventSchema): string {
  const catalogue = eventCatalogue(schema);
  const { events, common } = catalogue;
  const aggregates = [...new Set(events.map(({ aggregate }) => aggregate))];
  const sections = aggregates.flatMap((aggregate) => [
    `## ${aggregate}`,
    '',
    ...events.filter((one) => one.aggregate === aggregate).flatMap(section),
  ]);
  const commonRows = Object.entries(common).map(([name, fact]) => factRow(name, fact, ''));
  return [
    '# Events',
    '',
    '<!-- Made from libs/facts/events by `UPDATE_DOCS=1 npm test -- test/docs`. -->',
    '',
    `Everything the register can say: ${events.length} events. The same as JSON: \`GET /api/v1/registry\`. A *fact* stands in the entry in clear; of a *sealed* field the entry holds a commitment, and the vault the value; the facts of an object that is not public are sealed too ([entries and words](explanation/entries-and-words.md)). *Since* is the version of the event that first had the field. How a definition changes: [change an event](how-to/change-an-event.md).`,
    '',
    ...aggregates.map((aggregate) => `- [${aggregate}](#${aggregate.toLowerCase()})`),
    '',
    '## In any event',
    '',
    'Absent when there is nothing to say.',
    '',
    ...TABLE(false),
    ...commonRows,
    '',
    '## Types',
    '',
    '| type | |',
    '| --- | --- |',
    ...kindRows(catalogue),
    '',
    ...sections,
  ].join('\n');
}

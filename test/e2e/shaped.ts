/** Random values of the shape an operation describes: right often enough to get past the first check, wrong often enough. */
import fc from 'fast-check';

export interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** Texts that have broken something somewhere. */
export const NASTY = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\ufeff',
  '\u202e',
  'e\u0301'.repeat(50),
  '\u{1d160}'.repeat(700),
  '👩‍👩‍👧',
  '__proto__',
  'constructor',
  "'; drop table log.event; --",
  '<script>alert(1)</script>',
  '%00',
  '../..',
  '${7*7}',
  '{{7*7}}',
  'NaN',
  '1e309',
  '-0',
  '',
  ' ',
  '\n',
  '9'.repeat(400),
  'mot '.repeat(20_000),
  'x'.repeat(99_999),
];

const nasty = fc.constantFrom(...NASTY);
const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme' }) },
  { weight: 2, arbitrary: nasty },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
const date = fc.constantFrom(
  '2026-01-15',
  '2026-01',
  '2026',
  '2026-01/2026-03',
  '2026-02-30',
  '2999-01-01',
  '0000-01-01',
  '2026-13',
  'hier',
);

/** @param known strings that exist in the register: ids and codes */
export function shapedLike(schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> {
  const right = rightfullyShaped(schema, known);
  return fc.oneof(
    { weight: 30, arbitrary: right },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
    { weight: 1, arbitrary: anyText },
  );
}

function rightfullyShaped(schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => shapedLike(one, known)));
  switch (schema.type) {
    case 'object':
      return shapedObject(schema, known);
    case 'array':
      return fc.array(shapedLike(schema.items ?? {}, known), { maxLength: Math.min(schema.maxItems ?? 3, 4) });
    case 'integer':
    case 'number':
      return fc.oneof(
        fc.integer({
          min: Math.max(schema.minimum ?? 0, -(2 ** 31)),
          max: Math.min(schema.maximum ?? 100, 2 ** 31 - 1),
        }),
        fc.integer(),
        fc.double(),
      );
    case 'boolean':
      return fc.boolean();
    case 'string':
      return shapedString(schema, known);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function shapedString({ pattern }: Schema, known: readonly string[]): fc.Arbitrary<string> {
  if (pattern === undefined) return fc.oneof(date, anyText);
  const expression = new RegExp(pattern, 'u');
  const fitting = known.filter((one) => expression.test(one));
  const made = simple(pattern) ? fc.stringMatching(expression) : anyText;
  return fitting.length > 0
    ? fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: made })
    : made;
}

/** fast-check makes strings of patterns without look-ahead and without Unicode properties. */
const simple = (pattern: string): boolean => !/\(\?[=!<]|\\p\{/.test(pattern);

function shapedObject(
  { properties = {}, required = [], additionalProperties }: Schema,
  known: readonly string[],
): fc.Arbitrary<unknown> {
  if (typeof additionalProperties === 'object') {
    return fc.dictionary(
      fc.constantFrom('fr', 'en', 'fr-x-falc', 'xx', 'Français'),
      shapedLike(additionalProperties, known),
      { maxKeys: 3 },
    );
  }
  const model = Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, shapedLike(inner, known)]));
  const whole = fc.record(model, { requiredKeys: [...required] });
  const one = fc.record({ whole, extra: fc.constantFrom('inconnu', '__proto__', 'takenOver', 'id') });
  return fc.oneof(
    { weight: 20, arbitrary: whole },
    { weight: 1, arbitrary: one.map(({ whole: body, extra }) => ({ ...body, [extra]: 1 })) },
  );
}

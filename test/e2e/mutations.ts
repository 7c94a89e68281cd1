/** Everything that can be wrong with one value of a body that is otherwise right. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export interface Mutation {
  /** What was done, and where, as a JSON pointer. */
  readonly name: string;
  /** Text of the body, since some of it JSON.stringify would never write. */
  readonly body: string;
}

/** Longer than any text may be. */
const TOO_LONG = 'e'.repeat(100_001);
const MANY = 10_000;

interface Wrong {
  readonly what: string;
  readonly json: string;
}

const wrongString = (value: string): Wrong[] => [
  { what: 'a NUL character', json: JSON.stringify(`${value}\u0000`) },
  { what: 'a lone surrogate', json: `"${JSON.stringify(value).slice(1, -1)}\\ud800"` },
  { what: 'blank', json: '" \\n\\t "' },
  { what: 'empty', json: '""' },
  { what: 'too long', json: JSON.stringify(TOO_LONG) },
  { what: 'a number', json: '42' },
  { what: 'a boolean', json: 'false' },
  { what: 'a list', json: JSON.stringify([value]) },
  { what: 'an object', json: '{}' },
  { what: 'deep nesting', json: `${'['.repeat(20_000)}${']'.repeat(20_000)}` },
];

const wrongNumber = (value: number): Wrong[] => [
  { what: 'a float', json: `${value}.5` },
  { what: 'a huge float', json: '1e308' },
  { what: 'infinite', json: '1e999' },
  { what: 'beyond the safe integers', json: '9007199254740993' },
  { what: 'very negative', json: '-9007199254740993' },
  { what: 'a string', json: `"${value}"` },
];

const replacedBy = (wrong: readonly Wrong[], pointer: string, around: (json: string) => string): Mutation[] =>
  wrong.map(({ what, json }) => ({ name: `${pointer || '/'}: ${what}`, body: around(json) }));

/** All mutations of a value and of what is inside it. @param around puts the text of the value into the whole body */
export function mutationsOf(value: Json, pointer = '', around: (json: string) => string = (json) => json): Mutation[] {
  if (typeof value === 'string') return replacedBy(wrongString(value), pointer, around);
  if (typeof value === 'number') return replacedBy(wrongNumber(value), pointer, around);
  if (typeof value === 'boolean' || value === null)
    return replacedBy([{ what: 'a text', json: '"oui"' }], pointer, around);
  if (Array.isArray(value)) return mutationsOfList(value as readonly Json[], pointer, around);
  return mutationsOfObject(value as { readonly [name: string]: Json }, pointer, around);
}

function mutationsOfList(items: readonly Json[], pointer: string, around: (json: string) => string): Mutation[] {
  const whole = [
    { what: 'a text', json: '"rien"' },
    { what: 'an object', json: '{"0":1}' },
    { what: `${MANY} items`, json: JSON.stringify(Array(MANY).fill(items[0])) },
    { what: 'a list in the list', json: JSON.stringify([items]) },
    { what: 'a null item', json: '[null]' },
  ];
  const inside = items.flatMap((item, n) =>
    mutationsOf(item, `${pointer}/${n}`, (json) =>
      around(`[${items.map((other, i) => (i === n ? json : JSON.stringify(other))).join(',')}]`),
    ),
  );
  return [...replacedBy(whole, pointer, around), ...inside];
}

function mutationsOfObject(
  value: { readonly [name: string]: Json },
  pointer: string,
  around: (json: string) => string,
): Mutation[] {
  const members = Object.entries(value);
  const written = members.map(([name, member]) => `${JSON.stringify(name)}:${JSON.stringify(member)}`);
  const whole = [
    { what: 'a text', json: '"rien"' },
    { what: 'a list', json: '[]' },
    { what: 'null', json: 'null' },
    { what: 'an unknown field', json: `{${[...written, '"champInconnu":1'].join(',')}}` },
    { what: 'a field named __proto__', json: `{${[...written, '"__proto__":{"admin":true}'].join(',')}}` },
    {
      what: 'a poisoned constructor',
      json: `{${[...written, '"constructor":{"prototype":{"admin":true}}'].join(',')}}`,
    },
  ];
  const inside = members.flatMap(([name, member], n) =>
    mutationsOf(member, `${pointer}/${name}`, (json) =>
      around(`{${written.map((other, i) => (i === n ? `${JSON.stringify(name)}:${json}` : other)).join(',')}}`),
    ),
  );
  return [...replacedBy(whole, pointer, around), ...inside];
}

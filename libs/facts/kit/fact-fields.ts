/**
 * The kinds of value that may stand in clear in an entry's `data`.
 *
 * There is deliberately no kind for free text: a string in clear is a code, an identifier, a date, a hash or a bounded
 * token. Whatever a person wrote is a sealed field (see sealed-fields.ts).
 */
import type { Label } from '../codes/label';
import { isPossibleDate } from '../dates/calendar-date';
import { isWhen } from '../dates/when';

export interface FactField<T> {
  readonly class: 'fact';
  readonly kind: string;
  readonly optional: boolean;
  /** Fields of an object or items of a list, so that a test can walk every leaf. */
  readonly inner: Readonly<Record<string, FactField<unknown>>>;
  /** The allowed values of a code. */
  readonly values?: readonly string[];
  /** The form of a string, the bounds of an integer or of a list's length: for the API's schemas and the catalogue. */
  readonly pattern?: RegExp;
  readonly least?: number;
  readonly most?: number;
  /** What it is for, where its name does not say it. */
  readonly meaning?: Label;
  /** Returns what is wrong with the value, or null. */
  readonly check: (value: unknown) => string | null;
  /** Only carries the type. */
  readonly _value?: T;
}

export type FactFields = Readonly<Record<string, FactField<unknown>>>;
type Value<F> = F extends FactField<infer T> ? T : never;
type OptionalKeys<F extends FactFields> = { [K in keyof F]: undefined extends Value<F[K]> ? K : never }[keyof F];
export type ValuesOf<F extends FactFields> = { [K in Exclude<keyof F, OptionalKeys<F>>]: Value<F[K]> } & {
  [K in OptionalKeys<F>]?: Value<F[K]>;
};

/** Most ids or items an event may list; longer commands make several events (02 §2.1). */
export const LONGEST_LIST = 500;

const field = <T>(
  kind: string,
  check: (value: unknown) => string | null,
  more: Partial<Pick<FactField<T>, 'inner' | 'values' | 'pattern' | 'least' | 'most'>> = {},
): FactField<T> => ({ class: 'fact', kind, optional: false, inner: {}, ...more, check });

const matching = <T extends string>(kind: string, pattern: RegExp, expectation: string): FactField<T> =>
  field<T>(kind, (value) => (typeof value === 'string' && pattern.test(value) ? null : `expected ${expectation}`), {
    pattern,
  });

export const optional = <T>(inner: FactField<T>): FactField<T | undefined> => ({
  ...inner,
  optional: true,
  check: (value) => (value === undefined ? null : inner.check(value)),
});

export const code = <const C extends readonly string[]>(values: C): FactField<C[number]> =>
  field<C[number]>(
    'code',
    (value) => (typeof value === 'string' && values.includes(value) ? null : `expected one of: ${values.join(', ')}`),
    { values },
  );

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Id of another object: the name of its stream, `<aggregate>-<uuid>`. */
export const ref = <const A extends readonly string[]>(...aggregates: A): FactField<`${A[number]}-${string}`> =>
  matching(
    `ref(${aggregates.join('|')})`,
    new RegExp(`^(?:${aggregates.join('|')})-${UUID}$`),
    `the id of: ${aggregates.join(' or ')}`,
  );

/** Id of an event. */
export const eventId = matching<string>('eventId', new RegExp(`^${UUID}$`), 'the id of an event (UUID)');

/** A short code chosen within one object: a body, function or theme of an authority, a constraint of a mandate. */
export const localCode = matching<string>(
  'localCode',
  /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/,
  'a code of 1 to 60 lower-case letters, digits and hyphens',
);

/** SIRET: 14 digits; the Luhn check is the authority's decider's (La Poste's numbers are an exception to it). */
export const siret = matching<string>('siret', /^\d{14}$/, 'a SIRET of 14 digits');

/** The source's own word for a state, kept beside our code: letters, and a number only at its end ("Phase 2"). */
export const sourceWord = matching<string>(
  'sourceWord',
  /^\(?\p{L}[\p{L} _'’./-]{0,35}(?: \d{1,2})?\)?$/u,
  "the source's own word, 40 characters at most",
);

/** A name of a source or of a tool, such as `paris` or `decidim-0.30`. */
export const sourceName = matching<string>(
  'sourceName',
  /^[a-z0-9][a-z0-9.-]{0,39}$/,
  'a name of 1 to 40 lower-case letters, digits, dots and hyphens',
);

/** The identifier an object has where it comes from: never a person's. */
export const sourceId = matching<string>(
  'sourceId',
  /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}$/,
  'an identifier of 1 to 100 letters, digits and . _ : / -',
);

/** Code of a deadline rule: words of lower-case letters and digits joined by dots and hyphens, such as `crpa.are`. */
export const ruleCode = matching<string>(
  'ruleCode',
  /^(?=.{1,60}$)[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/,
  'the code of a deadline rule, such as crpa.are',
);

/** Reference of an act or an article, such as `2026-DELIB-014` or `L311-6`: no spaces, so no words. */
export const legalReference = matching<string>(
  'legalReference',
  /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/,
  'a reference of 40 characters at most, with a number and without spaces',
);

/** BCP 47 language tag; plain French is `fr-x-falc`. */
export const languageTag = matching<string>(
  'languageTag',
  /^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}$/,
  'a language tag such as fr or fr-x-falc',
);

/** INSEE code of a municipality, or a district of at least about 2,000 inhabitants (02 §5). */
export const territoryCode = matching<string>(
  'territoryCode',
  /^[0-9][0-9AB][0-9]{3}(?:-[A-Z0-9]{1,8})?$/,
  'an INSEE code, such as 44109 or 44109-D03',
);

/** Name of a field, as in `/title` or `due date`, used where an event speaks of another event's fields. */
export const fieldPath = matching<string>('fieldPath', /^(?:\/[A-Za-z0-9]{1,40}){1,4}$/, 'a path such as /text');

export const sha256 = matching<string>('sha256', /^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal');

/** Ed25519, of an institution and never of a person. */
export const publicKey = matching<string>(
  'publicKey',
  /^[0-9a-f]{64}$/,
  'an Ed25519 public key: 64 lower-case hexadecimal digits',
);

export const date = field<string>('date', (value) => (isPossibleDate(value) ? null : 'expected a date YYYY-MM-DD'));

/** An instant in UTC, to the second: `YYYY-MM-DDThh:mm:ssZ`, as entries are dated. */
export const instant = field<string>('instant', (value) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(value) && !Number.isNaN(Date.parse(value))
    ? null
    : 'expected an instant YYYY-MM-DDThh:mm:ssZ',
);

/** EDTF level 0: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or an interval `from/to`. */
export const when = field<string>('when', (value) =>
  isWhen(value) ? null : 'expected a date YYYY-MM-DD, a month YYYY-MM, a year YYYY or an interval from/to',
);

export const integer = (least: number, most: number): FactField<number> =>
  field<number>(
    'integer',
    (value) =>
      Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
        ? null
        : `expected a whole number from ${least} to ${most}`,
    { least, most },
  );

/** An amount of money in euro cents. */
export const cents = integer(0, 1_000_000_000_000_00);
export const percent = integer(0, 100);
export const count = integer(0, 2_000_000_000);

export const flag = field<boolean>('flag', (value) => (typeof value === 'boolean' ? null : 'expected true or false'));

export const nullable = <T>(inner: FactField<T>): FactField<T | null> =>
  field<T | null>('nullable', (value) => (value === null ? null : inner.check(value)), {
    inner: { value: inner },
  });

export const list = <T>(item: FactField<T>, most = LONGEST_LIST): FactField<readonly T[]> =>
  field<readonly T[]>(
    'list',
    (value) => {
      if (!Array.isArray(value)) return 'expected a list';
      if (value.length > most) return `expected at most ${most} items, found ${value.length}`;
      for (let i = 0; i < value.length; i++) {
        const problem = item.check(value[i]);
        if (problem) return `item ${i + 1}: ${problem}`;
      }
      return null;
    },
    { inner: { item }, most },
  );

export const object = <F extends FactFields>(fields: F): FactField<ValuesOf<F>> =>
  field<ValuesOf<F>>('object', (value) => checkFacts(fields, value), { inner: fields });

/** Checks a whole object: every declared field right, and no field that is not declared. */
export function checkFacts(fields: FactFields, value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'expected an object';
  const given = value as Record<string, unknown>;
  for (const name in given) {
    if (!Object.hasOwn(fields, name)) return `unknown field "${name}"`;
  }
  for (const name in fields) {
    const problem = fields[name]!.check(given[name]);
    if (problem) return `${name}: ${problem}`;
  }
  return null;
}

/**
 * The kinds of value of which an entry holds only a salted commitment; value and salt stand in the vault, from which
 * they can be erased. Everything a person wrote, and everything that names a person, is one of these.
 */
import type { Label } from '../codes/label';
import { isLanguageTagged, isStorable } from './language-tagged';

/**
 * Who may read the opened value:
 * `public` everybody, once the object itself is public; `office` those with a role on the object;
 * `person` nobody: it serves to write to her or to recognise her, and is never shown.
 */
export const AUDIENCES = ['public', 'office', 'person'] as const;
export type Audience = (typeof AUDIENCES)[number];

export interface SealedField<T> {
  readonly class: 'sealed';
  readonly kind: string;
  readonly audience: Audience;
  /** A citizen's field: encrypted under her key, erased with it. */
  readonly personal: boolean;
  /**
   * Shown to its audience even while the words of its object are not public: why it is not, what the guarantor thinks of
   * that. Never a person's words, and never of an object whose facts are sealed too.
   */
  readonly always: boolean;
  readonly optional: boolean;
  /** One commitment per item (`/attachments/0`); the count is a fact. */
  readonly list: boolean;
  /** What it is for, where its name does not say it. */
  readonly meaning?: Label;
  /** What is wrong with the value, or null. */
  readonly check: (value: unknown) => string | null;
  readonly _value?: T;
}

export type SealedFields = Readonly<Record<string, SealedField<unknown>>>;
type Value<F> = F extends SealedField<infer T> ? T : never;
type OptionalKeys<F extends SealedFields> = { [K in keyof F]: undefined extends Value<F[K]> ? K : never }[keyof F];
export type WordsOf<F extends SealedFields> = { [K in Exclude<keyof F, OptionalKeys<F>>]: Value<F[K]> } & {
  [K in OptionalKeys<F>]?: Value<F[K]>;
};

/** A text in one or more languages: `{ fr: "…", "fr-x-falc": "…" }`. */
export type Text = Readonly<Record<string, string>>;
/** A file; its bytes are in the vault under the hash's random id, never in the entry. */
export interface Attachment {
  readonly bytes: number;
  readonly mediaType: string;
  readonly sha256: string;
}
/** How to reach a person. At least one is given. */
export interface Contact {
  readonly email?: string;
  readonly telephone?: string;
  readonly address?: string;
}
/** A constraint or a claim with what it rests on. */
export interface Sourced {
  readonly text: Text;
  readonly source?: string;
}

/** Longest text of one field, all languages together: it must fit in a form, a page and a mail. */
export const LONGEST_TEXT = 100_000;

type Check = (value: unknown) => string | null;
export interface Choice {
  /** Default `public`. */
  audience?: Audience;
  /** Default false: an office's words. */
  personal?: boolean;
  /** Default false: with its object. */
  always?: boolean;
}

const sealed = <T>(
  kind: string,
  check: Check,
  { audience = 'public', personal = false, always = false }: Choice,
): SealedField<T> => ({
  class: 'sealed',
  kind,
  audience,
  personal,
  always,
  optional: false,
  list: false,
  check,
});

const isWords = (value: unknown, longest: number): string | null => {
  if (typeof value !== 'string' || value.trim() === '') return 'expected some text';
  if (!isStorable(value)) return 'expected well-formed Unicode without NUL';
  return value.length > longest ? `expected at most ${longest} characters` : null;
};

export const text = (choice: Choice = {}): SealedField<Text> =>
  sealed<Text>('text', (value) => isLanguageTagged(value, LONGEST_TEXT), choice);

/** A short line in one language: a name, an address, a link. */
export const line = (choice: Choice = {}): SealedField<string> =>
  sealed<string>('line', (value) => isWords(value, 2000), choice);

export const contact = (choice: Choice = {}): SealedField<Contact> =>
  sealed<Contact>(
    'contact',
    (value) => {
      if (typeof value !== 'object' || value === null) return 'expected a way to reach the person';
      const parts = Object.entries(value);
      if (parts.length === 0) return 'expected an e-mail, a telephone number or an address';
      for (const [name, part] of parts) {
        if (!['email', 'telephone', 'address'].includes(name)) return `unknown field "${name}"`;
        const problem = isWords(part, 500);
        if (problem) return `${name}: ${problem}`;
      }
      return null;
    },
    choice,
  );

export const sourced = (choice: Choice = {}): SealedField<Sourced> =>
  sealed<Sourced>(
    'sourced',
    (value) => {
      if (typeof value !== 'object' || value === null) return 'expected a text and its source';
      const { text: words, source, ...rest } = value as Record<string, unknown>;
      if (Object.keys(rest).length > 0) return `unknown field "${Object.keys(rest)[0]}"`;
      return isLanguageTagged(words, LONGEST_TEXT) ?? (source === undefined ? null : isWords(source, 2000));
    },
    choice,
  );

export const attachment = (choice: Choice = {}): SealedField<Attachment> =>
  sealed<Attachment>(
    'attachment',
    (value) => {
      if (typeof value !== 'object' || value === null) return 'expected a file';
      const { bytes, mediaType, sha256, ...rest } = value as Record<string, unknown>;
      if (Object.keys(rest).length > 0) return `unknown field "${Object.keys(rest)[0]}"`;
      if (!Number.isSafeInteger(bytes) || (bytes as number) < 0) return 'bytes: expected a size';
      if (typeof mediaType !== 'string' || !/^[a-z]+\/[a-z0-9.+-]+$/.test(mediaType))
        return 'mediaType: expected a media type';
      return typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) ? null : 'sha256: expected a SHA-256';
    },
    choice,
  );

/** SHA-256 of a secret, in hexadecimal. */
export const digest = (choice: Choice = {}): SealedField<string> =>
  sealed<string>(
    'digest',
    (value) => (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? null : 'expected a SHA-256'),
    choice,
  );

export const optionalSealed = <T>(inner: SealedField<T>): SealedField<T | undefined> => ({
  ...inner,
  optional: true,
  check: (value) => (value === undefined ? null : inner.check(value)),
});

/** A list whose items are committed to one by one. */
export const listSealed = <T>(
  { kind, audience, personal, always, check }: SealedField<T>,
  most = 100,
): SealedField<readonly T[] | undefined> => ({
  class: 'sealed',
  kind,
  audience,
  personal,
  always,
  optional: true,
  list: true,
  check: (value) => {
    if (value === undefined) return null;
    if (!Array.isArray(value)) return 'expected a list';
    if (value.length > most) return `expected at most ${most} items`;
    for (let i = 0; i < value.length; i++) {
      const problem = check(value[i]);
      if (problem) return `item ${i + 1}: ${problem}`;
    }
    return null;
  },
});

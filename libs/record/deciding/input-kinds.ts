/**
 * Schemas of commands, made from the definitions of events: the form of a code, a date or an id is stated once, in
 * facts. What a person types is trimmed of nothing and put into Unicode NFC, the form in which it is hashed.
 */
import { z } from 'zod';
import type { FactField, FactFields } from '@fil/facts/kit/fact-fields';
import { isWhen } from '@fil/facts/dates/when';
import { isStorable } from '@fil/facts/kit/language-tagged';
import { LONGEST_TEXT, type SealedField, type SealedFields } from '@fil/facts/kit/sealed-fields';

type InputOf<F> = F extends FactField<infer T> | SealedField<infer T>
  ? undefined extends T
    ? z.ZodOptional<z.ZodType<Exclude<T, undefined>, unknown>>
    : z.ZodType<T, unknown>
  : never;

const nfc = (value: string): string => value.normalize('NFC');
const words = (longest: number): z.ZodType<string, unknown> =>
  z
    .string()
    .max(longest)
    .refine((value) => value.trim() !== '', { error: 'blank' })
    .refine(isStorable, { error: 'illFormed' })
    .transform(nfc);

/** A short line. */
export const lineInput = words(2000);
/** A text by language: `{ "fr": "…" }`. */
export const textInput = z
  .record(z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}$/, { error: 'languageTag' }), words(LONGEST_TEXT))
  .refine((value) => Object.keys(value).length > 0, { error: 'blank' });

const SEALED_INPUTS: Record<string, () => z.ZodType> = {
  text: () => textInput,
  line: () => lineInput,
  contact: () =>
    z
      .strictObject({
        email: z.email().max(320).optional(),
        telephone: words(40).optional(),
        address: words(500).optional(),
      })
      .refine((value) => Object.values(value).some((part) => part !== undefined), { error: 'blank' }),
  sourced: () => z.strictObject({ text: textInput, source: lineInput.optional() }),
  attachment: () =>
    z.strictObject({
      bytes: z.int().min(0).max(20_000_000),
      mediaType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/, { error: 'mediaType' }),
      sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: 'sha256' }),
    }),
  digest: () => z.string().regex(/^[0-9a-f]{64}$/, { error: 'sha256' }),
};

function sealedInput(field: SealedField<unknown>): z.ZodType {
  const item = SEALED_INPUTS[field.kind]!();
  if (field.list) return z.array(item).max(100).optional();
  return field.optional ? item.optional() : item;
}

function factInput(field: FactField<unknown>): z.ZodType {
  const required = requiredFactInput(field);
  return field.optional ? required.optional() : required;
}

/** A theme named twice would be counted twice. Lists of objects are their decider's business. */
const namesEachOnce = (items: readonly unknown[]): boolean =>
  typeof items[0] !== 'string' || new Set(items).size === items.length;

function requiredFactInput(field: FactField<unknown>): z.ZodType {
  switch (field.kind) {
    case 'code':
      return z.enum(field.values as [string, ...string[]]);
    case 'integer':
      return z.int().min(field.least!).max(field.most!);
    case 'flag':
      return z.boolean();
    case 'nullable':
      return factInput(field.inner['value']!).nullable();
    case 'list':
      return z.array(factInput(field.inner['item']!)).max(field.most!).refine(namesEachOnce, { error: 'twice' });
    case 'object':
      return z.strictObject(
        Object.fromEntries(Object.entries(field.inner).map(([name, inner]) => [name, factInput(inner)])),
      );
    case 'date':
    case 'instant':
    case 'when':
      return z.string().refine((value) => field.check(value) === null, { error: field.kind });
    default:
      // `ref(decision|commitment)` is told in words as `ref`.
      return z.string().regex(field.pattern!, { error: field.kind.replace(/\(.*/, '') });
  }
}

/** The schema of one field, fact or sealed. */
export const input = <F extends FactField<unknown> | SealedField<unknown>>(field: F): InputOf<F> =>
  (field.class === 'fact' ? factInput(field) : sealedInput(field)) as unknown as InputOf<F>;

/** Schemas of several fields, to be spread into `z.strictObject({ … })`. */
export const inputs = <F extends FactFields | SealedFields>(fields: F): { [K in keyof F]: InputOf<F[K]> } =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, input(field)])) as {
    [K in keyof F]: InputOf<F[K]>;
  };

/** The day it happened, when that is not today. */
export const occurredOnInput = z
  .string()
  .refine((value) => isWhen(value), { error: 'when' })
  .optional();

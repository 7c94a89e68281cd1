import { z } from 'zod';
import { legalReference, localCode, ref } from '@fil/facts/kit/fact-fields';
import { input } from '../deciding/input-kinds';

const code = input(localCode);
const DEEPEST = 20;

/** What a database keeps as it is: no U+0000, no half of a character, nothing nested without end. */
function isKeepable(value: unknown, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000');
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, inner]) => isKeepable(name) && isKeepable(inner, depth + 1));
}

/** As it is typed: it may be incomplete, and is checked when it is released. */
const content = z.record(z.string().max(60), z.unknown()).refine((value) => isKeepable(value), { error: 'content' });
/** ISO 8601 with an offset or `Z`. */
const instant = z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString());

export const prepareDraftInput = z.strictObject({
  kind: z.string().max(60),
  authority: input(ref('authority')),
  object: z.string().max(80).optional(),
  content,
  preparedBy: code,
  visasRequired: z.array(code).max(20).default([]),
});
export type PrepareDraftInput = z.infer<typeof prepareDraftInput>;

export const reviseDraftInput = z.strictObject({
  /** The version that was read. */
  version: z.int().min(1),
  content,
  preparedBy: code.optional(),
});
export type ReviseDraftInput = z.infer<typeof reviseDraftInput>;

export const visaInput = z.strictObject({ function: code, version: z.int().min(1) });
export type VisaInput = z.infer<typeof visaInput>;

export const releaseDraftInput = z.strictObject({
  decidedBy: code,
  delegation: input(legalReference).optional(),
  at: instant.optional(),
});
export type ReleaseDraftInput = z.infer<typeof releaseDraftInput>;

export const nothingInput = z.strictObject({});

import type { NameBook, Named } from './named';
import type { Names } from './names';

/** Names codes; null where none is given. */
export type Naming = (kind: keyof NameBook, code: string | null | undefined) => Named | null;

/** Names of one authority's codes. */
export const naming =
  (names: Names, authority: string | null): Naming =>
  (kind, code) =>
    names.optional(kind, authority, code);

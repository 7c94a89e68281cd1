import type { Label } from '../codes/label';

/** Says what a field is for, where its name does not: for the catalogue. */
export const explained = <F extends { readonly meaning?: Label }>(field: F, meaning: Label): F => ({
  ...field,
  meaning,
});

import type { Label } from '@fil/facts/codes/label';

/** The command cannot be carried out as it was given. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly said: Label) {
    super(said.en);
  }
}

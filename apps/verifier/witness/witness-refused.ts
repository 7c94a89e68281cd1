import type { Label } from '@fil/facts/codes/label';

/** The witness does not begin, and says why. */
export class WitnessRefused extends Error {
  override readonly name = 'WitnessRefused';

  constructor(
    readonly said: Label,
    options?: ErrorOptions,
  ) {
    super(said.en, options);
  }
}

import type { Label } from '@fil/facts/codes/label';
import type { Refusal } from '@fil/facts/kit/refusal';

/** An import cannot go on: a rule of the register refused something everything else rests on. */
export class ImportRefused extends Error {
  constructor(readonly reason: Label) {
    super(reason.en);
  }
}

export const refusedByRegister = (what: string, { rule, message }: Refusal): ImportRefused =>
  new ImportRefused({
    fr: `Le registre a refusé « ${what} » (${rule}) : ${message.fr}`,
    en: `The register refused "${what}" (${rule}): ${message.en}`,
  });

import { ExplainedError } from '@fil/facts/kit/explained-error';

/**
 * Why nothing more is signed. `gap`: an entry is missing. `leaf`: an entry has not the hash it was recorded with. `tile`:
 * what is kept of the tree does not follow from the entries. `fork`: what was signed before is not the beginning of this
 * log. `behind`: more was signed than there is.
 */
export const DAMAGE_KINDS = ['gap', 'leaf', 'tile', 'fork', 'behind'] as const;
export type DamageKind = (typeof DAMAGE_KINDS)[number];

/** The log is not as it was: whoever finds it stops and tells, and repairs nothing. */
export class LogDamaged extends Error {
  override readonly name = 'LogDamaged';

  /** @param message for operators, in English, without anybody's words */
  constructor(
    readonly kind: DamageKind,
    message: string,
  ) {
    super(message);
  }
}

/** Nothing is known to be wrong with the log, and it cannot be signed now: no key, or a lock store that cannot be read. */
export class CannotSign extends ExplainedError {
  override readonly name = 'CannotSign';

  /** @param why for operators, in English */
  constructor(why: string, options?: ErrorOptions) {
    super(
      'signing.impossible',
      'busy',
      {
        fr: `Le registre ne peut pas être signé pour le moment. Motif : ${why}.`,
        en: `The log cannot be signed at the moment: ${why}.`,
      },
      options,
    );
  }
}

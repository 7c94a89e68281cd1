import type { CommonFacts } from '@fil/facts/kit/common-facts';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';

/** What replaces an event entered in error names one of the same kind, in the same consultation, once. */
export const unknownReport = (
  standing: { has(event: string): boolean },
  enteredInError: CommonFacts['enteredInError'],
): Refusal | null =>
  enteredInError === undefined || standing.has(enteredInError.event)
    ? null
    : refuse(
        'consultation.unknownEntry',
        {
          fr: 'L’inscription à remplacer n’existe pas dans cette démarche, n’est pas de même nature ou a déjà été remplacée.',
          en: 'There is no such entry to replace in this consultation, or it is of another kind, or was replaced before.',
        },
        { field: 'enteredInError' },
      );

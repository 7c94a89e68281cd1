/**
 * Facts that any event may carry beside its own, absent when there is nothing to say (02 §2.1).
 */
import {
  code,
  eventId,
  integer,
  legalReference,
  list,
  localCode,
  object,
  optional,
  ref,
  sha256,
  sourceName,
  sourceWord,
  type ValuesOf,
} from './fact-fields';
import { AGGREGATES } from './aggregates';
import { explained } from './explained';

export const COMMON_FACTS = {
  basis: explained(optional(list(object({ stream: ref(...AGGREGATES), rev: integer(0, 2_000_000_000) }))), {
    fr: 'Les autres flux qu’une règle a lus, chacun à sa révision : la même décision peut être reprise.',
    en: 'The other streams a rule read, each at the revision it was read at: the same decision can be taken again.',
  }),
  assisted: explained(
    optional(
      object({
        tool: sourceName,
        version: sourceName,
        instruction: sha256,
        inputs: list(sha256),
        validatedBy: localCode,
      }),
    ),
    {
      fr: 'Une étape assistée par un outil : lequel, avec quelle consigne, sur quoi, et qui l’a validée.',
      en: 'A step assisted by a tool: which, how it was told, on what, and who validated it.',
    },
  ),
  takenOver: explained(
    optional(
      object({
        source: sourceName,
        word: optional(sourceWord),
        notStated: optional(
          list(
            code([
              'reason',
              'decidedBy',
              'body',
              'date',
              'author',
              'title',
              'text',
              'means',
              'owner',
              'evidence',
            ] as const),
          ),
        ),
      }),
    ),
    {
      fr: 'Repris d’un autre système par un import ; ce que la source ne dit pas est dans notStated.',
      en: 'Taken over from another system by an import; notStated lists what the source does not say.',
    },
  ),
  release: explained(
    optional(
      object({
        preparedBy: optional(localCode),
        visaBy: optional(list(localCode, 20)),
        decidedBy: optional(localCode),
        delegation: optional(legalReference),
      }),
    ),
    {
      fr: 'Qui a préparé, visé et décidé ce qui est publié, et par quelle délégation : des fonctions, jamais des noms.',
      en: 'Who prepared, gave a visa and decided what is published, and under which delegation: functions, never names.',
    },
  ),
  enteredInError: explained(optional(object({ event: eventId })), {
    fr: 'Cet événement en remplace un qui a été saisi par erreur.',
    en: 'This event replaces one that was entered in error.',
  }),
} as const;

export type CommonFacts = ValuesOf<typeof COMMON_FACTS>;

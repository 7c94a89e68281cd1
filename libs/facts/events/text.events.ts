/**
 * What every object has: its texts in plain words and in other languages. One definition per aggregate, made here. A
 * text made from another one names it by event and path, is sealed as that one is, and is never shown to more people.
 */
import { PLAIN_TEXT_READERS, TRANSLATORS } from '../codes/words';
import type { Aggregate } from '../kit/aggregates';
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
import { code, eventId, fieldPath, languageTag, optional } from '../kit/fact-fields';
import { line, optionalSealed, text } from '../kit/sealed-fields';

const original = {
  event: explained(eventId, {
    fr: 'L’événement qui porte le texte d’origine.',
    en: 'The event that holds the original.',
  }),
  path: explained(fieldPath, { fr: 'Quel champ de cet événement.', en: 'Which field of that event.' }),
  language: languageTag,
} as const;

/** One of the four is given: the one that is sealed as the original is. */
const words = {
  text: optionalSealed(text()),
  officeText: explained(optionalSealed(text({ audience: 'office' })), {
    fr: 'Quand le texte d’origine n’est pas public.',
    en: 'Where the original is not public.',
  }),
  personalText: explained(optionalSealed(text({ personal: true })), {
    fr: 'Quand le texte d’origine est celui d’une personne : effacé avec lui.',
    en: 'Where the original is a person’s: erased with it.',
  }),
  personalOfficeText: optionalSealed(text({ personal: true, audience: 'office' })),
} as const;

/** Not shown while the original is withheld; erased with it. */
const madeFrom = { event: 'event', path: 'path' } as const;

const plainTextGiven = <A extends Aggregate>(aggregate: A) =>
  defineEvent(`${aggregate}.plainTextGiven/1`, {
    meaning: { fr: 'Un texte est donné aussi en clair.', en: 'A text is also given in plain words.' },
    facts: {
      ...original,
      readBy: explained(code(PLAIN_TEXT_READERS), {
        fr: 'Qui l’a relu : il ne s’appelle FALC que relu par les personnes concernées.',
        en: 'Who has read it again: it is called easy-to-read only when the people concerned have.',
      }),
    },
    madeFrom,
    sealed: {
      ...words,
      readers: explained(optionalSealed(line()), {
        fr: 'Le groupe qui l’a relu, jamais une personne.',
        en: 'The group that has read it again, never a person.',
      }),
    },
  });

const translated = <A extends Aggregate>(aggregate: A) =>
  defineEvent(`${aggregate}.translated/1`, {
    meaning: {
      fr: 'Un texte est traduit ; l’original reste affiché.',
      en: 'A text is translated; the original stays shown.',
    },
    facts: { ...original, from: optional(languageTag), by: code(TRANSLATORS) },
    madeFrom,
    sealed: words,
  });

/** Those that have texts. */
export const AGGREGATES_WITH_TEXTS = [
  'authority',
  'consultation',
  'encounter',
  'contribution',
  'synthesis',
  'guarantor',
  'decision',
  'commitment',
  'committee',
  'evaluation',
  'evaluationResponse',
  'report',
] as const satisfies readonly Aggregate[];
export type AggregateWithTexts = (typeof AGGREGATES_WITH_TEXTS)[number];

export const PLAIN_TEXT_GIVEN = Object.fromEntries(
  AGGREGATES_WITH_TEXTS.map((aggregate) => [aggregate, plainTextGiven(aggregate)]),
) as { readonly [A in AggregateWithTexts]: ReturnType<typeof plainTextGiven<A>> };

export const TRANSLATED = Object.fromEntries(
  AGGREGATES_WITH_TEXTS.map((aggregate) => [aggregate, translated(aggregate)]),
) as { readonly [A in AggregateWithTexts]: ReturnType<typeof translated<A>> };

export const TEXT_EVENTS = [...Object.values(PLAIN_TEXT_GIVEN), ...Object.values(TRANSLATED)];

/** Names of a derived text's sealed field: one of them is given. */
export const DERIVED_TEXT_FIELDS = ['text', 'officeText', 'personalText', 'personalOfficeText'] as const;

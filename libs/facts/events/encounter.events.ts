/** An encounter (*rencontre*): a workshop, a public meeting, a stall, a walk, and the sheets that were handed in. */
import { COUNT_WITNESSES, ENCOUNTER_FORMATS } from '../codes/encounter';
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
import {
  code,
  count,
  flag,
  integer,
  list,
  object,
  optional,
  ref,
  sha256,
  sourceId,
  sourceName,
  territoryCode,
  when,
} from '../kit/fact-fields';
import { line, listSealed, optionalSealed, text } from '../kit/sealed-fields';

/** Number of a sheet, unique in its encounter. */
const sheet = integer(1, 1_000_000);

export const encounterPlanned = defineEvent('encounter.planned/1', {
  meaning: {
    fr: 'Une rencontre est prévue : sous quelle forme, avec quelles questions, pour qui.',
    en: 'An encounter is planned: in which format, with which questions, for whom.',
  },
  facts: {
    consultation: ref('consultation'),
    format: code(ENCOUNTER_FORMATS),
    expectedOn: explained(optional(when), {
      fr: 'Quand elle doit avoir lieu.',
      en: 'When it is to take place.',
    }),
    territory: optional(territoryCode),
    questionCount: explained(integer(0, 100), {
      fr: 'Les questions posées sont dans questions : la première porte le numéro 1.',
      en: 'The questions asked are in questions: the first is number 1.',
    }),
    source: optional(object({ name: sourceName, id: sourceId })),
    minutesPromise: explained(
      optional(object({ amount: integer(1, 3660), unit: code(['calendarDays', 'weeks', 'months'] as const) })),
      {
        fr: 'Le délai promis pour le compte rendu, à compter du jour où elle aura lieu.',
        en: 'The time promised for the minutes, from the day on which it takes place.',
      },
    ),
  },
  sealed: {
    title: text(),
    questions: listSealed(text()),
    publics: explained(optionalSealed(text()), { fr: 'Les publics visés.', en: 'The publics aimed at.' }),
    facilitator: optionalSealed(line()),
    place: optionalSealed(line()),
  },
});

export const encounterPostponed = defineEvent('encounter.postponed/1', {
  meaning: { fr: 'La rencontre est reportée.', en: 'The encounter is postponed.' },
  facts: {
    to: explained(optional(when), {
      fr: 'Absent tant que la nouvelle date n’est pas connue.',
      en: 'Absent while the new date is not known.',
    }),
  },
  sealed: { reason: text() },
});
export const encounterCancelled = defineEvent('encounter.cancelled/1', {
  meaning: { fr: 'La rencontre n’aura pas lieu.', en: 'The encounter will not take place.' },
  sealed: { reason: text() },
});

/**
 * A printed slip has a number before anything is typed. The number that is printed follows from the index of this entry
 * and the slip's place in the block (facts/numbers/slip-number).
 */
export const slipsAllocated = defineEvent('encounter.slipsAllocated/1', {
  meaning: {
    fr: 'Un bloc de numéros est réservé pour des fiches à imprimer.',
    en: 'A block of numbers is set apart for slips to be printed.',
  },
  facts: {
    from: explained(sheet, {
      fr: 'Numéro de la première fiche du bloc dans la rencontre ; les blocs se suivent.',
      en: 'Number of the first slip of the block in the encounter; blocks follow each other.',
    }),
    count: integer(1, 999),
  },
});

export const encounterHeld = defineEvent('encounter.held/1', {
  meaning: { fr: 'La rencontre a eu lieu.', en: 'The encounter took place.' },
  facts: {
    participants: optional(count),
    approximate: explained(optional(flag), {
      fr: 'Le nombre de participants est une estimation.',
      en: 'The number of participants is an estimate.',
    }),
    tables: optional(integer(0, 10_000)),
  },
});

/** Counted again, the later count holds; both stay. */
export const sheetsCounted = defineEvent('encounter.sheetsCounted/1', {
  meaning: {
    fr: 'Les fiches remises sont comptées, et devant qui.',
    en: 'The sheets handed in are counted, and before whom.',
  },
  facts: {
    handedIn: integer(0, 1_000_000),
    blank: explained(integer(0, 1_000_000), {
      fr: 'Parmi elles, celles où rien n’est écrit.',
      en: 'Among them, those on which nothing is written.',
    }),
    presence: list(code(COUNT_WITNESSES)),
  },
});

export const sheetsEntered = defineEvent('encounter.sheetsEntered/1', {
  meaning: {
    fr: 'La saisie des fiches est terminée : saisies, illisibles, numéros manquants.',
    en: 'The sheets have been entered: how many, how many unreadable, which numbers are missing.',
  },
  facts: {
    entered: integer(0, 1_000_000),
    unreadable: integer(0, 1_000_000),
    missing: explained(list(sheet), {
      fr: 'Numéros de fiches remises qui n’ont pas été retrouvées.',
      en: 'Numbers of sheets that were handed in and not found again.',
    }),
    differenceExplained: explained(flag, {
      fr: 'Le motif d’un écart avec le compte des fiches remises est donné, dans difference.',
      en: 'Why they differ from the sheets handed in is said, in difference.',
    }),
  },
  sealed: {
    difference: explained(optionalSealed(text()), {
      fr: 'Pourquoi le compte des fiches saisies n’est pas celui des fiches remises.',
      en: 'Why the sheets entered are not as many as the sheets handed in.',
    }),
  },
});

export const minutesPublished = defineEvent('encounter.minutesPublished/1', {
  meaning: { fr: 'Le compte rendu est publié.', en: 'The minutes are published.' },
  facts: { sha256 },
  sealed: { address: line(), title: optionalSealed(text()) },
});

export const restitutionHeld = defineEvent('encounter.restitutionHeld/1', {
  meaning: {
    fr: 'Ce qui a été dit est restitué aux participants.',
    en: 'What was said is reported back to the participants.',
  },
  facts: { participants: optional(count) },
  sealed: { place: optionalSealed(line()), note: optionalSealed(text()) },
});

export const ENCOUNTER_EVENTS = [
  encounterPlanned,
  encounterPostponed,
  encounterCancelled,
  slipsAllocated,
  encounterHeld,
  sheetsCounted,
  sheetsEntered,
  minutesPublished,
  restitutionHeld,
] as const;

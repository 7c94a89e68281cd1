/** A synthesis groups contributions; membership belongs to it. What follows on each contribution is written by a process. */
import { DIVERGENCE_KINDS } from '../codes/synthesis';
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
import {
  code,
  count,
  eventId,
  flag,
  integer,
  list,
  localCode,
  nullable,
  object,
  optional,
  ref,
} from '../kit/fact-fields';
import { listSealed, optionalSealed, text } from '../kit/sealed-fields';
import { upcast } from '../kit/upcast';
import { OUTCOME_FACTS, OUTCOME_WORDS } from './contribution.events';

const members = list(object({ contribution: ref('contribution'), point: integer(1, 100) }));

export const synthesisOpened = defineEvent('synthesis.opened/1', {
  meaning: {
    fr: 'Une synthèse est ouverte pour regrouper des contributions.',
    en: 'A synthesis is opened to group contributions.',
  },
  facts: { consultation: ref('consultation'), themes: list(localCode, 20), divergenceCount: count },
  sealed: {
    title: text(),
    text: optionalSealed(text()),
    divergences: explained(listSealed(text()), {
      fr: 'Divergences et avis minoritaires, un à un : une synthèse doit les consigner.',
      en: 'Divergences and minority views, one by one: a synthesis must record them.',
    }),
  },
});

export const contributionsAttached = defineEvent('synthesis.contributionsAttached/1', {
  meaning: {
    fr: 'Des contributions sont rattachées à la synthèse.',
    en: 'Contributions are attached to the synthesis.',
  },
  facts: { members },
});
export const contributionsDetached = defineEvent('synthesis.contributionsDetached/1', {
  meaning: {
    fr: 'Des contributions sont détachées de la synthèse, avec la raison.',
    en: 'Contributions are detached from the synthesis, with the reason.',
  },
  facts: { members },
  sealed: { reason: text() },
});

/** The most positions of one divergence. */
export const MOST_POSITIONS = 20;

export const divergenceRecorded = defineEvent('synthesis.divergenceRecorded/1', {
  meaning: {
    fr: 'Une divergence ou un point de vue minoritaire est consigné dans la synthèse.',
    en: 'A divergence or a dissenting view is recorded in the synthesis.',
  },
  facts: {
    divergence: explained(integer(1, 10_000), {
      fr: 'Son numéro dans la synthèse, à la suite de celles consignées à l’ouverture.',
      en: 'Its number in the synthesis, following those recorded on opening.',
    }),
    kind: code(DIVERGENCE_KINDS),
    positionCount: integer(1, MOST_POSITIONS),
    holders: explained(
      optional(list(object({ contribution: ref('contribution'), position: integer(1, MOST_POSITIONS) }))),
      {
        fr: 'Quelles contributions tiennent quelle position.',
        en: 'Which contributions hold which position.',
      },
    ),
  },
  sealed: {
    subject: optionalSealed(text()),
    positions: explained(listSealed(text(), MOST_POSITIONS), {
      fr: 'Les positions, une à une, dans les termes où elles sont tenues.',
      en: 'The positions, one by one, as they are held.',
    }),
  },
});

const publishedMeaning = {
  fr: 'La synthèse est publiée : ses mots deviennent publics.',
  en: 'The synthesis is published: its words become public.',
};
const synthesisPublished1 = defineEvent('synthesis.published/1', { meaning: publishedMeaning, visibility: 'opens' });
export const synthesisPublished = defineEvent('synthesis.published/2', {
  meaning: publishedMeaning,
  facts: {
    noneExpressed: explained(optional(flag), {
      fr: 'Il est déclaré qu’aucune divergence ni aucun point de vue minoritaire n’a été exprimé.',
      en: 'It is stated that no divergence and no dissenting view was expressed.',
    }),
  },
  sealed: {
    text: explained(optionalSealed(text()), {
      fr: 'Le texte publié, s’il n’est plus celui de l’ouverture.',
      en: 'The text as published, when it is no longer that of the opening.',
    }),
  },
  visibility: 'opens',
});
export const SYNTHESIS_UPCASTS = [upcast(synthesisPublished1, synthesisPublished, { facts: () => ({}) })];

/** What was shown before stays. */
export const synthesisRevised = defineEvent('synthesis.revised/1', {
  meaning: {
    fr: 'Le texte d’une synthèse publiée est révisé, avec la raison ; ce qui était affiché reste.',
    en: 'The text of a published synthesis is revised, with the reason; what was shown before stays.',
  },
  sealed: { title: optionalSealed(text()), text: text(), reason: text() },
});

/** A common answer to all members at this revision. */
export const synthesisOutcomeGiven = defineEvent('synthesis.outcomeGiven/1', {
  meaning: {
    fr: 'Une même suite est donnée à tous les membres de la synthèse.',
    en: 'All members of the synthesis are given one common outcome.',
  },
  facts: { ...OUTCOME_FACTS, members: count, supersedes: nullable(eventId) },
  sealed: OUTCOME_WORDS,
});

export const SYNTHESIS_EVENTS = [
  synthesisOpened,
  contributionsAttached,
  contributionsDetached,
  divergenceRecorded,
  synthesisPublished,
  synthesisRevised,
  synthesisOutcomeGiven,
] as const;

/** A synthesis groups contributions; membership belongs to it. What follows on each contribution is written by a process. */
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
import { count, integer, list, localCode, nullable, eventId, object, ref } from '../kit/fact-fields';
import { listSealed, optionalSealed, text } from '../kit/sealed-fields';
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
export const synthesisPublished = defineEvent('synthesis.published/1', {
  meaning: {
    fr: 'La synthèse est publiée : ses mots deviennent publics.',
    en: 'The synthesis is published: its words become public.',
  },
  visibility: 'opens',
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
  synthesisPublished,
  synthesisOutcomeGiven,
] as const;

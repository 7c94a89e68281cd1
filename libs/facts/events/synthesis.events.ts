/** A synthesis groups contributions; membership belongs to it. What follows on each contribution is written by a process. */
import { defineEvent } from '../kit/event-definition';
import { count, integer, list, localCode, nullable, eventId, object, ref } from '../kit/fact-fields';
import { listSealed, optionalSealed, text } from '../kit/sealed-fields';
import { OUTCOME_FACTS, OUTCOME_WORDS } from './contribution.events';

const members = list(object({ contribution: ref('contribution'), point: integer(1, 100) }));

export const synthesisOpened = defineEvent('synthesis.opened/1', {
  facts: { consultation: ref('consultation'), themes: list(localCode, 20), divergenceCount: count },
  sealed: {
    title: text(),
    text: optionalSealed(text()),
    /** Divergences and minority views, one by one: a synthesis must record them. */
    divergences: listSealed(text()),
  },
});

export const contributionsAttached = defineEvent('synthesis.contributionsAttached/1', { facts: { members } });
export const contributionsDetached = defineEvent('synthesis.contributionsDetached/1', {
  facts: { members },
  sealed: { reason: text() },
});
export const synthesisPublished = defineEvent('synthesis.published/1', { visibility: 'opens' });

/** A common answer to all members at this revision. */
export const synthesisOutcomeGiven = defineEvent('synthesis.outcomeGiven/1', {
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

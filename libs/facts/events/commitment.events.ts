/** A commitment: who undertook what, by when, with which means; and everything that happened to it. */
import { STAGES } from '../codes/progress';
import { REASONS } from '../codes/reason';
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
import {
  cents,
  code,
  count,
  date,
  integer,
  list,
  localCode,
  nullable,
  object,
  optional,
  percent,
  ref,
  sourceId,
  sourceName,
  sourceWord,
  territoryCode,
  when,
} from '../kit/fact-fields';
import { line, listSealed, optionalSealed, text } from '../kit/sealed-fields';

const stage = code(STAGES);

export const commitmentMade = defineEvent('commitment.made/1', {
  meaning: {
    fr: 'Un engagement est pris : qui fait quoi, pour quand, avec quels moyens.',
    en: 'A commitment is made: who does what, by when, with which means.',
  },
  facts: {
    authority: ref('authority'),
    decision: optional(ref('decision')),
    answers: explained(list(ref('contribution', 'synthesis')), {
      fr: 'Les contributions et les synthèses auxquelles il répond.',
      en: 'The contributions and syntheses it answers.',
    }),
    owner: optional(localCode),
    accountable: optional(localCode),
    dueOn: optional(when),
    budgetVoted: optional(cents),
    parent: explained(optional(ref('commitment')), {
      fr: 'L’engagement dont celui-ci est une partie.',
      en: 'The commitment of which this one is a part.',
    }),
    weight: explained(optional(integer(1, 1000)), {
      fr: 'Sa part dans l’engagement dont il relève.',
      en: 'Its share in the commitment it is a part of.',
    }),
    reportEveryMonths: optional(integer(1, 120)),
    themes: list(localCode, 20),
    territory: optional(territoryCode),
    source: optional(object({ name: sourceName, type: sourceName, id: sourceId })),
  },
  sealed: {
    title: text(),
    means: optionalSealed(text()),
    indicator: optionalSealed(text()),
    place: optionalSealed(line()),
    sourceAddress: optionalSealed(line()),
  },
});

export const commitmentStarted = defineEvent('commitment.started/1', {
  meaning: { fr: 'Le travail sur l’engagement commence.', en: 'Work on the commitment begins.' },
});

export const stageReached = defineEvent('commitment.stageReached/1', {
  meaning: { fr: 'L’engagement atteint une étape.', en: 'The commitment reaches a stage.' },
  facts: { stage, from: optional(stage), word: optional(sourceWord) },
});
/** A step back. Its reason, or `takenOver.notStated`. */
export const stageLost = defineEvent('commitment.stageLost/1', {
  meaning: { fr: 'L’engagement revient à une étape antérieure.', en: 'The commitment falls back to an earlier stage.' },
  facts: { from: stage, to: stage, word: optional(sourceWord), wordBefore: optional(sourceWord) },
  sealed: { reason: optionalSealed(text()) },
});

export const progressReported = defineEvent('commitment.progressReported/1', {
  meaning: { fr: 'L’avancement est rapporté, avec ses preuves.', en: 'Progress is reported, with its evidence.' },
  facts: {
    percent: optional(percent),
    indicatorValue: optional(integer(-1_000_000_000, 1_000_000_000)),
    evidenceCount: count,
  },
  sealed: { note: optionalSealed(text()), evidence: listSealed(line()) },
});

/** A slip (or an advance) of the planned date: the old date, the new one, who decided, why. Null: no date. */
export const commitmentRescheduled = defineEvent('commitment.rescheduled/1', {
  meaning: {
    fr: 'L’échéance est déplacée : l’ancienne, la nouvelle, qui l’a décidé et pourquoi.',
    en: 'The due date is moved: the old one, the new one, who decided and why.',
  },
  facts: {
    from: nullable(when),
    to: nullable(when),
    decidedBy: optional(localCode),
    reasonWithheld: optional(
      object({ ground: code(['publicSecurity', 'litigation', 'procurement'] as const), until: date }),
    ),
  },
  sealed: { reason: optionalSealed(text()) },
});

/** The authority's own claim; a committee or contributors may say otherwise, beside it. */
export const declaredDone = defineEvent('commitment.declaredDone/1', {
  meaning: { fr: 'L’autorité déclare l’engagement tenu.', en: 'The authority declares the commitment kept.' },
  facts: { evidenceCount: count, word: optional(sourceWord) },
  sealed: { note: optionalSealed(text()), evidence: listSealed(line()) },
});

export const commitmentAbandoned = defineEvent('commitment.abandoned/1', {
  meaning: { fr: 'L’engagement est abandonné, avec ses motifs.', en: 'The commitment is abandoned, with its reasons.' },
  facts: {
    reasons: list(code(REASONS), 15),
    decidedBy: optional(localCode),
    decision: optional(ref('decision')),
    word: optional(sourceWord),
  },
  sealed: { reason: optionalSealed(text()) },
});

export const commitmentReopened = defineEvent('commitment.reopened/1', {
  meaning: {
    fr: 'Un engagement terminé ou abandonné est repris.',
    en: 'A commitment that was done or abandoned is taken up again.',
  },
  facts: { word: optional(sourceWord) },
  sealed: { reason: optionalSealed(text()) },
});

/** A source that listed it no longer does: shown, never taken for an abandonment. */
export const sourceNoLongerLists = defineEvent('commitment.sourceNoLongerLists/1', {
  meaning: {
    fr: 'La source qui mentionnait l’engagement ne le mentionne plus ; ce n’est pas un abandon.',
    en: 'The source that listed the commitment no longer does; this is not an abandonment.',
  },
  facts: { lastListedOn: when },
});

export const COMMITMENT_EVENTS = [
  commitmentMade,
  commitmentStarted,
  stageReached,
  stageLost,
  progressReported,
  commitmentRescheduled,
  declaredDone,
  commitmentAbandoned,
  commitmentReopened,
  sourceNoLongerLists,
] as const;

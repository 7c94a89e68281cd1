/** A commitment: who undertook what, by when, with which means; and everything that happened to it. */
import { STAGES } from '../codes/progress';
import { REASONS } from '../codes/reason';
import { defineEvent } from '../kit/event-definition';
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
  facts: {
    authority: ref('authority'),
    decision: optional(ref('decision')),
    /** What it answers. */
    answers: list(ref('contribution', 'synthesis')),
    owner: optional(localCode),
    accountable: optional(localCode),
    dueOn: optional(when),
    budgetVoted: optional(cents),
    parent: optional(ref('commitment')),
    weight: optional(integer(1, 1000)),
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

export const commitmentStarted = defineEvent('commitment.started/1', {});

export const stageReached = defineEvent('commitment.stageReached/1', {
  facts: { stage, from: optional(stage), word: optional(sourceWord) },
});
/** A step back. Its reason, or `takenOver.notStated`. */
export const stageLost = defineEvent('commitment.stageLost/1', {
  facts: { from: stage, to: stage, word: optional(sourceWord), wordBefore: optional(sourceWord) },
  sealed: { reason: optionalSealed(text()) },
});

export const progressReported = defineEvent('commitment.progressReported/1', {
  facts: {
    percent: optional(percent),
    indicatorValue: optional(integer(-1_000_000_000, 1_000_000_000)),
    evidenceCount: count,
  },
  sealed: { note: optionalSealed(text()), evidence: listSealed(line()) },
});

/** A slip (or an advance) of the planned date: the old date, the new one, who decided, why. Null: no date. */
export const commitmentRescheduled = defineEvent('commitment.rescheduled/1', {
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
  facts: { evidenceCount: count, word: optional(sourceWord) },
  sealed: { note: optionalSealed(text()), evidence: listSealed(line()) },
});

export const commitmentAbandoned = defineEvent('commitment.abandoned/1', {
  facts: {
    reasons: list(code(REASONS), 15),
    decidedBy: optional(localCode),
    decision: optional(ref('decision')),
    word: optional(sourceWord),
  },
  sealed: { reason: optionalSealed(text()) },
});

export const commitmentReopened = defineEvent('commitment.reopened/1', {
  facts: { word: optional(sourceWord) },
  sealed: { reason: optionalSealed(text()) },
});

/** A source that listed it no longer does: shown, never taken for an abandonment. */
export const sourceNoLongerLists = defineEvent('commitment.sourceNoLongerLists/1', { facts: { lastListedOn: when } });

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

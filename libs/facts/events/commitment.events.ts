/**
 * A commitment: who undertook what, by when, with which means; and everything that happened to it. The commitment it is a
 * part of is named when it is made and never changes: no chain of parents can come back to where it began.
 */
import { STAGES } from '../codes/progress';
import { REASONS } from '../codes/reason';
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
import {
  cents,
  code,
  count,
  date,
  eventId,
  integer,
  legalReference,
  list,
  localCode,
  nullable,
  object,
  optional,
  percent,
  ref,
  sha256,
  sourceId,
  sourceName,
  sourceWord,
  territoryCode,
  when,
} from '../kit/fact-fields';
import { line, listSealed, optionalSealed, text } from '../kit/sealed-fields';
import { upcast, type Upcast } from '../kit/upcast';

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

/** Evidence is a document or a link. A document has its hash in clear: replaced under the same address, it no longer fits. */
const evidenceHashes = explained(optional(list(object({ item: integer(1, 100), sha256 }), 100)), {
  fr: 'Empreintes des justificatifs qui sont des documents, par leur rang dans evidence (à partir de 1).',
  en: 'Hashes of the items of evidence that are documents, by their place in evidence (from 1).',
});

const reportedMeaning = {
  fr: 'L’avancement est rapporté, avec ses preuves.',
  en: 'Progress is reported, with its evidence.',
};
const reportedFacts = {
  percent: optional(percent),
  indicatorValue: optional(integer(-1_000_000_000, 1_000_000_000)),
  evidenceCount: count,
};
const reportedWords = { note: optionalSealed(text()), evidence: listSealed(line()) };
const progressReported1 = defineEvent('commitment.progressReported/1', {
  meaning: reportedMeaning,
  facts: reportedFacts,
  sealed: reportedWords,
});
export const progressReported = defineEvent('commitment.progressReported/2', {
  meaning: reportedMeaning,
  facts: { ...reportedFacts, evidenceHashes },
  sealed: reportedWords,
});

/** Money bound by an act (budget engagé), then paid out (budget mandaté). Less than zero: given back. */
const spending = {
  cents: explained(integer(-1_000_000_000_000_00, 1_000_000_000_000_00), {
    fr: 'En centimes d’euro. Négatif : un dégagement, ou une somme recouvrée.',
    en: 'In euro cents. Negative: money released, or recovered.',
  }),
  reference: explained(optional(legalReference), {
    fr: 'Référence de l’acte : marché, bon de commande, mandat de paiement.',
    en: 'Reference of the act: contract, order, payment.',
  }),
  decision: optional(ref('decision')),
};
export const budgetCommitted = defineEvent('commitment.budgetCommitted/1', {
  meaning: {
    fr: 'Une dépense est engagée pour l’engagement.',
    en: 'Money is committed to the commitment.',
  },
  facts: spending,
  sealed: { note: optionalSealed(text()) },
});
export const budgetSpent = defineEvent('commitment.budgetSpent/1', {
  meaning: { fr: 'Une dépense est mandatée pour l’engagement.', en: 'Money is paid out for the commitment.' },
  facts: spending,
  sealed: { note: optionalSealed(text()) },
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

/** It moves no date: what is suspended past its date is late. */
export const commitmentSuspended = defineEvent('commitment.suspended/1', {
  meaning: {
    fr: 'L’engagement est suspendu. Son échéance ne change pas.',
    en: 'The commitment is suspended. Its due date does not change.',
  },
  facts: {
    until: explained(optional(when), { fr: 'La reprise envisagée.', en: 'When it is expected to resume.' }),
    decidedBy: optional(localCode),
    decision: optional(ref('decision')),
  },
  sealed: { reason: text() },
});
export const commitmentResumed = defineEvent('commitment.resumed/1', {
  meaning: { fr: 'L’engagement suspendu reprend.', en: 'The suspended commitment resumes.' },
  sealed: { note: optionalSealed(text()) },
});

/** What is undertaken changes; what was undertaken before stays in the log and on the page. */
export const commitmentModified = defineEvent('commitment.modified/1', {
  meaning: {
    fr: 'Le contenu de l’engagement change ; l’ancienne version reste affichée.',
    en: 'What is undertaken changes; the former version stays on the page.',
  },
  facts: {
    budgetVoted: optional(cents),
    weight: explained(optional(integer(1, 1000)), {
      fr: 'Sa part dans l’engagement dont il relève.',
      en: 'Its share in the commitment it is a part of.',
    }),
    reportEveryMonths: optional(integer(1, 120)),
    decidedBy: optional(localCode),
    decision: optional(ref('decision')),
  },
  sealed: {
    title: optionalSealed(text()),
    means: optionalSealed(text()),
    indicator: optionalSealed(text()),
    reason: text(),
  },
});

const handover = optional(object({ from: nullable(localCode), to: nullable(localCode) }));
export const commitmentReassigned = defineEvent('commitment.reassigned/1', {
  meaning: {
    fr: 'L’engagement change de service porteur ou de responsable.',
    en: 'The commitment goes to another department or another accountable function.',
  },
  facts: {
    owner: explained(handover, { fr: 'Le service qui le porte.', en: 'The department that owns it.' }),
    accountable: explained(handover, { fr: 'La fonction qui en répond.', en: 'The function accountable for it.' }),
    decidedBy: optional(localCode),
  },
  sealed: { reason: optionalSealed(text()) },
});

/** Under a new council: it takes the commitment over as it stands. The lateness of before is not the new holder's. */
export const commitmentConfirmed = defineEvent('commitment.confirmed/1', {
  meaning: {
    fr: 'La nouvelle assemblée reprend l’engagement à son compte.',
    en: 'The new council takes the commitment over.',
  },
  facts: {
    mandate: explained(localCode, {
      fr: 'Le mandat de l’assemblée qui le reprend.',
      en: 'The term of the council that takes it over.',
    }),
    decidedBy: optional(localCode),
    decision: optional(ref('decision')),
  },
  sealed: { note: optionalSealed(text()) },
});

const doneMeaning = { fr: 'L’autorité déclare l’engagement tenu.', en: 'The authority declares the commitment kept.' };
const doneFacts = { evidenceCount: count, word: optional(sourceWord) };
const doneWords = { note: optionalSealed(text()), evidence: listSealed(line()) };
const declaredDone1 = defineEvent('commitment.declaredDone/1', {
  meaning: doneMeaning,
  facts: doneFacts,
  sealed: doneWords,
});
/** The authority's own claim; a committee or contributors may say otherwise, beside it. */
export const declaredDone = defineEvent('commitment.declaredDone/2', {
  meaning: doneMeaning,
  facts: { ...doneFacts, evidenceHashes },
  sealed: doneWords,
});

const committeesFinding = {
  committee: ref('committee'),
  finding: explained(eventId, {
    fr: 'L’événement par lequel le comité a rendu son constat sur cet engagement.',
    en: 'The event by which the committee recorded its finding on this commitment.',
  }),
};
export const verifiedByCommittee = defineEvent('commitment.verifiedByCommittee/1', {
  meaning: {
    fr: 'Un comité indépendant constate que l’engagement est tenu.',
    en: 'An independent committee finds the commitment kept.',
  },
  facts: committeesFinding,
});
export const contestedByCommittee = defineEvent('commitment.contestedByCommittee/1', {
  meaning: {
    fr: 'Un comité indépendant conteste que l’engagement soit tenu.',
    en: 'An independent committee disputes that the commitment is kept.',
  },
  facts: committeesFinding,
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

const reopenedMeaning = {
  fr: 'Un engagement terminé ou abandonné est repris.',
  en: 'A commitment that was done or abandoned is taken up again.',
};
const commitmentReopened1 = defineEvent('commitment.reopened/1', {
  meaning: reopenedMeaning,
  facts: { word: optional(sourceWord) },
  sealed: { reason: optionalSealed(text()) },
});
/** Because of a committee's finding, or for a reason of its own. */
export const commitmentReopened = defineEvent('commitment.reopened/2', {
  meaning: reopenedMeaning,
  facts: {
    finding: explained(optional(object(committeesFinding)), {
      fr: 'Le constat de comité qui y conduit.',
      en: 'The committee’s finding that leads to it.',
    }),
    word: optional(sourceWord),
  },
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
  budgetCommitted,
  budgetSpent,
  commitmentRescheduled,
  commitmentSuspended,
  commitmentResumed,
  commitmentModified,
  commitmentReassigned,
  commitmentConfirmed,
  declaredDone,
  verifiedByCommittee,
  contestedByCommittee,
  commitmentAbandoned,
  commitmentReopened,
  sourceNoLongerLists,
] as const;

export const COMMITMENT_UPCASTS: readonly Upcast[] = [
  upcast(progressReported1, progressReported, { facts: (earlier) => earlier }),
  upcast(declaredDone1, declaredDone, { facts: (earlier) => earlier }),
  upcast(commitmentReopened1, commitmentReopened, { facts: (earlier) => earlier }),
];

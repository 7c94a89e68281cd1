/** What a citizen said, and everything that became of it. */
import {
  AUTHOR_KINDS,
  CHANNELS,
  CONTESTABLE,
  CONTRIBUTION_KINDS,
  SENSITIVITIES,
  VOID_GROUNDS,
} from '../codes/contribution';
import { OUTCOMES } from '../codes/outcome';
import { REASONS } from '../codes/reason';
import { defineEvent } from '../kit/event-definition';
import {
  code,
  count,
  eventId,
  fieldPath,
  flag,
  integer,
  languageTag,
  list,
  localCode,
  nullable,
  object,
  optional,
  ref,
  siret,
  sourceId,
  sourceName,
  territoryCode,
  when,
} from '../kit/fact-fields';
import { attachment, contact, digest, line, listSealed, optionalSealed, text } from '../kit/sealed-fields';

/** One demand of a contribution that makes several; with none marked the whole is point 1. */
const point = integer(1, 100);

export const contributionRecorded = defineEvent('contribution.recorded/1', {
  facts: {
    consultation: ref('consultation'),
    sensitivity: code(SENSITIVITIES),
    kind: code(CONTRIBUTION_KINDS),
    channel: code(CHANNELS),
    language: languageTag,
    themes: list(localCode, 20),
    receivedOn: optional(when),
    territory: optional(territoryCode),
    rulesVersion: optional(integer(1, 1000)),
    source: optional(object({ name: sourceName, type: sourceName, id: sourceId })),
    encounter: optional(ref('encounter')),
    sheet: optional(integer(1, 1_000_000)),
    question: optional(integer(1, 100)),
    /** Absent where a source does not say. */
    authorKind: optional(code(AUTHOR_KINDS)),
    attachmentCount: count,
  },
  sealed: {
    title: optionalSealed(text({ personal: true })),
    text: optionalSealed(text({ personal: true })),
    /** Where it was published before, so that old addresses find the thread. */
    sourceAddress: optionalSealed(line({ personal: true })),
    /** The author's name as she asked for it to be shown; absent: no name is shown. */
    signature: optionalSealed(line({ personal: true })),
    author: optionalSealed(line({ personal: true, audience: 'office' })),
    contact: optionalSealed(contact({ personal: true, audience: 'person' })),
    place: optionalSealed(line({ personal: true })),
    attachments: listSealed(attachment({ personal: true })),
    /** SHA-256 of the author's key (20 Crockford letters). */
    authorKey: optionalSealed(digest({ personal: true, audience: 'person' })),
  },
});

export const contributionAdmitted = defineEvent('contribution.admitted/1', { visibility: 'opens' });

/** A contribution that makes several demands has points 1, 2 …; each is grouped and answered by itself. */
export const pointMarked = defineEvent('contribution.pointMarked/1', {
  facts: { point, theme: optional(localCode) },
  sealed: { extract: text({ personal: true }) },
});

export const groupedInto = defineEvent('contribution.groupedInto/1', { facts: { synthesis: ref('synthesis'), point } });
export const removedFrom = defineEvent('contribution.removedFrom/1', { facts: { synthesis: ref('synthesis'), point } });

const outcomeFacts = {
  outcome: code(OUTCOMES),
  reasons: list(code(REASONS), 15),
  decision: optional(ref('decision')),
  commitments: list(ref('commitment'), 50),
  department: optional(localCode),
  decidedBy: optional(localCode),
  body: optional(localCode),
  /** Date of the answer that a provisional outcome announces, or at which a deferred one comes back. */
  answerOn: optional(when),
  session: optional(when),
  /** Code of a constraint or of an open point of the mandate. */
  constraint: optional(localCode),
  openPoint: optional(localCode),
  mergedInto: optional(ref('contribution')),
  factChecked: optional(flag),
  evidenceCount: count,
} as const;
const outcomeWords = {
  justification: optionalSealed(text()),
  /** The department's technical advice, apart from the choice. */
  advice: optionalSealed(text()),
  partTaken: optionalSealed(text()),
  condition: optionalSealed(text()),
  proposersOpinion: optionalSealed(text()),
  /** The act or programme in which it is already planned. */
  reference: optionalSealed(line()),
  evidence: listSealed(line()),
  /** Why an answer is worse than the one it replaces. */
  worseningReason: optionalSealed(text()),
} as const;
/** The same answer is given to a contribution or, in common, to the members of a synthesis. */
export const OUTCOME_FACTS = outcomeFacts;
export const OUTCOME_WORDS = outcomeWords;

export const outcomeGiven = defineEvent('contribution.outcomeGiven/1', {
  facts: {
    point,
    ...outcomeFacts,
    /** Event id of the answer this one replaces; null for the first. */
    supersedes: nullable(eventId),
    /** The common answer it comes from, at which revision of the synthesis, and to how many. */
    common: optional(object({ synthesis: ref('synthesis'), rev: count, members: count })),
  },
  sealed: outcomeWords,
});

export const contributionTransferred = defineEvent('contribution.transferred/1', {
  facts: { point: optional(point), authoritySiret: optional(siret) },
  sealed: { authority: text(), explanation: optionalSealed(text()) },
});

export const contributionContested = defineEvent('contribution.contested/1', {
  facts: { event: eventId, what: code(CONTESTABLE) },
  sealed: { text: text({ personal: true }) },
});

/** Guarded by the author's key. */
export const contributionWithdrawn = defineEvent('contribution.withdrawn/1', {
  sealed: { reason: optionalSealed(text({ personal: true })) },
});

/** A clerical error of the body that wrote it: both values stay on the page. Never for an outcome nor a declared end. */
export const contributionEntryCorrected = defineEvent('contribution.entryCorrected/1', {
  facts: {
    event: eventId,
    field: fieldPath,
    /** New values of the facts that may be corrected; the old ones stand in the event named. */
    kind: optional(code(CONTRIBUTION_KINDS)),
    channel: optional(code(CHANNELS)),
    themes: optional(list(localCode, 20)),
    receivedOn: optional(when),
    /** Null: there should be none. */
    territory: optional(nullable(territoryCode)),
  },
  sealed: { reason: text() },
});

/** Leaves the questions and stays in the list of voided ones. */
export const contributionVoided = defineEvent('contribution.voided/1', {
  facts: { ground: code(VOID_GROUNDS), duplicateOf: optional(ref('contribution')) },
  sealed: { reason: text() },
});

export const CONTRIBUTION_EVENTS = [
  contributionRecorded,
  contributionAdmitted,
  pointMarked,
  groupedInto,
  removedFrom,
  outcomeGiven,
  contributionTransferred,
  contributionContested,
  contributionWithdrawn,
  contributionEntryCorrected,
  contributionVoided,
] as const;

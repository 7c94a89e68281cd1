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
import { explained } from '../kit/explained';
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
import { upcast, type Upcast } from '../kit/upcast';
import { attachment, contact, digest, line, listSealed, optionalSealed, text } from '../kit/sealed-fields';
import { MODERATION_EVENTS } from './moderation.events';
import { WORDS_EVENTS } from './words.events';

/** One demand of a contribution that makes several; with none marked the whole is point 1. */
const point = integer(1, 100);

const recordedMeaning = {
  fr: 'Une contribution est reçue et enregistrée.',
  en: 'A contribution is received and recorded.',
};
const recordedFacts = {
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
  authorKind: explained(optional(code(AUTHOR_KINDS)), {
    fr: 'Absent si la source ne le dit pas.',
    en: 'Absent where a source does not say.',
  }),
  attachmentCount: count,
} as const;
const recordedWords = {
  title: optionalSealed(text({ personal: true })),
  text: optionalSealed(text({ personal: true })),
  sourceAddress: explained(optionalSealed(line({ personal: true })), {
    fr: 'Où elle était publiée auparavant : les anciennes adresses mènent au fil.',
    en: 'Where it was published before, so that old addresses find the thread.',
  }),
  signature: explained(optionalSealed(line({ personal: true })), {
    fr: 'Le nom que l’auteur a demandé d’afficher ; absent, aucun nom ne l’est.',
    en: 'The name that the author asked to be shown; absent, no name is shown.',
  }),
  author: optionalSealed(line({ personal: true, audience: 'office' })),
  contact: optionalSealed(contact({ personal: true, audience: 'person' })),
  place: optionalSealed(line({ personal: true })),
  attachments: listSealed(attachment({ personal: true })),
  authorKey: explained(optionalSealed(digest({ personal: true, audience: 'person' })), {
    fr: 'SHA-256 de la clé de l’auteur, de 20 lettres.',
    en: 'SHA-256 of the author’s key of 20 letters.',
  }),
} as const;
const contributionRecorded1 = defineEvent('contribution.recorded/1', {
  meaning: recordedMeaning,
  facts: recordedFacts,
  sealed: recordedWords,
});
export const contributionRecorded = defineEvent('contribution.recorded/2', {
  meaning: recordedMeaning,
  facts: {
    ...recordedFacts,
    reachable: explained(optional(flag), {
      fr: 'L’auteur a laissé de quoi lui écrire : des délais légaux en dépendent.',
      en: 'The author left an address to write to: legal deadlines depend on it.',
    }),
  },
  sealed: recordedWords,
});

export const contributionAdmitted = defineEvent('contribution.admitted/1', {
  meaning: {
    fr: 'La contribution est admise : ses mots deviennent publics.',
    en: 'The contribution is admitted: its words become public.',
  },
  visibility: 'opens',
});

/** A contribution that makes several demands has points 1, 2 …; each is grouped and answered by itself. */
export const pointMarked = defineEvent('contribution.pointMarked/1', {
  meaning: {
    fr: 'Une demande distincte est repérée dans la contribution.',
    en: 'One of several demands is marked in the contribution.',
  },
  facts: { point, theme: optional(localCode) },
  sealed: { extract: text({ personal: true }) },
});

export const groupedInto = defineEvent('contribution.groupedInto/1', {
  meaning: {
    fr: 'La contribution, ou un de ses points, est rattachée à une synthèse.',
    en: 'The contribution, or one of its points, is grouped into a synthesis.',
  },
  facts: { synthesis: ref('synthesis'), point },
});
export const removedFrom = defineEvent('contribution.removedFrom/1', {
  meaning: {
    fr: 'La contribution, ou un de ses points, est retirée d’une synthèse.',
    en: 'The contribution, or one of its points, is removed from a synthesis.',
  },
  facts: { synthesis: ref('synthesis'), point },
});

const outcomeFacts = {
  outcome: code(OUTCOMES),
  reasons: list(code(REASONS), 15),
  decision: optional(ref('decision')),
  commitments: list(ref('commitment'), 50),
  department: optional(localCode),
  decidedBy: optional(localCode),
  body: optional(localCode),
  answerOn: explained(optional(when), {
    fr: 'Date de la réponse qu’une suite provisoire annonce, ou à laquelle une suite différée revient.',
    en: 'Date of the answer that a provisional outcome announces, or at which a deferred one comes back.',
  }),
  session: optional(when),
  constraint: explained(optional(localCode), {
    fr: 'La contrainte du mandat qui est invoquée.',
    en: 'The constraint of the mandate that is invoked.',
  }),
  openPoint: explained(optional(localCode), {
    fr: 'Le point ouvert du mandat dont il s’agit.',
    en: 'The open point of the mandate that it is about.',
  }),
  mergedInto: optional(ref('contribution')),
  factChecked: optional(flag),
  evidenceCount: count,
} as const;
const outcomeWords = {
  justification: optionalSealed(text()),
  advice: explained(optionalSealed(text()), {
    fr: 'L’avis technique du service, distinct du choix.',
    en: 'The technical advice of the department, apart from the choice.',
  }),
  partTaken: optionalSealed(text()),
  condition: optionalSealed(text()),
  proposersOpinion: optionalSealed(text()),
  reference: explained(optionalSealed(line()), {
    fr: 'L’acte ou le programme qui le prévoit déjà.',
    en: 'The act or programme in which it is already planned.',
  }),
  evidence: listSealed(line()),
  worseningReason: explained(optionalSealed(text()), {
    fr: 'Pourquoi la réponse est moins favorable que celle qu’elle remplace.',
    en: 'Why an answer is worse than the one it replaces.',
  }),
} as const;
/** The same answer is given to a contribution or, in common, to the members of a synthesis. */
export const OUTCOME_FACTS = outcomeFacts;
export const OUTCOME_WORDS = outcomeWords;

export const outcomeGiven = defineEvent('contribution.outcomeGiven/1', {
  meaning: {
    fr: 'Une suite est donnée à la contribution, ou à un de ses points.',
    en: 'The contribution, or one of its points, is given an outcome.',
  },
  facts: {
    point,
    ...outcomeFacts,
    supersedes: explained(nullable(eventId), {
      fr: 'La réponse que celle-ci remplace ; null pour la première.',
      en: 'The answer this one replaces; null for the first.',
    }),
    common: explained(optional(object({ synthesis: ref('synthesis'), rev: count, members: count })), {
      fr: 'La réponse commune dont elle vient, à quelle révision de la synthèse, et pour combien de membres.',
      en: 'The common answer it comes from, at which revision of the synthesis, and to how many.',
    }),
  },
  sealed: outcomeWords,
});

export const contributionTransferred = defineEvent('contribution.transferred/1', {
  meaning: {
    fr: 'La contribution est transmise à l’autorité compétente.',
    en: 'The contribution is passed on to the competent authority.',
  },
  facts: { point: optional(point), authoritySiret: optional(siret) },
  sealed: { authority: text(), explanation: optionalSealed(text()) },
});

export const contributionContested = defineEvent('contribution.contested/1', {
  meaning: {
    fr: 'L’auteur conteste ce qui a été fait de sa contribution.',
    en: 'The author contests what was done with the contribution.',
  },
  facts: { event: eventId, what: code(CONTESTABLE) },
  sealed: { text: text({ personal: true }) },
});

/** Guarded by the author's key. */
export const contributionWithdrawn = defineEvent('contribution.withdrawn/1', {
  meaning: { fr: 'L’auteur retire sa contribution.', en: 'The author withdraws the contribution.' },
  sealed: { reason: optionalSealed(text({ personal: true })) },
});

/** A clerical error of the body that wrote it: both values stay on the page. Never for an outcome nor a declared end. */
export const contributionEntryCorrected = defineEvent('contribution.entryCorrected/1', {
  meaning: {
    fr: 'Une erreur de saisie est corrigée ; l’ancienne valeur reste visible.',
    en: 'A clerical error is corrected; the old value stays visible.',
  },
  facts: {
    event: eventId,
    field: fieldPath,
    /** New values of the facts that may be corrected; the old ones stand in the event named. */
    kind: optional(code(CONTRIBUTION_KINDS)),
    channel: optional(code(CHANNELS)),
    themes: optional(list(localCode, 20)),
    receivedOn: optional(when),
    territory: explained(optional(nullable(territoryCode)), {
      fr: 'La nouvelle valeur ; null s’il ne doit pas y en avoir.',
      en: 'The new value; null where there should be none.',
    }),
  },
  sealed: { reason: text() },
});

/** Leaves the questions and stays in the list of voided ones. */
export const contributionVoided = defineEvent('contribution.voided/1', {
  meaning: {
    fr: 'L’enregistrement est annulé : doublon, essai ou mauvaise démarche.',
    en: 'The record is voided: a duplicate, a test or the wrong consultation.',
  },
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
  ...WORDS_EVENTS,
  ...MODERATION_EVENTS,
] as const;

export const CONTRIBUTION_UPCASTS: readonly Upcast[] = [
  upcast(contributionRecorded1, contributionRecorded, { facts: (earlier) => earlier }),
];

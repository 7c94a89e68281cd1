/** A consultation and its mandate: what is open, what is not and why, who answers and by when. */
import { CHANNELS } from '../codes/contribution';
import {
  AMENDMENT_STAGES,
  CONSTRAINT_KINDS,
  COUNTED_PUBLICS,
  DOCUMENT_KINDS,
  FACT_STANDINGS,
  LEVELS,
  MANDATE_PARTS,
  MEANS,
  ORGANISER_KINDS,
  ORIGINS,
  PATH_ROLES,
  PUBLIC_CRITERIA,
  WORDS_PUBLIC,
} from '../codes/consultation';
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
import {
  cents,
  code,
  count,
  date,
  eventId,
  flag,
  integer,
  list,
  localCode,
  nullable,
  object,
  optional,
  ref,
  sha256,
  sourceId,
  sourceName,
  when,
} from '../kit/fact-fields';
import { line, listSealed, optionalSealed, sourced, text } from '../kit/sealed-fields';
import { upcast, type Upcast } from '../kit/upcast';

/**
 * The promise to answer: a time after the close, or a date. One of the two.
 * `months` run from date to date, clamped to the end of a shorter month.
 */
export const answerPromise = object({
  amount: optional(integer(1, 3660)),
  unit: optional(code(['calendarDays', 'weeks', 'months'] as const)),
  by: optional(date),
});

const openPoints = list(object({ id: localCode }), 100);
const constraints = list(object({ id: localCode, kind: code(CONSTRAINT_KINDS) }), 100);
const decisionPath = list(
  object({ step: localCode, body: localCode, role: code(PATH_ROLES), expectedOn: optional(when) }),
  50,
);

const openedMeaning = {
  fr: 'Une démarche est ouverte avec son mandat : ce qui est ouvert, ce qui ne l’est pas, qui répond et quand.',
  en: 'A consultation is opened with its mandate: what is open, what is not, who answers and by when.',
};
const openedFacts = {
  organiser: ref('authority'),
  level: code(LEVELS),
  origin: optional(code(ORIGINS)),
  addressees: explained(list(object({ authority: ref('authority'), promise: optional(answerPromise) }), 20), {
    fr: 'À qui il est demandé de répondre, et ce qui a été promis : un délai après la clôture, ou une date. Sans promesse, chaque page dit qu’aucune autorité ne s’est engagée à répondre.',
    en: 'Who is asked to answer, and what was promised: a time after the close, or a date. Without a promise every page says that no authority undertook to answer.',
  }),
  orderedBy: optional(localCode),
  animatedBy: optional(localCode),
  amountAtStake: optional(cents),
  recordedAfterwards: explained(optional(flag), {
    fr: 'La démarche a été inscrite après coup.',
    en: 'The consultation was entered after it had been held.',
  }),
  source: optional(object({ name: sourceName, id: sourceId })),
  openPoints: explained(list(object({ id: localCode }), 100), {
    fr: 'Ce qui est ouvert ; les textes sont dans openPointTexts, dans cet ordre.',
    en: 'What is open; the texts are in openPointTexts, in this order.',
  }),
  constraints: explained(constraints, {
    fr: 'Ce qui ne l’est pas ; les textes et leurs sources sont dans constraintTexts, dans cet ordre.',
    en: 'What is not; the texts and their sources are in constraintTexts, in this order.',
  }),
  decisionPath,
  channels: list(code(CHANNELS)),
  depositPeriod: optional(when),
  themes: list(localCode),
  wordsPublic: explained(code(WORDS_PUBLIC), {
    fr: 'Quand les mots des contributions deviennent publics.',
    en: 'When the words of contributions become public.',
  }),
} as const;
const openedWords = {
  title: text(),
  summary: optionalSealed(text()),
  openPointTexts: listSealed(text()),
  constraintTexts: listSealed(sourced()),
  sourceAddress: optionalSealed(line()),
} as const;

const consultationOpened1 = defineEvent('consultation.opened/1', {
  meaning: openedMeaning,
  facts: openedFacts,
  sealed: openedWords,
});

export const consultationOpened = defineEvent('consultation.opened/2', {
  meaning: openedMeaning,
  facts: {
    ...openedFacts,
    organiserKind: explained(optional(code(ORGANISER_KINDS)), {
      fr: 'Ce qu’est l’organisateur ; absent : une collectivité.',
      en: 'What the organiser is; absent: an authority.',
    }),
    appealWithin: explained(
      optional(object({ amount: integer(1, 366), unit: code(['calendarDays', 'weeks', 'months'] as const) })),
      {
        fr: 'Le temps laissé à un auteur pour demander le réexamen d’une décision de modération ; absent : deux mois.',
        en: 'How long an author may ask for a moderation decision to be re-examined; absent: two months.',
      },
    ),
  },
  sealed: openedWords,
});

export const depositOpened = defineEvent('consultation.depositOpened/1', {
  meaning: { fr: 'Le dépôt des contributions est ouvert.', en: 'Contributions may be deposited from now on.' },
  facts: { until: optional(date) },
});
export const depositClosed = defineEvent('consultation.depositClosed/1', {
  meaning: { fr: 'Le dépôt des contributions est clos.', en: 'Contributions may no longer be deposited.' },
});

/**
 * What stood before stands in the events before; a code is never given to something else. After the first deposit the
 * guarantor has spoken and every contributor is to be told; after the first answer the guarantor has agreed (02 §2.2).
 */
export const mandateAmended = defineEvent('consultation.mandateAmended/1', {
  meaning: {
    fr: 'Le mandat est modifié : ce qui était écrit reste visible à côté de ce qui l’est désormais.',
    en: 'The mandate is amended: what it said stays beside what it says now.',
  },
  facts: {
    stage: explained(code(AMENDMENT_STAGES), {
      fr: 'Où en était la démarche : de là vient ce que le garant avait à dire.',
      en: 'How far the consultation had gone: what the guarantor had to say follows from it.',
    }),
    parts: list(code(MANDATE_PARTS)),
    openPointsAdded: explained(optional(openPoints), {
      fr: 'Les textes sont dans openPointTexts, dans cet ordre.',
      en: 'The texts are in openPointTexts, in this order.',
    }),
    openPointsRemoved: optional(list(localCode, 100)),
    constraintsAdded: explained(optional(constraints), {
      fr: 'Les textes et leurs sources sont dans constraintTexts, dans cet ordre.',
      en: 'The texts and their sources are in constraintTexts, in this order.',
    }),
    constraintsRemoved: optional(list(localCode, 100)),
    decisionPath: explained(optional(decisionPath), {
      fr: 'Le chemin de la décision, en entier.',
      en: 'The decision path, whole.',
    }),
    promises: explained(optional(list(object({ authority: ref('authority'), promise: nullable(answerPromise) }), 20)), {
      fr: 'Ce que des destinataires promettent désormais ; null s’ils ne promettent plus rien.',
      en: 'What addressees promise from now on; null where they no longer promise anything.',
    }),
    channels: optional(list(code(CHANNELS))),
    depositPeriod: optional(nullable(when)),
    themes: optional(list(localCode)),
    guarantor: explained(optional(object({ guarantor: ref('guarantor'), event: eventId })), {
      fr: 'L’avis ou l’accord du garant, publié.',
      en: 'The guarantor’s opinion or agreement, published.',
    }),
    noticeDue: explained(flag, {
      fr: 'Chaque contributeur doit en être informé.',
      en: 'Every contributor is to be told.',
    }),
  },
  sealed: {
    reason: text(),
    openPointTexts: listSealed(text()),
    constraintTexts: listSealed(sourced()),
  },
});

export const addresseeJoined = defineEvent('consultation.addresseeJoined/1', {
  meaning: {
    fr: 'Une collectivité se joint aux destinataires, avec ou sans engagement de répondre.',
    en: 'An authority joins the addressees, with or without a promise to answer.',
  },
  facts: { authority: ref('authority'), promise: optional(answerPromise) },
  sealed: { statement: optionalSealed(text()) },
});

export const rulesPublished = defineEvent('consultation.rulesPublished/1', {
  meaning: {
    fr: 'Une version des règles du jeu est publiée ; chaque dépôt enregistre celle qu’il a acceptée.',
    en: 'A version of the rules is published; each deposit records the one it accepted.',
  },
  facts: {
    version: explained(integer(1, 1000), {
      fr: 'De 1 en 1, sans trou.',
      en: 'One more than the version before.',
    }),
  },
  sealed: { rules: text(), address: optionalSealed(line()) },
});

export const periodExtended = defineEvent('consultation.periodExtended/1', {
  meaning: { fr: 'La période de dépôt est prolongée.', en: 'The deposit period is extended.' },
  facts: {
    from: explained(date, { fr: 'Le dernier jour annoncé jusque-là.', en: 'The last day announced until then.' }),
    until: date,
  },
  sealed: { reason: text() },
});

export const meansReported = defineEvent('consultation.meansReported/1', {
  meaning: {
    fr: 'Des moyens consacrés à la démarche sont rapportés ; les rapports s’ajoutent.',
    en: 'Means spent on the consultation are reported; reports add up.',
  },
  facts: { category: code(MEANS), cents: optional(cents), hours: optional(integer(0, 10_000_000)) },
  sealed: { note: optionalSealed(text()) },
});

/** Counts of which a small group could be recognised never come this far: see record/consultations/report-publics. */
const publicCount = nullable(count);

export const publicsReported = defineEvent('consultation.publicsReported/1', {
  meaning: {
    fr: 'Les publics touchés, en nombres : aucun petit groupe n’y figure ni ne s’en déduit.',
    en: 'The publics reached, in numbers: no small group is shown or can be computed.',
  },
  facts: {
    of: code(COUNTED_PUBLICS),
    encounter: optional(ref('encounter')),
    rowsBy: code(PUBLIC_CRITERIA),
    columnsBy: explained(optional(code(PUBLIC_CRITERIA)), {
      fr: 'Absent : une seule colonne.',
      en: 'Absent: a single column.',
    }),
    rows: explained(list(localCode, 50), {
      fr: 'Les groupes ; leurs noms sont dans rowLabels, dans cet ordre.',
      en: 'The groups; their names are in rowLabels, in this order.',
    }),
    columns: list(localCode, 50),
    cells: explained(list(publicCount), {
      fr: 'Ligne après ligne ; null : non communiqué.',
      en: 'Row after row; null: not told.',
    }),
    rowTotals: list(publicCount, 50),
    columnTotals: list(publicCount, 50),
    total: publicCount,
    fewest: explained(integer(2, 100), {
      fr: 'Un groupe moins nombreux n’est pas communiqué.',
      en: 'A smaller group is not told.',
    }),
  },
  sealed: {
    rowLabels: listSealed(text()),
    columnLabels: listSealed(text()),
    method: optionalSealed(text()),
  },
});

export const publicsNotReachedStated = defineEvent('consultation.publicsNotReachedStated/1', {
  meaning: {
    fr: 'Les publics que la démarche n’a pas touchés sont nommés.',
    en: 'The publics that the consultation did not reach are named.',
  },
  facts: { criteria: optional(list(code(PUBLIC_CRITERIA))) },
  sealed: { statement: text() },
});

export const documentPublished = defineEvent('consultation.documentPublished/1', {
  meaning: {
    fr: 'Un document est publié : information ou communication.',
    en: 'A document is published: information or communication.',
  },
  facts: {
    kind: code(DOCUMENT_KINDS),
    sha256: explained(sha256, {
      fr: 'Empreinte du fichier : chacun peut vérifier que c’est bien celui-là.',
      en: 'Hash of the file: anyone can check that it is this one.',
    }),
  },
  sealed: { title: text(), address: line() },
});

export const labelContested = defineEvent('consultation.labelContested/1', {
  meaning: {
    fr: 'Quelqu’un conteste qu’un document présenté comme de l’information en soit.',
    en: 'Somebody contests that a document called information is information.',
  },
  facts: {
    document: explained(eventId, {
      fr: 'L’événement qui a publié le document.',
      en: 'The event that published the document.',
    }),
    contribution: explained(optional(ref('contribution')), {
      fr: 'La contribution dont l’auteur conteste, avec sa clé.',
      en: 'The contribution whose author contests, with her key.',
    }),
  },
  sealed: { text: text() },
});
const settling = {
  contest: explained(eventId, { fr: 'La contestation tranchée.', en: 'The contest that is settled.' }),
  document: eventId,
  decidedBy: optional(localCode),
};
export const labelUpheld = defineEvent('consultation.labelUpheld/1', {
  meaning: {
    fr: 'Contestation examinée : le document reste présenté comme de l’information.',
    en: 'The contest was examined: the document is still called information.',
  },
  facts: settling,
  sealed: { reason: text() },
});
export const labelCorrected = defineEvent('consultation.labelCorrected/1', {
  meaning: {
    fr: 'Contestation fondée : le document est désormais présenté comme de la communication.',
    en: 'The contest was right: the document is now called communication.',
  },
  facts: settling,
  sealed: { reason: text() },
});

export const factRecorded = defineEvent('consultation.factRecorded/1', {
  meaning: {
    fr: 'Un élément du débat est qualifié : fait établi, fait discuté ou choix de valeurs.',
    en: 'Something in the debate is qualified: an established fact, a disputed one or a choice of values.',
  },
  facts: {
    fact: explained(localCode, {
      fr: 'Code choisi dans la démarche ; le même code requalifie le même élément.',
      en: 'A code chosen within the consultation; the same code qualifies the same thing again.',
    }),
    standing: code(FACT_STANDINGS),
    sourceCount: count,
  },
  sealed: { statement: text(), sources: listSealed(line()) },
});

export const signaturesCounted = defineEvent('consultation.signaturesCounted/1', {
  meaning: { fr: 'Les signatures d’une pétition sont comptées.', en: 'The signatures of a petition are counted.' },
  facts: {
    count,
    on: explained(date, { fr: 'Le jour auquel le compte vaut.', en: 'The day for which the count holds.' }),
  },
  sealed: { method: optionalSealed(text()) },
});

/** Before the encounter itself: whoever closes the collection knows of each one there is. */
export const encounterAnnounced = defineEvent('consultation.encounterAnnounced/1', {
  meaning: {
    fr: 'Une rencontre prend place dans la démarche.',
    en: 'An encounter takes its place in the consultation.',
  },
  facts: { encounter: ref('encounter') },
});

const answered = explained(ref('contribution', 'synthesis'), {
  fr: 'L’objet qui a reçu cette réponse.',
  en: 'The object that was given this answer.',
});

/** Written once, by a process. */
export const answersBegan = defineEvent('consultation.answersBegan/1', {
  meaning: {
    fr: 'La première réponse est donnée : le mandat ne change plus sans l’accord du garant.',
    en: 'The first answer is given: the mandate no longer changes without the guarantor’s agreement.',
  },
  facts: { answered, outcome: eventId },
});

/** Written once for each code, by the same process. */
export const mandateInvoked = defineEvent('consultation.mandateInvoked/1', {
  meaning: {
    fr: 'Une réponse invoque pour la première fois un élément du mandat : il ne peut plus en être retiré.',
    en: 'An answer invokes something of the mandate for the first time: it can no longer be taken out.',
  },
  facts: { answered, outcome: eventId, openPoint: optional(localCode), constraint: optional(localCode) },
});

export const CONSULTATION_EVENTS = [
  consultationOpened,
  depositOpened,
  depositClosed,
  mandateAmended,
  addresseeJoined,
  rulesPublished,
  periodExtended,
  meansReported,
  publicsReported,
  publicsNotReachedStated,
  documentPublished,
  labelContested,
  labelUpheld,
  labelCorrected,
  factRecorded,
  signaturesCounted,
  encounterAnnounced,
  answersBegan,
  mandateInvoked,
] as const;

export const CONSULTATION_UPCASTS: readonly Upcast[] = [
  upcast(consultationOpened1, consultationOpened, { facts: (earlier) => earlier }),
];

/** A decision is an object of its own: a body, a function, a legal act, votes, the steps that led to it, its court history. */
import { CASE_OUTCOMES, CHALLENGERS, COURTS, DECISION_KINDS, EXTENTS, STEP_OUTCOMES, UNDOERS } from '../codes/decision';
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
import {
  code,
  count,
  date,
  flag,
  legalReference,
  list,
  localCode,
  object,
  optional,
  ref,
  sha256,
  sourceId,
  sourceName,
  when,
} from '../kit/fact-fields';
import { line, optionalSealed, text } from '../kit/sealed-fields';
import { upcast, type Upcast } from '../kit/upcast';

const registeredMeaning = {
  fr: 'Une décision est inscrite : qui l’a prise, par quel acte, avec quels votes.',
  en: 'A decision is registered: who took it, by which act, with which votes.',
};
const actMeaning = {
  fr: 'L’acte, avec les champs du schéma SCDL des délibérations 2.1.5.',
  en: 'The act, with the fields of the SCDL schema of deliberations 2.1.5.',
};
const actFields = {
  id: optional(legalReference),
  date: optional(date),
  subjectCode: optional(legalReference),
  prefectureId: optional(legalReference),
  prefectureDate: optional(date),
};
const voteFields = { members: optional(count), present: count, for: count, against: count, abstained: count };
const source = optional(object({ name: sourceName, type: sourceName, id: sourceId }));

const decisionRegistered1 = defineEvent('decision.registered/1', {
  meaning: registeredMeaning,
  facts: {
    authority: ref('authority'),
    kind: code(DECISION_KINDS),
    body: optional(localCode),
    decidedBy: optional(localCode),
    consultations: list(ref('consultation'), 50),
    act: explained(optional(object(actFields)), actMeaning),
    votes: explained(optional(object(voteFields)), {
      fr: 'Présents = pour + contre + abstentions ; membres ≥ présents.',
      en: 'Present = for + against + abstained; members ≥ present.',
    }),
    source,
  },
  sealed: { title: text(), summary: optionalSealed(text()), address: optionalSealed(line()) },
});

const act = explained(
  optional(object({ ...actFields, budgetYear: optional(when), sha256: optional(sha256) })),
  actMeaning,
);

export const decisionRegistered = defineEvent('decision.registered/2', {
  meaning: registeredMeaning,
  facts: {
    authority: ref('authority'),
    kind: code(DECISION_KINDS),
    body: optional(localCode),
    decidedBy: optional(localCode),
    consultations: list(ref('consultation'), 50),
    act,
    votes: explained(optional(object({ ...voteFields, notTakingPart: optional(count) })), {
      fr: 'Présents = pour + contre + abstentions + sans participation au vote ; membres ≥ présents.',
      en: 'Present = for + against + abstained + not taking part; members ≥ present.',
    }),
    source,
  },
  sealed: {
    title: text(),
    summary: optionalSealed(text()),
    address: optionalSealed(line()),
    subjectName: optionalSealed(line()),
    budgetName: optionalSealed(line()),
  },
});

/** A step really taken, beside the decision path that a consultation declared. */
export const decisionStepTaken = defineEvent('decision.stepTaken/1', {
  meaning: {
    fr: 'Une étape du chemin de la décision est franchie : quelle instance, et ce qu’elle en a fait.',
    en: 'A step of the decision path is taken: which body, and what it made of it.',
  },
  facts: {
    consultation: explained(optional(ref('consultation')), {
      fr: 'La démarche dont le chemin annonçait cette étape.',
      en: 'The consultation whose path declared this step.',
    }),
    step: localCode,
    ofPath: explained(flag, {
      fr: 'Si le chemin annoncé prévoyait cette étape au moment où elle est inscrite.',
      en: 'Whether the declared path had this step when it was recorded.',
    }),
    body: localCode,
    outcome: code(STEP_OUTCOMES),
    session: explained(optional(localCode), {
      fr: 'La séance, au calendrier de la collectivité.',
      en: 'The session, in the authority’s calendar.',
    }),
    document: explained(optional(sha256), {
      fr: 'Empreinte du document qui en rend compte.',
      en: 'Hash of the document that records it.',
    }),
  },
  sealed: { note: optionalSealed(text()), address: optionalSealed(line()) },
});

export const decisionReasonsPublished = defineEvent('decision.reasonsPublished/1', {
  meaning: {
    fr: 'Les motifs de la décision sont publiés.',
    en: 'The reasons of the decision are published.',
  },
  facts: {
    consultation: explained(optional(ref('consultation')), {
      fr: 'La démarche dont les résultats sont expliqués.',
      en: 'The consultation whose results are explained.',
    }),
    document: optional(sha256),
  },
  sealed: { reasons: text(), address: optionalSealed(line()) },
});

/** By whom an act is changed or undone, and by which act. */
const undoing = {
  by: code(UNDOERS),
  decision: explained(optional(ref('decision')), {
    fr: 'La décision qui le fait, lorsqu’elle est inscrite à ce registre.',
    en: 'The decision that does so, when this register has it.',
  }),
  act,
};

export const decisionAmended = defineEvent('decision.amended/1', {
  meaning: {
    fr: 'La décision est modifiée par un acte ultérieur ; elle reste en vigueur.',
    en: 'The decision is amended by a later act; it stays in force.',
  },
  facts: undoing,
  sealed: { reason: text(), address: optionalSealed(line()) },
});
export const decisionAnnulled = defineEvent('decision.annulled/1', {
  meaning: {
    fr: 'La décision est annulée ou retirée : elle est réputée n’avoir jamais existé, en tout ou en partie.',
    en: 'The decision is annulled or withdrawn: it is held never to have existed, in whole or in part.',
  },
  facts: {
    ...undoing,
    extent: code(EXTENTS),
    effectFrom: explained(optional(date), {
      fr: 'Le jour où l’annulation prend effet, lorsqu’elle est différée.',
      en: 'The day the annulment takes effect, when it is deferred.',
    }),
  },
  sealed: { reason: text(), address: optionalSealed(line()) },
});
export const decisionRepealed = defineEvent('decision.repealed/1', {
  meaning: {
    fr: 'La décision est abrogée : elle cesse de produire effet pour l’avenir.',
    en: 'The decision is repealed: it ceases to have effect from then on.',
  },
  facts: undoing,
  sealed: { reason: text(), address: optionalSealed(line()) },
});

/** The docket number leads to the names of the parties: it is a word, not a fact. */
const caseCode = explained(localCode, {
  fr: 'Un code choisi pour ce recours au sein de la décision, jamais le numéro d’enregistrement.',
  en: 'A code chosen for this case within the decision, never its docket number.',
});

export const decisionChallengedInCourt = defineEvent('decision.challengedInCourt/1', {
  meaning: {
    fr: 'La décision est attaquée devant une juridiction.',
    en: 'The decision is challenged in court.',
  },
  facts: { case: caseCode, court: code(COURTS), by: optional(code(CHALLENGERS)) },
  sealed: {
    caseNumber: optionalSealed(line()),
    grounds: optionalSealed(text()),
    address: optionalSealed(line()),
  },
});
export const decisionSuspendedByCourt = defineEvent('decision.suspendedByCourt/1', {
  meaning: {
    fr: 'Le juge suspend l’exécution de la décision.',
    en: 'A court suspends the execution of the decision.',
  },
  facts: { case: caseCode, court: code(COURTS), until: optional(date) },
  sealed: {
    caseNumber: optionalSealed(line()),
    grounds: optionalSealed(text()),
    address: optionalSealed(line()),
  },
});
export const decisionCourtRuled = defineEvent('decision.courtRuled/1', {
  meaning: {
    fr: 'Une juridiction a statué sur un recours contre la décision.',
    en: 'A court has ruled on a challenge to the decision.',
  },
  facts: {
    case: caseCode,
    court: code(COURTS),
    outcome: code(CASE_OUTCOMES),
    final: explained(optional(flag), {
      fr: 'Si plus aucune voie de recours n’est ouverte.',
      en: 'Whether no appeal is open any more.',
    }),
  },
  sealed: {
    caseNumber: optionalSealed(line()),
    grounds: optionalSealed(text()),
    address: optionalSealed(line()),
  },
});

export const DECISION_EVENTS = [
  decisionRegistered,
  decisionStepTaken,
  decisionReasonsPublished,
  decisionAmended,
  decisionAnnulled,
  decisionRepealed,
  decisionChallengedInCourt,
  decisionSuspendedByCourt,
  decisionCourtRuled,
] as const;

export const DECISION_UPCASTS: readonly Upcast[] = [
  upcast(decisionRegistered1, decisionRegistered, { facts: (earlier) => earlier }),
];

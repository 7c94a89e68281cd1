/** An accountability report: figures computed from the log at a size, and words that stand beside them. */
import { REPORT_CONTESTERS, REPORT_PARTS, REPORT_SCOPES } from '../codes/report';
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
import { code, count, date, eventId, integer, list, object, optional, ref, sha256 } from '../kit/fact-fields';
import { optionalSealed, text } from '../kit/sealed-fields';

/** The main figures of a report, for whoever has only the log. All of them, with the ids behind each, are in the data file. */
export const reportFigures = object({
  received: count,
  published: count,
  moderated: count,
  answered: count,
  provisional: count,
  late: count,
  withdrawn: count,
  transferred: count,
  voided: count,
  commitmentsMade: count,
  commitmentsDone: count,
  commitmentsAbandoned: count,
  commitmentsLate: count,
  commitmentsWaiting: count,
  deadlinesMissed: count,
});

/** What figures rest on: the state of the log they were computed from, and the file that holds all of them. */
const restsOn = {
  size: explained(integer(1, 2_000_000_000), {
    fr: 'Le nombre d’inscriptions du registre dont les chiffres sont tirés : l’état arrêté.',
    en: 'The number of entries of the register from which the figures are drawn: the cut.',
  }),
  root: explained(sha256, {
    fr: 'La racine de l’arbre de ces inscriptions (RFC 6962).',
    en: 'The root of the tree of these entries (RFC 6962).',
  }),
  cutOn: explained(date, {
    fr: 'Le jour de la dernière de ces inscriptions, à Paris.',
    en: 'The day of the last of these entries, in Paris.',
  }),
  figures: reportFigures,
  dataSha256: explained(sha256, {
    fr: 'L’empreinte SHA-256 du fichier complet des données, recalculable par quiconque.',
    en: 'The SHA-256 of the full data file, which anyone can compute again.',
  }),
} as const;

/** A text in the report as it was written elsewhere in the register, or for this report: nobody edits it. */
const cited = explained(optional(eventId), {
  fr: 'L’événement qui porte le texte, cité tel quel ; absent si le texte a été écrit pour ce rapport.',
  en: 'The event that holds the text, cited as it is; absent where the text was written for this report.',
});

export const guarantorOpinionAttached = defineEvent('report.guarantorOpinionAttached/1', {
  meaning: {
    fr: 'Un texte du garant est joint au rapport, sans modification.',
    en: 'A text of the guarantor is attached to the report, unedited.',
  },
  facts: { guarantor: ref('guarantor'), event: cited },
  sealed: { text: optionalSealed(text()) },
});

export const committeeOpinionAttached = defineEvent('report.committeeOpinionAttached/1', {
  meaning: {
    fr: 'Un texte du comité de suivi est joint au rapport, sans modification.',
    en: 'A text of the follow-up committee is attached to the report, unedited.',
  },
  facts: { committee: ref('committee'), event: cited },
  sealed: { text: optionalSealed(text()) },
});

export const reportPublished = defineEvent('report.published/1', {
  meaning: {
    fr: 'Un rapport de reddition des comptes est publié, sur un état arrêté du registre.',
    en: 'An accountability report is published, on a cut of the register.',
  },
  facts: {
    authority: explained(ref('authority'), {
      fr: 'L’autorité qui rend compte.',
      en: 'The authority that accounts for itself.',
    }),
    scope: code(REPORT_SCOPES),
    consultations: explained(list(ref('consultation'), 50), {
      fr: 'Les démarches dont il est rendu compte ; vide si c’est de toutes.',
      en: 'The consultations accounted for; empty where all of them are.',
    }),
    previous: explained(optional(ref('report')), {
      fr: 'Le rapport précédent du même périmètre : le chapitre 9 part de lui.',
      en: 'The previous report of the same scope: chapter 9 starts from it.',
    }),
    ...restsOn,
  },
  sealed: { title: text(), foreword: optionalSealed(text()) },
});

/** The old figures and words stay as they were published. */
export const reportCorrected = defineEvent('report.corrected/1', {
  meaning: {
    fr: 'Le rapport est rectifié : ce qui l’est et pourquoi ; l’ancienne version reste.',
    en: 'The report is corrected: what, and why; the old version stays.',
  },
  facts: {
    parts: list(code(REPORT_PARTS), 5),
    rests: explained(optional(object(restsOn)), {
      fr: 'Les nouveaux chiffres et ce dont ils sont tirés, s’ils changent.',
      en: 'The new figures and what they are drawn from, where they change.',
    }),
  },
  sealed: { reason: text(), title: optionalSealed(text()), foreword: optionalSealed(text()) },
});

export const reportContested = defineEvent('report.contested/1', {
  meaning: {
    fr: 'Le rapport est contesté, par un auteur, le garant ou le comité de suivi.',
    en: 'The report is contested, by an author, the guarantor or the follow-up committee.',
  },
  facts: {
    by: code(REPORT_CONTESTERS),
    contribution: optional(ref('contribution')),
    guarantor: optional(ref('guarantor')),
    committee: optional(ref('committee')),
    chapter: explained(optional(integer(1, 14)), {
      fr: 'Le chapitre contesté ; absent, c’est l’ensemble du rapport.',
      en: 'The chapter contested; absent, the whole report.',
    }),
  },
  sealed: { text: text() },
});

export const REPORT_EVENTS = [
  guarantorOpinionAttached,
  committeeOpinionAttached,
  reportPublished,
  reportCorrected,
  reportContested,
] as const;

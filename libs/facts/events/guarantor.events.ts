/** A guarantor (*garant*): the third party who watches over a consultation and writes in its own name only. */
import { CHANNELS } from '../codes/contribution';
import {
  APPOINTERS,
  GUARANTOR_LISTS,
  GUARANTOR_OPINION_SUBJECTS,
  GUARANTOR_REPORT_KINDS,
  LEAVING_REASONS,
  OBSERVERS,
  OPINIONS,
  RECOMMENDATION_ANSWERS,
  WAYS_OF_CHOOSING,
} from '../codes/oversight';
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
import { cents, code, date, eventId, flag, list, localCode, optional, ref, sha256, when } from '../kit/fact-fields';
import { contact, line, optionalSealed, text } from '../kit/sealed-fields';
import {
  RESTORATION_FACTS,
  RESTORATION_WORDS,
  SUSPENSION_FACTS,
  SUSPENSION_REPLY_FACTS,
  SUSPENSION_REPLY_WORDS,
  SUSPENSION_WORDS,
} from './passage';

export const guarantorAppointed = defineEvent('guarantor.appointed/1', {
  meaning: {
    fr: 'Un garant est nommé : par qui, comment, pour quelles démarches, avec quelle indemnité et quels liens.',
    en: 'A guarantor is appointed: by whom, how, for which consultations, with which allowance and which ties.',
  },
  facts: {
    authority: ref('authority'),
    code: explained(localCode, {
      fr: 'Le code sous lequel il écrit : celui de son jeton. Jamais réemployé dans ce registre.',
      en: 'The code it writes under: that of its token. Never used again in this register.',
    }),
    consultations: explained(list(ref('consultation'), 100), {
      fr: 'Les démarches dont il est garant ; vide : toutes celles de la collectivité.',
      en: 'The consultations it watches over; empty: all those of the authority.',
    }),
    appointedBy: code(APPOINTERS),
    chosenBy: code(WAYS_OF_CHOOSING),
    list: optional(code(GUARANTOR_LISTS)),
    allowance: optional(cents),
  },
  sealed: {
    title: explained(text(), {
      fr: 'La fonction sous laquelle il est nommé sur chaque page.',
      en: 'The function by which it is named on every page.',
    }),
    name: optionalSealed(line({ audience: 'office' })),
    ties: explained(optionalSealed(text()), {
      fr: 'Ses liens avec la collectivité et avec l’objet de la démarche, tels qu’il les déclare.',
      en: 'Its ties with the authority and with what the consultation is about, as it declares them.',
    }),
    contact: optionalSealed(contact({ audience: 'office' })),
  },
});

/** The words are for the guarantor: what somebody writes to it is not published without her. */
export const observationReceived = defineEvent('guarantor.observationReceived/1', {
  meaning: { fr: 'Le garant reçoit une observation.', en: 'The guarantor receives an observation.' },
  facts: {
    consultation: optional(ref('consultation')),
    from: code(OBSERVERS),
    channel: optional(code(CHANNELS)),
  },
  sealed: {
    text: text({ audience: 'office' }),
    name: optionalSealed(line({ audience: 'office' })),
    contact: optionalSealed(contact({ audience: 'person' })),
  },
});

export const recommendationMade = defineEvent('guarantor.recommendationMade/1', {
  meaning: { fr: 'Le garant fait une recommandation.', en: 'The guarantor makes a recommendation.' },
  facts: { consultation: optional(ref('consultation')), answerBy: optional(date) },
  sealed: { text: text() },
});

/** What the authority does with it, by when, with which means. */
export const recommendationAnswered = defineEvent('guarantor.recommendationAnswered/1', {
  meaning: {
    fr: 'La collectivité répond à une recommandation du garant : ce qu’elle en fait, pour quand, avec quels moyens.',
    en: 'The authority answers a recommendation of the guarantor: what it does with it, by when, with which means.',
  },
  facts: {
    recommendation: eventId,
    answer: code(RECOMMENDATION_ANSWERS),
    decidedBy: optional(localCode),
    dueOn: optional(when),
    budget: optional(cents),
    supplements: explained(optional(eventId), {
      fr: 'La première réponse, que celle-ci complète.',
      en: 'The first answer, which this one supplements.',
    }),
  },
  sealed: { text: text(), means: optionalSealed(text()) },
});

export const guarantorReportPublished = defineEvent('guarantor.reportPublished/1', {
  meaning: { fr: 'Le garant publie un rapport.', en: 'The guarantor publishes a report.' },
  facts: {
    kind: code(GUARANTOR_REPORT_KINDS),
    consultation: optional(ref('consultation')),
    document: explained(optional(sha256), {
      fr: 'SHA-256 du document publié.',
      en: 'SHA-256 of the document published.',
    }),
  },
  sealed: { title: text(), text: optionalSealed(text()), address: optionalSealed(line()) },
});

/** What an amendment of the mandate needs once answers or deposits have begun. */
export const opinionOfGuarantorGiven = defineEvent('guarantor.opinionGiven/1', {
  meaning: {
    fr: 'Le garant donne son avis, ou son accord, sur la modification du mandat ou la conduite d’une démarche.',
    en: 'The guarantor gives an opinion, or agrees, on an amendment of the mandate or how a consultation is held.',
  },
  facts: {
    consultation: ref('consultation'),
    subject: code(GUARANTOR_OPINION_SUBJECTS),
    opinion: code(OPINIONS),
    agreement: explained(flag, {
      fr: 'Le garant donne son accord : une modification du mandat peut se faire après les premières réponses.',
      en: 'The guarantor agrees: the mandate may be amended after the first answers.',
    }),
  },
  sealed: { text: text() },
});

export const guarantorWithdrew = defineEvent('guarantor.withdrew/1', {
  meaning: { fr: 'Le garant se retire.', en: 'The guarantor withdraws.' },
  facts: { reason: code(LEAVING_REASONS) },
  sealed: { explanation: optionalSealed(text()) },
});

export const guarantorPassageSuspended = defineEvent('guarantor.passageSuspended/1', {
  meaning: {
    fr: 'Un passage d’un texte du garant est soustrait au public, pour un motif légal qui lui a été notifié.',
    en: 'A passage of a guarantor’s text is withheld from the public, on a legal ground that was notified to it.',
  },
  facts: SUSPENSION_FACTS,
  sealed: SUSPENSION_WORDS,
  withholds: { event: 'event', paths: 'paths' },
});
export const guarantorSuspensionReplied = defineEvent('guarantor.suspensionReplied/1', {
  meaning: {
    fr: 'Le garant répond à la suspension d’un passage.',
    en: 'The guarantor replies to the suspension of a passage.',
  },
  facts: SUSPENSION_REPLY_FACTS,
  sealed: SUSPENSION_REPLY_WORDS,
});
export const guarantorPassageRestored = defineEvent('guarantor.passageRestored/1', {
  meaning: {
    fr: 'Un passage suspendu d’un texte du garant est rendu au public.',
    en: 'A suspended passage of a guarantor’s text is shown again.',
  },
  facts: RESTORATION_FACTS,
  sealed: RESTORATION_WORDS,
  restores: 'suspension',
});

export const GUARANTOR_EVENTS = [
  guarantorAppointed,
  observationReceived,
  recommendationMade,
  recommendationAnswered,
  guarantorReportPublished,
  opinionOfGuarantorGiven,
  guarantorWithdrew,
  guarantorPassageSuspended,
  guarantorSuspensionReplied,
  guarantorPassageRestored,
] as const;

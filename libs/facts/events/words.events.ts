/** The words of a contribution: written down, acknowledged, understood, disputed, corrected, judged by their author. */
import {
  ACKNOWLEDGEMENT_CHANNELS,
  AUTHOR_TEXTS,
  CONTEST_VERDICTS,
  FOLLOW_UP_VERDICTS,
  KEY_REPLACEMENT_GROUNDS,
  TRANSCRIPTION_WAYS,
} from '../codes/words';
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
import {
  code,
  count,
  date,
  eventId,
  flag,
  integer,
  languageTag,
  list,
  localCode,
  optional,
  ref,
  ruleCode,
} from '../kit/fact-fields';
import { attachment, digest, optionalSealed, text } from '../kit/sealed-fields';

/** 1 is what was recorded; each transcription and each correction by the author makes the next one. */
const textVersion = explained(integer(1, 1000), {
  fr: 'La version du texte dont il s’agit : 1 pour ce qui a été enregistré, puis une de plus à chaque transcription ou correction de l’auteur.',
  en: 'Which version of the text: 1 is what was recorded, then one more with each transcription and each correction by the author.',
});
const by = explained(localCode, {
  fr: 'La fonction qui s’en est chargée, jamais un nom.',
  en: 'The function that did it, never a name.',
});

/** Words spoken, or written on paper, become text. The scan is for the office: handwriting names its author. */
export const contributionTranscribed = defineEvent('contribution.transcribed/1', {
  meaning: {
    fr: 'Ce qui a été dit ou écrit sur papier est transcrit ; l’auteur peut corriger.',
    en: 'What was said or written on paper is transcribed; the author can correct it.',
  },
  facts: {
    way: code(TRANSCRIPTION_WAYS),
    language: languageTag,
    illegible: explained(count, {
      fr: 'Combien de passages sont marqués [illisible].',
      en: 'How many passages are marked [illisible].',
    }),
    titled: explained(flag, {
      fr: 'Vrai si un titre est transcrit aussi.',
      en: 'True where a title is transcribed too.',
    }),
    by: optional(by),
  },
  sealed: {
    title: optionalSealed(text({ personal: true })),
    text: text({ personal: true }),
    scan: explained(optionalSealed(attachment({ personal: true, audience: 'office' })), {
      fr: 'L’image de l’original, jamais publique.',
      en: 'The image of the original, never public.',
    }),
  },
});

/** The legal one (CRPA L112-11, R112-11-1, R112-11-2); the log's signed note is the promise. */
export const contributionAcknowledged = defineEvent('contribution.acknowledged/1', {
  meaning: {
    fr: 'Il est accusé réception de la contribution, avec le service chargé du dossier.',
    en: 'Receipt of the contribution is acknowledged, with the service in charge.',
  },
  facts: {
    rule: explained(ruleCode, {
      fr: 'La règle qui l’exige, telle que crpa.are.',
      en: 'The rule that asks for it, such as crpa.are.',
    }),
    service: explained(optional(localCode), {
      fr: 'Le service chargé du dossier ; un accusé d’enregistrement peut ne pas le dire.',
      en: 'The service in charge; a record receipt may not name it.',
    }),
    answerBy: optional(date),
    channel: code(ACKNOWLEDGEMENT_CHANNELS),
  },
});

export const themesAssigned = defineEvent('contribution.themesAssigned/1', {
  meaning: {
    fr: 'Les thématiques de la contribution sont attribuées.',
    en: 'The themes of the contribution are assigned.',
  },
  facts: { from: list(localCode, 20), to: list(localCode, 20), by: optional(by) },
});

/** By the author, with her key. The text before stands in the event that `replaces` names: it is never copied. */
export const textCorrected = defineEvent('contribution.textCorrected/1', {
  meaning: {
    fr: 'L’auteur corrige son texte ; la version d’avant reste affichée.',
    en: 'The author corrects the text; the version before stays shown.',
  },
  facts: {
    field: code(AUTHOR_TEXTS),
    version: textVersion,
    replaces: explained(eventId, {
      fr: 'L’événement qui porte le texte d’avant.',
      en: 'The event that holds the text before.',
    }),
  },
  sealed: { corrected: text({ personal: true }), reason: optionalSealed(text({ personal: true })) },
});

/** A readable reformulation, beside the verbatim and never instead of it. */
export const contributionRestated = defineEvent('contribution.restated/1', {
  meaning: {
    fr: 'La contribution est reformulée ; ses propres mots restent affichés, son auteur peut le contester.',
    en: 'The contribution is restated; its own words stay shown, its author can dispute it.',
  },
  facts: { version: textVersion, by },
  sealed: { text: text({ personal: true }) },
});
export const restatementDisputed = defineEvent('contribution.restatementDisputed/1', {
  meaning: {
    fr: 'L’auteur conteste la reformulation de sa contribution.',
    en: 'The author disputes how the contribution was restated.',
  },
  facts: { restatement: eventId },
  sealed: { text: text({ personal: true }) },
});
export const restatementUpheld = defineEvent('contribution.restatementUpheld/1', {
  meaning: {
    fr: 'Une reformulation contestée est maintenue par une autre fonction que celle qui l’a faite.',
    en: 'A disputed restatement is upheld by another function than the one that made it.',
  },
  facts: { restatement: eventId, by },
  sealed: { reason: text() },
});
export const restatementCorrected = defineEvent('contribution.restatementCorrected/1', {
  meaning: {
    fr: 'La reformulation est corrigée ; la précédente reste affichée.',
    en: 'The restatement is corrected; the one before stays shown.',
  },
  facts: {
    restatement: explained(eventId, {
      fr: 'La reformulation que celle-ci remplace.',
      en: 'The restatement this one replaces.',
    }),
    version: textVersion,
    by,
  },
  sealed: { text: text({ personal: true }), reason: optionalSealed(text()) },
});

export const contestAnswered = defineEvent('contribution.contestAnswered/1', {
  meaning: {
    fr: 'Ce que l’auteur a contesté est réexaminé par quelqu’un d’autre que qui l’avait fait.',
    en: 'What the author contested is re-examined by somebody else than who did it.',
  },
  facts: {
    contest: eventId,
    verdict: explained(code(CONTEST_VERDICTS), {
      fr: 'Ce qui est à modifier fait l’objet d’un événement de plus.',
      en: 'What is to be changed is then changed by an event of its own.',
    }),
    by,
  },
  sealed: { text: text() },
});

/** The author's verdict, beside the authority's claim; several over time: on delivery, and months later. */
export const followedUp = defineEvent('contribution.followedUp/1', {
  meaning: {
    fr: 'L’auteur dit ce qu’il en est de ce qui a été déclaré réalisé.',
    en: 'The author says how it stands with what was declared done.',
  },
  facts: { commitment: ref('commitment'), declared: eventId, verdict: code(FOLLOW_UP_VERDICTS) },
  sealed: { text: optionalSealed(text({ personal: true })) },
});

/** The only key from here on. Also how the author of an imported contribution gets one. */
export const authorKeyReplaced = defineEvent('contribution.authorKeyReplaced/1', {
  meaning: {
    fr: 'Le garant remet à l’auteur une nouvelle clé ; l’ancienne ne vaut plus.',
    en: 'The guarantor gives the author a new key; the old one is no longer valid.',
  },
  facts: { guarantor: ref('guarantor'), ground: code(KEY_REPLACEMENT_GROUNDS) },
  sealed: {
    checked: explained(text({ audience: 'office' }), {
      fr: 'Comment le garant s’est assuré que c’est bien l’auteur.',
      en: 'How the guarantor made sure that it is the author.',
    }),
    authorKey: digest({ personal: true, audience: 'person' }),
  },
});

export const WORDS_EVENTS = [
  contributionTranscribed,
  contributionAcknowledged,
  themesAssigned,
  textCorrected,
  contributionRestated,
  restatementDisputed,
  restatementUpheld,
  restatementCorrected,
  contestAnswered,
  followedUp,
  authorKeyReplaced,
] as const;

/** What is said about a text beside the text itself: who wrote it down, corrected, understood, judged, made plain. */
import type { Labels } from './label';

/** How words that were spoken or written on paper came into the register. */
export const TRANSCRIPTION_WAYS = ['typed', 'dictated', 'assisted'] as const;
export type TranscriptionWay = (typeof TRANSCRIPTION_WAYS)[number];
export const TRANSCRIPTION_WAY_LABELS: Labels<TranscriptionWay> = {
  typed: { fr: 'Saisie au clavier', en: 'Typed' },
  dictated: { fr: 'Saisie sous la dictée', en: 'Taken down from dictation' },
  assisted: {
    fr: 'Transcription assistée par un outil, validée par un agent',
    en: 'Transcribed by a tool, validated by an official',
  },
};

/** The fields of a contribution that its author may correct. */
export const AUTHOR_TEXTS = ['title', 'text'] as const;
export type AuthorText = (typeof AUTHOR_TEXTS)[number];
export const AUTHOR_TEXT_LABELS: Labels<AuthorText> = {
  title: { fr: 'Titre', en: 'Title' },
  text: { fr: 'Texte', en: 'Text' },
};

/** How the acknowledgement reached the author. */
export const ACKNOWLEDGEMENT_CHANNELS = ['email', 'letter', 'handed', 'onlineAccount'] as const;
export type AcknowledgementChannel = (typeof ACKNOWLEDGEMENT_CHANNELS)[number];
export const ACKNOWLEDGEMENT_CHANNEL_LABELS: Labels<AcknowledgementChannel> = {
  email: { fr: 'par courriel', en: 'by e-mail' },
  letter: { fr: 'par courrier', en: 'by letter' },
  handed: { fr: 'remis en main propre', en: 'handed over' },
  onlineAccount: { fr: 'sur l’espace en ligne', en: 'in the online account' },
};

/** What came of the second look at what was contested. */
export const CONTEST_VERDICTS = ['upheld', 'changed'] as const;
export type ContestVerdict = (typeof CONTEST_VERDICTS)[number];
export const CONTEST_VERDICT_LABELS: Labels<ContestVerdict> = {
  upheld: { fr: 'Maintenu après réexamen', en: 'Upheld on re-examination' },
  changed: { fr: 'À modifier après réexamen', en: 'To be changed on re-examination' },
};

/** The author's own verdict, after the authority declared done what answers her. */
export const FOLLOW_UP_VERDICTS = ['done', 'partly', 'notDone', 'notWhatIAsked'] as const;
export type FollowUpVerdict = (typeof FOLLOW_UP_VERDICTS)[number];
export const FOLLOW_UP_VERDICT_LABELS: Labels<FollowUpVerdict> = {
  done: { fr: 'C’est fait', en: 'It is done' },
  partly: { fr: 'C’est fait en partie', en: 'It is partly done' },
  notDone: { fr: 'Ce n’est pas fait', en: 'It is not done' },
  notWhatIAsked: { fr: 'Ce n’est pas ce que j’ai demandé', en: 'It is not what I asked for' },
};

/** Why a guarantor gives an author another key. */
export const KEY_REPLACEMENT_GROUNDS = ['lost', 'disclosed', 'claimed'] as const;
export type KeyReplacementGround = (typeof KEY_REPLACEMENT_GROUNDS)[number];
export const KEY_REPLACEMENT_GROUND_LABELS: Labels<KeyReplacementGround> = {
  lost: { fr: 'Clé perdue', en: 'Key lost' },
  disclosed: { fr: 'Clé connue d’un tiers', en: 'Key known to somebody else' },
  claimed: { fr: 'Contribution reprise, réclamée par son auteur', en: 'Taken over, claimed by its author' },
};

/** Who read a plain text before it was given. */
export const PLAIN_TEXT_READERS = ['peopleConcerned', 'others', 'nobody'] as const;
export type PlainTextReader = (typeof PLAIN_TEXT_READERS)[number];
/** *FALC* only when the people concerned have read it again (02 §6). */
export const PLAIN_TEXT_LABELS: Labels<PlainTextReader> = {
  peopleConcerned: { fr: 'FALC (facile à lire et à comprendre)', en: 'Easy to read' },
  others: { fr: 'En clair', en: 'In plain words' },
  nobody: { fr: 'En clair', en: 'In plain words' },
};

export const TRANSLATORS = ['author', 'person', 'swornTranslator', 'machine'] as const;
export type Translator = (typeof TRANSLATORS)[number];
export const TRANSLATOR_LABELS: Labels<Translator> = {
  author: { fr: 'Traduction de l’auteur', en: 'Translated by the author' },
  person: { fr: 'Traduction', en: 'Translated by a person' },
  swornTranslator: { fr: 'Traduction assermentée', en: 'Sworn translation' },
  machine: { fr: 'Traduction automatique', en: 'Machine translation' },
};

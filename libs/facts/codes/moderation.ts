/** Why words are not shown, who was told, and under which authorisation a discreet report is made public. */
import type { Label, Labels } from './label';

interface Ground {
  readonly label: Label;
  /** The text it rests on: an article, or several. */
  readonly source: string;
}

/**
 * Why a passage is redacted, or a whole contribution not published: what the law keeps from being communicated to
 * others (CRPA L311-5, L311-6), is redacted when the rest can be shown (L311-7), and what the press law forbids.
 */
export const MODERATION_GROUND_TABLE = {
  privacy: {
    label: { fr: 'Atteinte à la vie privée', en: 'Privacy' },
    source: 'CRPA L311-6, 1°',
  },
  judgementOnPerson: {
    label: {
      fr: 'Appréciation portée sur une personne nommée ou facilement identifiable',
      en: 'A judgement on a person who is named or easily identified',
    },
    source: 'CRPA L311-6, 2°',
  },
  conductOfPerson: {
    label: {
      fr: 'Comportement d’une personne, dont la divulgation pourrait lui porter préjudice',
      en: 'A person’s conduct, the disclosure of which could harm her',
    },
    source: 'CRPA L311-6, 3°',
  },
  personalData: {
    label: { fr: 'Données permettant d’identifier une personne', en: 'Data that identify a person' },
    source: 'CRPA L312-1-2',
  },
  businessSecret: {
    label: { fr: 'Secret des affaires', en: 'Business secret' },
    source: 'CRPA L311-6, 1°',
  },
  protectedSecret: {
    label: { fr: 'Secret protégé par la loi', en: 'Secret protected by law' },
    source: 'CRPA L311-5',
  },
  insultOrDefamation: {
    label: { fr: 'Injure ou diffamation', en: 'Insult or defamation' },
    source: 'Loi du 29 juillet 1881, art. 29',
  },
  incitement: {
    label: {
      fr: 'Provocation à la haine, à la violence ou à une infraction',
      en: 'Incitement to hatred, violence or an offence',
    },
    source: 'Loi du 29 juillet 1881, art. 23 et 24',
  },
} as const satisfies Record<string, Ground>;

export type ModerationGround = keyof typeof MODERATION_GROUND_TABLE;
export const MODERATION_GROUNDS = Object.keys(MODERATION_GROUND_TABLE) as [ModerationGround, ...ModerationGround[]];
export const moderationGround = (ground: ModerationGround): Ground => MODERATION_GROUND_TABLE[ground];

/** How the author was told. */
export const TOLD_BY = ['email', 'letter', 'phone', 'inPerson', 'threadOnly'] as const;
export type ToldBy = (typeof TOLD_BY)[number];
export const TOLD_BY_LABELS: Labels<ToldBy> = {
  email: { fr: 'par courriel', en: 'by e-mail' },
  letter: { fr: 'par courrier', en: 'by letter' },
  phone: { fr: 'par téléphone', en: 'by telephone' },
  inPerson: { fr: 'de vive voix', en: 'in person' },
  threadOnly: { fr: 'par la page du fil seulement', en: 'by the page of the thread only' },
};

/** What became, or in the guarantor’s opinion should become, of the decision that an appeal is about. */
export const APPEAL_RESULTS = ['upheld', 'reversed'] as const;
export type AppealResult = (typeof APPEAL_RESULTS)[number];
export const APPEAL_RESULT_LABELS: Labels<AppealResult> = {
  upheld: { fr: 'Décision confirmée', en: 'Decision upheld' },
  reversed: { fr: 'Décision annulée', en: 'Decision reversed' },
};
export const APPEAL_OPINION_LABELS: Labels<AppealResult> = {
  upheld: { fr: 'Favorable au maintien de la décision', en: 'In favour of upholding the decision' },
  reversed: { fr: 'Favorable à la demande de l’auteur', en: 'In favour of the author’s request' },
};

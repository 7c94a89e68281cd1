/** Deadlines are data (02 §4): what starts one, who owes what, how it is counted, and what obliges. */
import type { Label, Labels } from './label';

/**
 * How the time is counted. `months` run from date to date, clamped to the end of a shorter month; `clearDays` exclude the
 * first and the last day; `nextSession` ends with the next session of a body; `promised` is whatever the mandate, the
 * finding or the commitment itself promised.
 */
export const DEADLINE_UNITS = [
  'calendarDays',
  'workingDays',
  'clearDays',
  'weeks',
  'months',
  'nextSession',
  'promised',
] as const;
export type DeadlineUnit = (typeof DEADLINE_UNITS)[number];
export const DEADLINE_UNIT_LABELS: Labels<DeadlineUnit> = {
  calendarDays: { fr: 'jours calendaires', en: 'calendar days' },
  workingDays: { fr: 'jours ouvrés', en: 'working days' },
  clearDays: { fr: 'jours francs', en: 'clear days' },
  weeks: { fr: 'semaines', en: 'weeks' },
  months: { fr: 'mois', en: 'months' },
  nextSession: { fr: 'prochaine séance', en: 'next session' },
  promised: { fr: 'délai promis', en: 'as promised' },
};

/** What obliges. */
export const BASIS_KINDS = ['statute', 'regulation', 'charter', 'selfCommitment'] as const;
export type BasisKind = (typeof BASIS_KINDS)[number];
export const BASIS_KIND_LABELS: Labels<BasisKind> = {
  statute: { fr: 'Loi', en: 'Statute' },
  regulation: { fr: 'Règlement', en: 'Regulation' },
  charter: { fr: 'Charte', en: 'Charter' },
  selfCommitment: { fr: 'Engagement de la collectivité', en: 'The authority’s own commitment' },
};

/** Only these may be shown as *obligation légale*. */
export const isLegalObligation = (kind: BasisKind): boolean => kind === 'statute' || kind === 'regulation';

/** What starts a deadline. */
export const DEADLINE_TRIGGERS = [
  'consultationClosed',
  'electronicDeposit',
  'electronicDepositWithAddress',
  'publicDebateEnded',
  'publicDebateReportPublished',
  'guaranteedConcertationEnded',
  'guarantorReportPublished',
  'publicInquiryEnded',
  'permitConcertationEnded',
  'petitionOverThreshold',
  'councilSessionHeld',
  'minutesApproved',
  'documentRequested',
  'accessibilityComplaintReceived',
  'dataSubjectRequestReceived',
  'encounterHeld',
  'findingRecorded',
  'commitmentReported',
  'commitmentMade',
] as const;
export type DeadlineTrigger = (typeof DEADLINE_TRIGGERS)[number];
export const DEADLINE_TRIGGER_LABELS: Labels<DeadlineTrigger> = {
  consultationClosed: { fr: 'Clôture d’une démarche', en: 'Close of a consultation' },
  electronicDeposit: { fr: 'Dépôt par voie électronique', en: 'Electronic deposit' },
  electronicDepositWithAddress: {
    fr: 'Dépôt par voie électronique avec une adresse',
    en: 'Electronic deposit with an address',
  },
  publicDebateEnded: { fr: 'Fin d’un débat public', en: 'End of a public debate' },
  publicDebateReportPublished: {
    fr: 'Publication du bilan d’un débat public',
    en: 'Publication of the report of a public debate',
  },
  guaranteedConcertationEnded: {
    fr: 'Fin d’une concertation avec garant',
    en: 'End of a concertation with a guarantor',
  },
  guarantorReportPublished: { fr: 'Publication du bilan du garant', en: 'Publication of the guarantor’s report' },
  publicInquiryEnded: { fr: 'Fin d’une enquête publique', en: 'End of a public inquiry' },
  permitConcertationEnded: {
    fr: 'Fin d’une concertation sur un permis',
    en: 'End of a concertation on a building permit',
  },
  petitionOverThreshold: {
    fr: 'Pétition ayant atteint le seuil de signatures',
    en: 'Petition over the threshold of signatures',
  },
  councilSessionHeld: { fr: 'Séance de l’assemblée', en: 'Session of the council' },
  minutesApproved: {
    fr: 'Séance où le procès-verbal est arrêté',
    en: 'Session at which the minutes are approved',
  },
  documentRequested: {
    fr: 'Demande de communication d’un document',
    en: 'Request for a document',
  },
  accessibilityComplaintReceived: {
    fr: 'Signalement d’un défaut d’accessibilité',
    en: 'Accessibility complaint',
  },
  dataSubjectRequestReceived: {
    fr: 'Demande d’une personne sur ses données',
    en: 'Request of a data subject',
  },
  encounterHeld: { fr: 'Rencontre tenue', en: 'Meeting held' },
  findingRecorded: { fr: 'Constat d’un comité de suivi', en: 'Finding of a follow-up committee' },
  commitmentReported: {
    fr: 'Engagement pris, ou dernier point d’avancement',
    en: 'Commitment made, or last progress report',
  },
  commitmentMade: { fr: 'Engagement pris avec une date', en: 'Commitment made with a date' },
};

/** What must be produced before the end. */
export const DEADLINE_OUTPUTS = [
  'finalOutcome',
  'depositRecord',
  'acknowledgement',
  'report',
  'reasonedDecision',
  'reasonedReply',
  'reasonedConclusions',
  'councilInformed',
  'deliberationList',
  'minutes',
  'answer',
  'progressReport',
  'commitmentDone',
] as const;
export type DeadlineOutput = (typeof DEADLINE_OUTPUTS)[number];
export const DEADLINE_OUTPUT_LABELS: Labels<DeadlineOutput> = {
  finalOutcome: { fr: 'Suite définitive donnée à chaque point', en: 'Final outcome for each point' },
  depositRecord: { fr: 'Accusé d’enregistrement', en: 'Record receipt' },
  acknowledgement: {
    fr: 'Accusé de réception indiquant le service chargé du dossier',
    en: 'Acknowledgement naming the service in charge',
  },
  report: { fr: 'Bilan', en: 'Report' },
  reasonedDecision: {
    fr: 'Acte publié disant ce qui est retenu ou non, et pourquoi',
    en: 'Published act saying what is retained or not, and why',
  },
  reasonedReply: { fr: 'Réponse motivée', en: 'Reasoned reply' },
  reasonedConclusions: { fr: 'Rapport et conclusions motivées', en: 'Report and reasoned conclusions' },
  councilInformed: {
    fr: 'Accusé de réception de la pétition et information de l’assemblée',
    en: 'Petition acknowledged and council informed',
  },
  deliberationList: { fr: 'Liste des délibérations en ligne', en: 'List of deliberations online' },
  minutes: { fr: 'Procès-verbal ou compte rendu', en: 'Minutes' },
  answer: { fr: 'Réponse', en: 'Answer' },
  progressReport: { fr: 'Point d’avancement', en: 'Progress report' },
  commitmentDone: { fr: 'Engagement tenu', en: 'Commitment kept' },
};

/** Who owes it: a capacity, never a person. */
export const DEADLINE_OWERS = [
  'authority',
  'addressee',
  'owner',
  'nationalCommission',
  'guarantor',
  'inquiryCommissioner',
  'projectOwner',
] as const;
export type DeadlineOwer = (typeof DEADLINE_OWERS)[number];
export const DEADLINE_OWER_LABELS: Labels<DeadlineOwer> = {
  authority: { fr: 'La collectivité', en: 'The authority' },
  addressee: { fr: 'L’autorité qui a promis de répondre', en: 'The authority that promised to answer' },
  owner: { fr: 'Le service ou la fonction responsable', en: 'The accountable department or function' },
  nationalCommission: {
    fr: 'La Commission nationale du débat public',
    en: 'The national commission for public debate',
  },
  guarantor: { fr: 'Le garant', en: 'The guarantor' },
  inquiryCommissioner: {
    fr: 'Le commissaire enquêteur ou la commission d’enquête',
    en: 'The inquiry commissioner',
  },
  projectOwner: { fr: 'Le maître d’ouvrage', en: 'The project owner' },
};

/** A rule as the start set proposes it (libs/facts/deadlines/start-set.ts); an authority adopts it from a day on. */
export interface ProposedDeadlineRule {
  /** Such as `crpa.are`. */
  readonly rule: string;
  readonly trigger: DeadlineTrigger;
  readonly output: DeadlineOutput;
  readonly owes: DeadlineOwer;
  /** Absent for `nextSession` and `promised`. */
  readonly amount?: number;
  readonly unit: DeadlineUnit;
  readonly basisKind: BasisKind;
  readonly name: Label;
  /** The article, such as « CRPA, art. L112-11 et R112-11-1 ». */
  readonly source: string;
  /** `YYYY-MM-DD` */
  readonly lastChecked?: string;
}

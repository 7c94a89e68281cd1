import type { Labels } from './label';

export const LEVELS = ['inform', 'consult', 'involve', 'collaborate', 'empower', 'evaluate'] as const;
export type Level = (typeof LEVELS)[number];
export const LEVEL_LABELS: Labels<Level> = {
  inform: { fr: 'Information', en: 'Information' },
  consult: { fr: 'Consultation', en: 'Consultation' },
  involve: { fr: 'Concertation', en: 'Involvement' },
  collaborate: { fr: 'Co-construction', en: 'Collaboration' },
  empower: { fr: 'Co-décision', en: 'Shared decision' },
  evaluate: { fr: 'Évaluation', en: 'Evaluation' },
};

export const CONSTRAINT_KINDS = ['legal', 'technical', 'budget', 'policy'] as const;
export const CONSTRAINT_KIND_LABELS: Labels<(typeof CONSTRAINT_KINDS)[number]> = {
  legal: { fr: 'Contrainte juridique', en: 'Legal constraint' },
  technical: { fr: 'Contrainte technique', en: 'Technical constraint' },
  budget: { fr: 'Contrainte budgétaire', en: 'Budget constraint' },
  policy: { fr: 'Orientation déjà arrêtée', en: 'Policy already settled' },
};

export const ORGANISER_KINDS = ['authority', 'association'] as const;
export const ORGANISER_KIND_LABELS: Labels<(typeof ORGANISER_KINDS)[number]> = {
  authority: { fr: 'Collectivité', en: 'Authority' },
  association: { fr: 'Association', en: 'Association' },
};

export const ORIGINS = ['authority', 'law', 'petition', 'contributions', 'residents'] as const;
export const ORIGIN_LABELS: Labels<(typeof ORIGINS)[number]> = {
  authority: { fr: 'Initiative de la collectivité', en: 'The authority’s initiative' },
  law: { fr: 'Obligation légale', en: 'Legal obligation' },
  petition: { fr: 'Pétition', en: 'Petition' },
  contributions: { fr: 'Contributions reçues', en: 'Contributions received' },
  residents: { fr: 'Initiative d’habitants', en: 'Residents’ initiative' },
};

export const PATH_ROLES = ['advises', 'proposes', 'decides', 'implements', 'evaluates'] as const;
export const PATH_ROLE_LABELS: Labels<(typeof PATH_ROLES)[number]> = {
  advises: { fr: 'donne un avis', en: 'advises' },
  proposes: { fr: 'propose', en: 'proposes' },
  decides: { fr: 'décide', en: 'decides' },
  implements: { fr: 'met en œuvre', en: 'implements' },
  evaluates: { fr: 'évalue', en: 'evaluates' },
};

/** When the words of a contribution become public. */
export const WORDS_PUBLIC = ['onAdmission', 'onDeposit'] as const;

/** What an amendment changed of the mandate. */
export const MANDATE_PARTS = [
  'openPoints',
  'constraints',
  'decisionPath',
  'promises',
  'channels',
  'depositPeriod',
  'themes',
] as const;
export type MandatePart = (typeof MANDATE_PARTS)[number];
export const MANDATE_PART_LABELS: Labels<MandatePart> = {
  openPoints: { fr: 'Ce qui est ouvert', en: 'What is open' },
  constraints: { fr: 'Ce qui n’est pas en débat', en: 'What is not open' },
  decisionPath: { fr: 'Chemin de la décision', en: 'Decision path' },
  promises: { fr: 'Engagement de réponse', en: 'Promise to answer' },
  channels: { fr: 'Canaux de recueil', en: 'Channels' },
  depositPeriod: { fr: 'Période annoncée', en: 'Announced period' },
  themes: { fr: 'Thématiques', en: 'Themes' },
};

/** How far a consultation had gone when its mandate was amended: what the guarantor had to say follows from it. */
export const AMENDMENT_STAGES = ['beforeDeposit', 'afterFirstDeposit', 'afterAnswersBegan'] as const;
export type AmendmentStage = (typeof AMENDMENT_STAGES)[number];
export const AMENDMENT_STAGE_LABELS: Labels<AmendmentStage> = {
  beforeDeposit: { fr: 'Avant l’ouverture du dépôt', en: 'Before the deposit opened' },
  afterFirstDeposit: { fr: 'Après l’ouverture du dépôt', en: 'After the deposit opened' },
  afterAnswersBegan: { fr: 'Après les premières réponses', en: 'After the first answers' },
};

/** What was spent on holding a consultation. */
export const MEANS = [
  'staff',
  'facilitation',
  'venue',
  'communication',
  'printing',
  'accessibility',
  'translation',
  'allowances',
  'tools',
  'studies',
  'other',
] as const;
export type MeansCategory = (typeof MEANS)[number];
export const MEANS_LABELS: Labels<MeansCategory> = {
  staff: { fr: 'Temps des agents', en: 'Staff time' },
  facilitation: { fr: 'Animation', en: 'Facilitation' },
  venue: { fr: 'Lieux et accueil', en: 'Venues and welcome' },
  communication: { fr: 'Communication', en: 'Communication' },
  printing: { fr: 'Impression', en: 'Printing' },
  accessibility: { fr: 'Accessibilité', en: 'Accessibility' },
  translation: { fr: 'Traduction et interprétariat', en: 'Translation and interpreting' },
  allowances: { fr: 'Indemnités et garde d’enfants', en: 'Allowances and childcare' },
  tools: { fr: 'Outils et prestations numériques', en: 'Tools and digital services' },
  studies: { fr: 'Études et expertises', en: 'Studies and expertise' },
  other: { fr: 'Autres dépenses', en: 'Other' },
};

/** By what a public is counted. Always voluntary, never inferred. */
export const PUBLIC_CRITERIA = ['age', 'gender', 'place', 'situation', 'relation', 'firstTime', 'other'] as const;
export const PUBLIC_CRITERION_LABELS: Labels<(typeof PUBLIC_CRITERIA)[number]> = {
  age: { fr: 'Âge', en: 'Age' },
  gender: { fr: 'Genre', en: 'Gender' },
  place: { fr: 'Quartier ou commune', en: 'District or municipality' },
  situation: { fr: 'Situation', en: 'Situation' },
  relation: { fr: 'Lien avec le sujet', en: 'Relation to the subject' },
  firstTime: { fr: 'Première participation', en: 'First participation' },
  other: { fr: 'Autre critère', en: 'Another criterion' },
};

export const COUNTED_PUBLICS = ['participants', 'contributors', 'invited'] as const;
export const COUNTED_PUBLIC_LABELS: Labels<(typeof COUNTED_PUBLICS)[number]> = {
  participants: { fr: 'Participants aux rencontres', en: 'Participants in encounters' },
  contributors: { fr: 'Auteurs de contributions', en: 'Authors of contributions' },
  invited: { fr: 'Personnes invitées ou tirées au sort', en: 'People invited or drawn by lot' },
};

/** Only information counts as evidence; communication waits in a pre-election period. */
export const DOCUMENT_KINDS = ['information', 'communication'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
export const DOCUMENT_KIND_LABELS: Labels<DocumentKind> = {
  information: { fr: 'Information', en: 'Information' },
  communication: { fr: 'Communication', en: 'Communication' },
};

export const FACT_STANDINGS = ['established', 'disputed', 'choiceOfValues'] as const;
export const FACT_STANDING_LABELS: Labels<(typeof FACT_STANDINGS)[number]> = {
  established: { fr: 'Fait établi', en: 'Established fact' },
  disputed: { fr: 'Fait discuté', en: 'Disputed fact' },
  choiceOfValues: { fr: 'Choix de valeurs', en: 'Choice of values' },
};

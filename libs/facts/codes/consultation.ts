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

import type { Labels } from './label';

/** Reasons (*motifs*) of an outcome or an abandonment: 02 §3. `politicalChoice` must exist: without it choices hide behind technique. */
export const REASONS = [
  'notCompetent',
  'legalObstacle',
  'technicalObstacle',
  'budget',
  'operatingCost',
  'landOwnership',
  'conflictsWithPolicy',
  'conflictsWithOtherContributions',
  'generalInterest',
  'alreadyEngaged',
  'environment',
  'safety',
  'timing',
  'insufficientDetail',
  'politicalChoice',
] as const;
export type Reason = (typeof REASONS)[number];

export const REASON_LABELS: Labels<Reason> = {
  notCompetent: { fr: 'Hors des compétences de la collectivité', en: 'Outside the authority’s powers' },
  legalObstacle: { fr: 'Obstacle juridique', en: 'Legal obstacle' },
  technicalObstacle: { fr: 'Obstacle technique', en: 'Technical obstacle' },
  budget: { fr: 'Coût d’investissement', en: 'Budget' },
  operatingCost: { fr: 'Coût de fonctionnement', en: 'Operating cost' },
  landOwnership: { fr: 'Maîtrise foncière', en: 'Land ownership' },
  conflictsWithPolicy: { fr: 'Contraire à une politique adoptée', en: 'Conflicts with an adopted policy' },
  conflictsWithOtherContributions: {
    fr: 'Incompatible avec d’autres contributions',
    en: 'Conflicts with other contributions',
  },
  generalInterest: { fr: 'Intérêt général', en: 'General interest' },
  alreadyEngaged: { fr: 'Action déjà engagée', en: 'Already under way' },
  environment: { fr: 'Motif environnemental', en: 'Environment' },
  safety: { fr: 'Sécurité', en: 'Safety' },
  timing: { fr: 'Calendrier', en: 'Timing' },
  insufficientDetail: { fr: 'Précisions insuffisantes', en: 'Insufficient detail' },
  politicalChoice: { fr: 'Choix politique', en: 'Political choice' },
};

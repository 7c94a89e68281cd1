import type { Labels } from './label';

/** Progress (*avancement*) of a commitment: 02 §3. `late` and `noNews` are computed, never typed. */
export const PROGRESS = [
  'notStarted',
  'planned',
  'inProgress',
  'suspended',
  'modified',
  'done',
  'verified',
  'abandoned',
] as const;
export type Progress = (typeof PROGRESS)[number];

export const PROGRESS_LABELS: Labels<Progress | 'none' | 'late' | 'noNews' | 'notListed'> = {
  notStarted: { fr: 'Non démarré', en: 'Not started' },
  planned: { fr: 'Programmé', en: 'Planned' },
  inProgress: { fr: 'En cours', en: 'In progress' },
  suspended: { fr: 'Suspendu', en: 'Suspended' },
  modified: { fr: 'Modifié', en: 'Modified' },
  done: { fr: 'Déclaré réalisé', en: 'Declared done' },
  verified: { fr: 'Réalisation vérifiée', en: 'Verified' },
  abandoned: { fr: 'Abandonné', en: 'Abandoned' },
  none: { fr: 'Sans engagement', en: 'No commitment' },
  late: { fr: 'En retard', en: 'Late' },
  noNews: { fr: 'Sans nouvelles', en: 'No news' },
  notListed: { fr: 'N’apparaît plus dans la source', en: 'No longer listed by the source' },
};

/** Stages of a works project, in order. A stage is finer than progress and keeps the source's own word beside it. */
export const STAGES = ['notStarted', 'studies', 'procedures', 'works', 'delivery', 'finished'] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_LABELS: Labels<Stage> = {
  notStarted: { fr: 'Non démarré', en: 'Not started' },
  studies: { fr: 'Études', en: 'Studies' },
  procedures: { fr: 'Procédures', en: 'Procedures' },
  works: { fr: 'Travaux', en: 'Works' },
  delivery: { fr: 'Livraison', en: 'Delivery' },
  finished: { fr: 'Achevé', en: 'Finished' },
};

/** Negative when stage `a` comes before `b`. */
export const compareStages = (a: Stage, b: Stage): number => STAGES.indexOf(a) - STAGES.indexOf(b);

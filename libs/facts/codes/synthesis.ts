import type { Labels } from './label';

/**
 * What contributions did not agree on. A divergence has several positions side by side; a dissenting view (*point de vue
 * minoritaire*) is one position that others do not share.
 */
export const DIVERGENCE_KINDS = ['divergence', 'dissentingView'] as const;
export type DivergenceKind = (typeof DIVERGENCE_KINDS)[number];
export const DIVERGENCE_KIND_LABELS: Labels<DivergenceKind> = {
  divergence: { fr: 'Divergence', en: 'Divergence' },
  dissentingView: { fr: 'Point de vue minoritaire', en: 'Dissenting view' },
};

/** Why a common answer was not carried to a member of the synthesis. */
export const PASSED_OVER = [
  'ownAnswer',
  'withdrawn',
  'voided',
  'left',
  'inadmissible',
  'transferred',
  'otherKind',
] as const;
export type PassedOver = (typeof PASSED_OVER)[number];
export const PASSED_OVER_LABELS: Labels<PassedOver> = {
  ownAnswer: { fr: 'A reçu une réponse qui lui est propre', en: 'Has an answer of its own' },
  withdrawn: { fr: 'Retirée par son auteur', en: 'Withdrawn by its author' },
  voided: { fr: 'Saisie annulée', en: 'Entry voided' },
  left: { fr: 'A quitté la synthèse', en: 'Left the synthesis' },
  inadmissible: { fr: 'Déclarée irrecevable', en: 'Declared inadmissible' },
  transferred: { fr: 'Transmise à une autre autorité', en: 'Passed on to another authority' },
  otherKind: { fr: 'Cette suite ne s’applique pas à sa nature', en: 'The outcome is not for its kind' },
};

import type { Labels } from './label';

export const DECISION_KINDS = [
  'councilDeliberation',
  'executiveOrder',
  'mayorDecision',
  'arbitration',
  'budgetVote',
  'other',
] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];
export const DECISION_KIND_LABELS: Labels<DecisionKind> = {
  councilDeliberation: { fr: 'Délibération', en: 'Council deliberation' },
  executiveOrder: { fr: 'Arrêté', en: 'Executive order' },
  mayorDecision: { fr: 'Décision du maire', en: 'Mayor’s decision' },
  arbitration: { fr: 'Arbitrage', en: 'Arbitration' },
  budgetVote: { fr: 'Vote du budget', en: 'Budget vote' },
  other: { fr: 'Autre décision', en: 'Other decision' },
};

/** Kinds of body of an authority. */
export const BODY_KINDS = ['council', 'committee', 'bureau', 'department', 'residents', 'partner'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];
export const BODY_KIND_LABELS: Labels<BodyKind> = {
  council: { fr: 'Assemblée délibérante', en: 'Council' },
  committee: { fr: 'Commission', en: 'Committee' },
  bureau: { fr: 'Bureau ou exécutif', en: 'Bureau or executive' },
  department: { fr: 'Direction ou service', en: 'Department' },
  residents: { fr: 'Instance d’habitants', en: 'Residents’ body' },
  partner: { fr: 'Organisme partenaire', en: 'Partner body' },
};

/** Grounds for which personal data are erased (02 §5, GDPR art. 17). */
export const ERASURE_GROUNDS = [
  'subjectRequest',
  'unlawfulContent',
  'retentionEnded',
  'courtOrder',
  'enteredByMistake',
] as const;
export const ERASURE_GROUND_LABELS: Labels<(typeof ERASURE_GROUNDS)[number]> = {
  subjectRequest: { fr: 'Demande de la personne concernée', en: 'Request of the person concerned' },
  unlawfulContent: { fr: 'Contenu illicite', en: 'Unlawful content' },
  retentionEnded: { fr: 'Fin de la durée de conservation', en: 'End of the retention period' },
  courtOrder: { fr: 'Décision de justice', en: 'Court order' },
  enteredByMistake: { fr: 'Donnée personnelle saisie par erreur', en: 'Personal data entered by mistake' },
};

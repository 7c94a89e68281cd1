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

/** What a body made of a step of the decision path. */
export const STEP_OUTCOMES = [
  'favourable',
  'favourableWithReservations',
  'unfavourable',
  'proposed',
  'adopted',
  'adoptedAmended',
  'rejected',
  'adjourned',
  'noted',
] as const;
export type StepOutcome = (typeof STEP_OUTCOMES)[number];
export const STEP_OUTCOME_LABELS: Labels<StepOutcome> = {
  favourable: { fr: 'Avis favorable', en: 'Favourable opinion' },
  favourableWithReservations: { fr: 'Avis favorable avec réserves', en: 'Favourable opinion with reservations' },
  unfavourable: { fr: 'Avis défavorable', en: 'Unfavourable opinion' },
  proposed: { fr: 'Proposée à l’instance suivante', en: 'Proposed to the next body' },
  adopted: { fr: 'Adoptée', en: 'Adopted' },
  adoptedAmended: { fr: 'Adoptée après modification', en: 'Adopted as amended' },
  rejected: { fr: 'Rejetée', en: 'Rejected' },
  adjourned: { fr: 'Ajournée', en: 'Adjourned' },
  noted: { fr: 'Prise d’acte', en: 'Noted' },
};

/** Who changes or undoes a decision. */
export const UNDOERS = ['council', 'executive', 'court', 'prefect'] as const;
export type Undoer = (typeof UNDOERS)[number];
export const UNDOER_LABELS: Labels<Undoer> = {
  council: { fr: 'Assemblée délibérante', en: 'Council' },
  executive: { fr: 'Exécutif', en: 'Executive' },
  court: { fr: 'Juridiction', en: 'Court' },
  prefect: { fr: 'Préfet', en: 'Prefect' },
};

/** How much of a decision is annulled. */
export const EXTENTS = ['whole', 'part'] as const;
export type Extent = (typeof EXTENTS)[number];
export const EXTENT_LABELS: Labels<Extent> = {
  whole: { fr: 'En totalité', en: 'In whole' },
  part: { fr: 'En partie', en: 'In part' },
};

/** Courts before which a decision is challenged, and where appeals go. */
export const COURTS = [
  'administrativeCourt',
  'administrativeAppealCourt',
  'councilOfState',
  'constitutionalCouncil',
  'judicialCourt',
  'courtOfCassation',
  'generalCourtEU',
  'courtOfJusticeEU',
  'otherCourt',
] as const;
export type Court = (typeof COURTS)[number];
export const COURT_LABELS: Labels<Court> = {
  administrativeCourt: { fr: 'Tribunal administratif', en: 'Administrative court' },
  administrativeAppealCourt: { fr: 'Cour administrative d’appel', en: 'Administrative court of appeal' },
  councilOfState: { fr: 'Conseil d’État', en: 'Council of State' },
  constitutionalCouncil: { fr: 'Conseil constitutionnel', en: 'Constitutional Council' },
  judicialCourt: { fr: 'Juridiction judiciaire', en: 'Judicial court' },
  courtOfCassation: { fr: 'Cour de cassation', en: 'Court of Cassation' },
  generalCourtEU: { fr: 'Tribunal de l’Union européenne', en: 'General Court of the European Union' },
  courtOfJusticeEU: { fr: 'Cour de justice de l’Union européenne', en: 'Court of Justice of the European Union' },
  otherCourt: { fr: 'Autre juridiction', en: 'Other court' },
};

/** Who brings a decision before a court: a capacity, never a name. */
export const CHALLENGERS = [
  'prefect',
  'electedMember',
  'association',
  'resident',
  'company',
  'otherAuthority',
] as const;
export type Challenger = (typeof CHALLENGERS)[number];
export const CHALLENGER_LABELS: Labels<Challenger> = {
  prefect: { fr: 'Préfet (déféré)', en: 'Prefect' },
  electedMember: { fr: 'Membre de l’assemblée', en: 'Member of the council' },
  association: { fr: 'Association', en: 'Association' },
  resident: { fr: 'Particulier', en: 'Resident' },
  company: { fr: 'Entreprise', en: 'Company' },
  otherAuthority: { fr: 'Autre collectivité ou administration', en: 'Another authority' },
};

/** What a court ruled on a challenge. The last one is a higher court's: the decision stands again. */
export const CASE_OUTCOMES = [
  'dismissed',
  'inadmissible',
  'discontinued',
  'noNeedToRule',
  'suspensionLifted',
  'annulled',
  'annulledInPart',
  'annulmentOverturned',
] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];
export const CASE_OUTCOME_LABELS: Labels<CaseOutcome> = {
  dismissed: { fr: 'Rejet du recours', en: 'Challenge dismissed' },
  inadmissible: { fr: 'Recours irrecevable', en: 'Challenge inadmissible' },
  discontinued: { fr: 'Désistement', en: 'Challenge discontinued' },
  noNeedToRule: { fr: 'Non-lieu à statuer', en: 'No need to rule' },
  suspensionLifted: { fr: 'Suspension levée', en: 'Suspension lifted' },
  annulled: { fr: 'Annulation', en: 'Annulment' },
  annulledInPart: { fr: 'Annulation partielle', en: 'Annulment in part' },
  annulmentOverturned: { fr: 'Jugement d’annulation infirmé', en: 'Annulment overturned on appeal' },
};

/** Whether a decision may be relied on: computed from what became of it, never typed. */
export const DECISION_STANDINGS = ['inForce', 'suspended', 'annulledInPart', 'repealed', 'annulled'] as const;
export type DecisionStanding = (typeof DECISION_STANDINGS)[number];
export const DECISION_STANDING_LABELS: Labels<DecisionStanding> = {
  inForce: { fr: 'En vigueur', en: 'In force' },
  suspended: { fr: 'Suspendue par le juge', en: 'Suspended by a court' },
  annulledInPart: { fr: 'Annulée en partie', en: 'Annulled in part' },
  repealed: { fr: 'Abrogée', en: 'Repealed' },
  annulled: { fr: 'Annulée', en: 'Annulled' },
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

/** Codes of those who watch: guarantors, follow-up committees, participatory evaluation. */
import type { Labels } from './label';

/** Who appointed a guarantor or a member of a committee. */
export const APPOINTERS = ['authority', 'cndp', 'court', 'residents', 'association', 'committee', 'partner'] as const;
export type Appointer = (typeof APPOINTERS)[number];
export const APPOINTER_LABELS: Labels<Appointer> = {
  authority: { fr: 'La collectivité', en: 'The authority' },
  cndp: { fr: 'La Commission nationale du débat public', en: 'The national commission for public debate (CNDP)' },
  court: { fr: 'Le tribunal administratif', en: 'The administrative court' },
  residents: { fr: 'Les habitants', en: 'Residents' },
  association: { fr: 'Une association', en: 'An association' },
  committee: { fr: 'Le comité lui-même', en: 'The committee itself' },
  partner: { fr: 'Un organisme partenaire', en: 'A partner body' },
};

/** How somebody was chosen. */
export const WAYS_OF_CHOOSING = ['designation', 'openCall', 'drawnByLot', 'election', 'fromList', 'byRight'] as const;
export type WayOfChoosing = (typeof WAYS_OF_CHOOSING)[number];
export const WAY_OF_CHOOSING_LABELS: Labels<WayOfChoosing> = {
  designation: { fr: 'Désignation', en: 'Designation' },
  openCall: { fr: 'Appel à candidatures', en: 'Open call' },
  drawnByLot: { fr: 'Tirage au sort', en: 'Drawn by lot' },
  election: { fr: 'Élection', en: 'Election' },
  fromList: { fr: 'Choix sur une liste', en: 'Chosen from a list' },
  byRight: { fr: 'De droit', en: 'By right' },
};

/** The list a guarantor stands on. */
export const GUARANTOR_LISTS = ['national', 'departmental', 'local', 'none'] as const;
export const GUARANTOR_LIST_LABELS: Labels<(typeof GUARANTOR_LISTS)[number]> = {
  national: { fr: 'Liste nationale des garants', en: 'National list of guarantors' },
  departmental: {
    fr: 'Liste départementale des commissaires enquêteurs',
    en: 'List of inquiry commissioners of the department',
  },
  local: { fr: 'Liste locale', en: 'Local list' },
  none: { fr: 'Aucune liste', en: 'No list' },
};

/** Who wrote to the guarantor. */
export const OBSERVERS = ['resident', 'contributor', 'association', 'official', 'agent', 'other'] as const;
export const OBSERVER_LABELS: Labels<(typeof OBSERVERS)[number]> = {
  resident: { fr: 'Une habitante ou un habitant', en: 'A resident' },
  contributor: { fr: 'L’auteur d’une contribution', en: 'The author of a contribution' },
  association: { fr: 'Une association', en: 'An association' },
  official: { fr: 'Un élu', en: 'An elected official' },
  agent: { fr: 'Un agent', en: 'An agent' },
  other: { fr: 'Une autre personne', en: 'Somebody else' },
};

/** What the authority does with a recommendation. */
export const RECOMMENDATION_ANSWERS = ['followed', 'partlyFollowed', 'notFollowed', 'underReview'] as const;
export const RECOMMENDATION_ANSWER_LABELS: Labels<(typeof RECOMMENDATION_ANSWERS)[number]> = {
  followed: { fr: 'Suivie', en: 'Followed' },
  partlyFollowed: { fr: 'Partiellement suivie', en: 'Partly followed' },
  notFollowed: { fr: 'Non suivie', en: 'Not followed' },
  underReview: { fr: 'À l’étude', en: 'Under review' },
};

/** A formal opinion. */
export const OPINIONS = ['favourable', 'reserved', 'unfavourable'] as const;
export type FormalOpinion = (typeof OPINIONS)[number];
export const OPINION_LABELS: Labels<FormalOpinion> = {
  favourable: { fr: 'Avis favorable', en: 'Favourable opinion' },
  reserved: { fr: 'Avis réservé', en: 'Reserved opinion' },
  unfavourable: { fr: 'Avis défavorable', en: 'Unfavourable opinion' },
};

/** What a guarantor gives an opinion on. */
export const GUARANTOR_OPINION_SUBJECTS = ['mandateAmendment', 'rules', 'conduct'] as const;
export const GUARANTOR_OPINION_SUBJECT_LABELS: Labels<(typeof GUARANTOR_OPINION_SUBJECTS)[number]> = {
  mandateAmendment: { fr: 'la modification du mandat', en: 'an amendment of the mandate' },
  rules: { fr: 'les règles du jeu', en: 'the rules' },
  conduct: { fr: 'la conduite de la démarche', en: 'how the consultation is held' },
};

export const GUARANTOR_REPORT_KINDS = ['interim', 'final', 'followUp'] as const;
export const GUARANTOR_REPORT_KIND_LABELS: Labels<(typeof GUARANTOR_REPORT_KINDS)[number]> = {
  interim: { fr: 'Rapport d’étape', en: 'Interim report' },
  final: { fr: 'Bilan', en: 'Final report' },
  followUp: { fr: 'Rapport de suivi', en: 'Follow-up report' },
};

/** Why a guarantor withdrew, or a member left. */
export const LEAVING_REASONS = ['termEnded', 'resigned', 'conflictOfInterest', 'conditionsNotMet', 'other'] as const;
export const LEAVING_REASON_LABELS: Labels<(typeof LEAVING_REASONS)[number]> = {
  termEnded: { fr: 'Fin de la mission', en: 'End of the term' },
  resigned: { fr: 'Démission', en: 'Resignation' },
  conflictOfInterest: { fr: 'Conflit d’intérêts', en: 'Conflict of interest' },
  conditionsNotMet: { fr: 'Conditions d’exercice non réunies', en: 'The conditions to work were not met' },
  other: { fr: 'Autre raison', en: 'Another reason' },
};

/** What ties somebody to an authority (02 §2.2). */
export const TIES = ['office', 'post', 'contract'] as const;
export type Tie = (typeof TIES)[number];
export const TIE_LABELS: Labels<Tie> = {
  office: { fr: 'Mandat', en: 'Office' },
  post: { fr: 'Emploi', en: 'Post' },
  contract: { fr: 'Contrat', en: 'Contract' },
};

export const INDEPENDENCES = ['independent', 'mixed', 'noMembers'] as const;
export type Independence = (typeof INDEPENDENCES)[number];
export const INDEPENDENCE_LABELS: Labels<Independence> = {
  independent: { fr: 'Comité indépendant', en: 'Independent committee' },
  mixed: { fr: 'Comité mixte', en: 'Mixed committee' },
  noMembers: { fr: 'Comité sans membre', en: 'Committee without members' },
};

export const FINDING_KINDS = ['question', 'observation', 'alert', 'recommendation'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];
export const FINDING_KIND_LABELS: Labels<FindingKind> = {
  question: { fr: 'Question', en: 'Question' },
  observation: { fr: 'Observation', en: 'Observation' },
  alert: { fr: 'Alerte', en: 'Alert' },
  recommendation: { fr: 'Recommandation', en: 'Recommendation' },
};

/** What a committee answers for each item of a sample. */
export const ASSESSMENTS = ['yes', 'no', 'notApplicable'] as const;
export type Assessment = (typeof ASSESSMENTS)[number];
export const ASSESSMENT_LABELS: Labels<Assessment> = {
  yes: { fr: 'Oui', en: 'Yes' },
  no: { fr: 'Non', en: 'No' },
  notApplicable: { fr: 'Sans objet', en: 'Not applicable' },
};

/** What a committee found when it checked the register. */
export const INTEGRITY_RESULTS = ['whole', 'differs', 'incomplete'] as const;
export const INTEGRITY_RESULT_LABELS: Labels<(typeof INTEGRITY_RESULTS)[number]> = {
  whole: { fr: 'Registre intègre', en: 'The register is whole' },
  differs: { fr: 'L’empreinte diffère', en: 'The root differs' },
  incomplete: { fr: 'Vérification incomplète', en: 'The check is incomplete' },
};

/** On which legal ground the host suspends a passage of a guarantor’s or a committee’s text. */
export const SUSPENSION_GROUNDS = [
  'courtOrder',
  'defamation',
  'personalData',
  'protectedSecret',
  'unlawfulContent',
] as const;
export const SUSPENSION_GROUND_LABELS: Labels<(typeof SUSPENSION_GROUNDS)[number]> = {
  courtOrder: { fr: 'Décision de justice', en: 'Court order' },
  defamation: { fr: 'Diffamation ou injure', en: 'Defamation or insult' },
  personalData: { fr: 'Protection des données personnelles', en: 'Protection of personal data' },
  protectedSecret: { fr: 'Secret protégé par la loi', en: 'Secret protected by law' },
  unlawfulContent: { fr: 'Autre contenu illicite', en: 'Other unlawful content' },
};

/** An evaluation of a consultation is made before it, and again after it. */
export const EVALUATION_PHASES = ['before', 'after'] as const;
export const EVALUATION_PHASE_LABELS: Labels<(typeof EVALUATION_PHASES)[number]> = {
  before: { fr: 'Avant la démarche', en: 'Before the consultation' },
  after: { fr: 'Après la démarche', en: 'After the consultation' },
};

/** What is asked both before and after a consultation, so that the two can be compared. */
export const PHASE_CRITERIA = ['trust', 'calm', 'inclusion'] as const;
export type PhaseCriterion = (typeof PHASE_CRITERIA)[number];
export const PHASE_CRITERION_LABELS: Labels<PhaseCriterion> = {
  trust: { fr: 'Confiance', en: 'Trust' },
  calm: { fr: 'Sérénité des échanges', en: 'Calm of the exchanges' },
  inclusion: { fr: 'Inclusion', en: 'Inclusion' },
};

/** How a criterion is answered: from 1 (not at all) to 5 (fully), or by one of the choices it names. */
export const ANSWER_FORMS = ['scale', 'choice'] as const;
export const ANSWER_FORM_LABELS: Labels<(typeof ANSWER_FORMS)[number]> = {
  scale: { fr: 'De 1 (pas du tout) à 5 (tout à fait)', en: 'From 1 (not at all) to 5 (fully)' },
  choice: { fr: 'Un choix parmi plusieurs', en: 'One of several choices' },
};

/** How who answers an evaluation was let in. */
export const RESPONSE_ACCESSES = ['authorKey', 'invitation'] as const;
export const RESPONSE_ACCESS_LABELS: Labels<(typeof RESPONSE_ACCESSES)[number]> = {
  authorKey: { fr: 'Par la clé d’auteur', en: 'By the author’s key' },
  invitation: { fr: 'Sur invitation', en: 'By invitation' },
};

import type { Labels } from './label';

export const CONTRIBUTION_KINDS = ['view', 'proposal', 'counterProposal', 'observation', 'question'] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];
export const CONTRIBUTION_KIND_LABELS: Labels<ContributionKind> = {
  view: { fr: 'Avis', en: 'View' },
  proposal: { fr: 'Proposition', en: 'Proposal' },
  counterProposal: { fr: 'Contre-proposition', en: 'Counter-proposal' },
  observation: { fr: 'Observation', en: 'Observation' },
  question: { fr: 'Question', en: 'Question' },
};

/** Channels (*canaux de recueil*). */
export const CHANNELS = [
  'online',
  'workshop',
  'counter',
  'phone',
  'letter',
  'petition',
  'relay',
  'fieldReport',
  'import',
] as const;
export type Channel = (typeof CHANNELS)[number];
export const CHANNEL_LABELS: Labels<Channel> = {
  online: { fr: 'En ligne', en: 'Online' },
  workshop: { fr: 'Atelier', en: 'Workshop' },
  counter: { fr: 'Guichet', en: 'Counter' },
  phone: { fr: 'Téléphone', en: 'Phone' },
  letter: { fr: 'Courrier', en: 'Letter' },
  petition: { fr: 'Pétition', en: 'Petition' },
  relay: { fr: 'Relais', en: 'Relay' },
  fieldReport: { fr: 'Remontée de terrain', en: 'Field report' },
  import: { fr: 'Reprise', en: 'Taken over' },
};

/** `secret` does not exist: it must never be entered. */
export const SENSITIVITIES = ['public', 'internal', 'restricted'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];
export const SENSITIVITY_LABELS: Labels<Sensitivity> = {
  public: { fr: 'Public', en: 'Public' },
  internal: { fr: 'Interne', en: 'Internal' },
  restricted: { fr: 'Accès limité', en: 'Restricted' },
};

export const AUTHOR_KINDS = ['person', 'table', 'organisation', 'class', 'agent', 'relay'] as const;
export type AuthorKind = (typeof AUTHOR_KINDS)[number];
export const AUTHOR_KIND_LABELS: Labels<AuthorKind> = {
  person: { fr: 'Une personne', en: 'A person' },
  table: { fr: 'Une table d’atelier', en: 'A workshop table' },
  organisation: { fr: 'Une organisation', en: 'An organisation' },
  class: { fr: 'Une classe', en: 'A class' },
  agent: { fr: 'Un agent', en: 'An agent' },
  relay: { fr: 'Un relais', en: 'A relay' },
};

/** Why an entry was voided: it leaves the questions and stays in the list of voided ones. */
export const VOID_GROUNDS = ['duplicateEntry', 'test', 'wrongConsultation'] as const;
export const VOID_GROUND_LABELS: Labels<(typeof VOID_GROUNDS)[number]> = {
  duplicateEntry: { fr: 'Saisie en double', en: 'Entered twice' },
  test: { fr: 'Essai', en: 'Test' },
  wrongConsultation: { fr: 'Mauvaise démarche', en: 'Wrong consultation' },
};

/** What an author may contest, once per event. */
export const CONTESTABLE = ['grouping', 'redaction', 'outcome', 'declaredDone'] as const;
export const CONTESTABLE_LABELS: Labels<(typeof CONTESTABLE)[number]> = {
  grouping: { fr: 'le regroupement', en: 'the grouping' },
  redaction: { fr: 'l’occultation', en: 'the redaction' },
  outcome: { fr: 'la suite donnée', en: 'the outcome' },
  declaredDone: { fr: 'la réalisation déclarée', en: 'the declared completion' },
};

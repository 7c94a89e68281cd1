import type { Labels } from './label';

export const ENCOUNTER_FORMATS = ['workshop', 'publicMeeting', 'stall', 'walk', 'other'] as const;
export type EncounterFormat = (typeof ENCOUNTER_FORMATS)[number];
export const ENCOUNTER_FORMAT_LABELS: Labels<EncounterFormat> = {
  workshop: { fr: 'Atelier', en: 'Workshop' },
  publicMeeting: { fr: 'Réunion publique', en: 'Public meeting' },
  stall: { fr: 'Stand', en: 'Stall' },
  walk: { fr: 'Marche exploratoire', en: 'Walk' },
  other: { fr: 'Autre rencontre', en: 'Other encounter' },
};

/** Who saw the sheets counted. */
export const COUNT_WITNESSES = ['guarantor', 'participants', 'committee', 'officials', 'agents', 'nobodyElse'] as const;
export type CountWitness = (typeof COUNT_WITNESSES)[number];
export const COUNT_WITNESS_LABELS: Labels<CountWitness> = {
  guarantor: { fr: 'le garant', en: 'the guarantor' },
  participants: { fr: 'des participants', en: 'participants' },
  committee: { fr: 'un membre du comité de suivi', en: 'a member of the follow-up committee' },
  officials: { fr: 'des élus', en: 'elected officials' },
  agents: { fr: 'plusieurs agents', en: 'several agents' },
  nobodyElse: { fr: 'personne d’autre que l’animation', en: 'nobody but the facilitators' },
};

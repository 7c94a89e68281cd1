/** Requests for erasure and what becomes of them (02 §5, GDPR art. 12 and 17). */
import type { Labels } from './label';

/** Grounds for which personal data are erased (02 §5, GDPR art. 17). */
export const ERASURE_GROUNDS = [
  'subjectRequest',
  'unlawfulContent',
  'retentionEnded',
  'courtOrder',
  'enteredByMistake',
] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];
export const ERASURE_GROUND_LABELS: Labels<ErasureGround> = {
  subjectRequest: { fr: 'Demande de la personne concernée', en: 'Request of the person concerned' },
  unlawfulContent: { fr: 'Contenu illicite', en: 'Unlawful content' },
  retentionEnded: { fr: 'Fin de la durée de conservation', en: 'End of the retention period' },
  courtOrder: { fr: 'Décision de justice', en: 'Court order' },
  enteredByMistake: { fr: 'Donnée personnelle saisie par erreur', en: 'Personal data entered by mistake' },
};

/** Grounds on which a request for erasure is refused (GDPR art. 17(3); C. patrimoine L212-3 and L214-3). */
export const ERASURE_REFUSAL_GROUNDS = [
  'archives',
  'legalObligation',
  'publicInterest',
  'legalClaims',
  'notPersonalData',
  'notTheSubject',
] as const;
export type ErasureRefusalGround = (typeof ERASURE_REFUSAL_GROUNDS)[number];
export const ERASURE_REFUSAL_GROUND_LABELS: Labels<ErasureRefusalGround> = {
  archives: { fr: 'Archives publiques', en: 'Public archives' },
  legalObligation: { fr: 'Obligation légale de conservation', en: 'Legal duty to keep it' },
  publicInterest: { fr: 'Mission d’intérêt public', en: 'Task in the public interest' },
  legalClaims: { fr: 'Constatation ou défense de droits en justice', en: 'Legal claims' },
  notPersonalData: { fr: 'Ce ne sont pas des données personnelles', en: 'Not personal data' },
  notTheSubject: { fr: 'Le demandeur n’est pas la personne concernée', en: 'Asked for by somebody else' },
};

/** What a request asks for. */
export const ERASURE_SCOPES = ['everything', 'fields'] as const;
export type ErasureScope = (typeof ERASURE_SCOPES)[number];
export const ERASURE_SCOPE_LABELS: Labels<ErasureScope> = {
  everything: { fr: 'Tout ce qui est de la personne', en: 'Everything that is the person’s' },
  fields: { fr: 'Certains champs', en: 'Some fields' },
};

/** Who asks: the author with her key, or an office on her behalf. */
export const ERASURE_REQUESTERS = ['author', 'office'] as const;
export type ErasureRequester = (typeof ERASURE_REQUESTERS)[number];
export const ERASURE_REQUESTER_LABELS: Labels<ErasureRequester> = {
  author: { fr: 'L’auteur, avec sa clé', en: 'The author, with her key' },
  office: { fr: 'Un service, au nom de la personne', en: 'An office, on behalf of the person' },
};

/** Where values were erased. */
export const ERASURE_PLACES = ['key', 'openings', 'drafts', 'projections', 'queues', 'exports', 'mails'] as const;
export type ErasurePlace = (typeof ERASURE_PLACES)[number];

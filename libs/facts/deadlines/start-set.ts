/**
 * The start set of 02 §4, for an authority to adopt, amend and add to. Gathered with care and **to be re-checked by a
 * lawyer**: a rule that rests on a text of law applies once an authority has adopted it, so that nobody is said to have
 * broken a law that nobody there has read. What was promised in the record itself holds without that.
 */
import type {
  BasisKind,
  DeadlineOutput,
  DeadlineOwer,
  DeadlineTrigger,
  DeadlineUnit,
  ProposedDeadlineRule,
} from '../codes/deadline';
import type { Label } from '../codes/label';
import type { DeadlineRule } from './rule';

/** Day on which the sources were last compared with the texts. */
const LAST_CHECKED = '2026-11-23';

type Limit = DeadlineUnit | readonly [number, DeadlineUnit];

const known = (
  rule: string,
  name: Label,
  [trigger, output]: readonly [DeadlineTrigger, DeadlineOutput],
  owes: DeadlineOwer,
  limit: Limit,
  [basisKind, source]: readonly [BasisKind, string],
): ProposedDeadlineRule => ({
  rule,
  trigger,
  output,
  owes,
  ...(typeof limit === 'string' ? { unit: limit } : { amount: limit[0], unit: limit[1] }),
  basisKind,
  lastChecked: LAST_CHECKED,
  name,
  source,
});

export const START_SET: readonly ProposedDeadlineRule[] = [
  known(
    'promise.answer',
    { fr: 'Réponse promise à chaque contribution', en: 'Answer promised to each contribution' },
    ['consultationClosed', 'finalOutcome'],
    'addressee',
    'promised',
    ['selfCommitment', 'CRPA, art. L131-1 ; mandat de la démarche'],
  ),
  known(
    'crpa.are.record',
    { fr: 'Accusé d’enregistrement électronique', en: 'Electronic record receipt' },
    ['electronicDepositWithAddress', 'depositRecord'],
    'authority',
    [1, 'workingDays'],
    ['regulation', 'CRPA, art. R112-11-2'],
  ),
  known(
    'crpa.are',
    { fr: 'Accusé de réception électronique', en: 'Electronic acknowledgement' },
    ['electronicDeposit', 'acknowledgement'],
    'authority',
    [10, 'workingDays'],
    ['statute', 'CRPA, art. L112-11 et R112-11-1'],
  ),
  known(
    'env.dp.report',
    { fr: 'Bilan du débat public', en: 'Report of a public debate' },
    ['publicDebateEnded', 'report'],
    'nationalCommission',
    [2, 'months'],
    ['statute', 'Code de l’environnement, art. L121-11'],
  ),
  known(
    'env.dp.decision',
    { fr: 'Suites données au débat public', en: 'Decision after a public debate' },
    ['publicDebateReportPublished', 'reasonedDecision'],
    'projectOwner',
    [3, 'months'],
    ['statute', 'Code de l’environnement, art. L121-13'],
  ),
  known(
    'env.cp.garant-report',
    { fr: 'Bilan du garant de la concertation', en: 'Report of the guarantor of a concertation' },
    ['guaranteedConcertationEnded', 'report'],
    'guarantor',
    [1, 'months'],
    ['statute', 'Code de l’environnement, art. L121-16-1'],
  ),
  known(
    'env.cp.owner-reply',
    { fr: 'Réponse motivée au bilan du garant', en: 'Reasoned reply to the guarantor’s report' },
    ['guarantorReportPublished', 'reasonedReply'],
    'projectOwner',
    [2, 'months'],
    ['regulation', 'Code de l’environnement, art. R121-24 (numéro à vérifier)'],
  ),
  known(
    'env.ep.report',
    { fr: 'Rapport d’enquête publique', en: 'Report of a public inquiry' },
    ['publicInquiryEnded', 'reasonedConclusions'],
    'inquiryCommissioner',
    [30, 'calendarDays'],
    ['statute', 'Code de l’environnement, art. L123-15'],
  ),
  known(
    'urb.permit.bilan',
    { fr: 'Bilan de la concertation sur un permis', en: 'Report of a concertation on a permit' },
    ['permitConcertationEnded', 'report'],
    'authority',
    [21, 'calendarDays'],
    ['regulation', 'Code de l’urbanisme, art. R300-1'],
  ),
  known(
    'cgct.petition',
    { fr: 'Pétition portée à l’assemblée', en: 'Petition brought before the council' },
    ['petitionOverThreshold', 'councilInformed'],
    'authority',
    'nextSession',
    ['statute', 'CGCT, art. L1112-16'],
  ),
  known(
    'cgct.list',
    { fr: 'Liste des délibérations en ligne', en: 'List of deliberations online' },
    ['councilSessionHeld', 'deliberationList'],
    'authority',
    [1, 'weeks'],
    ['statute', 'CGCT, art. L2121-25'],
  ),
  known(
    'cgct.minutes',
    { fr: 'Procès-verbal en ligne', en: 'Minutes of the council online' },
    ['minutesApproved', 'minutes'],
    'authority',
    [1, 'weeks'],
    ['statute', 'CGCT, art. L2121-15'],
  ),
  known(
    'crpa.doc',
    { fr: 'Réponse à une demande de document', en: 'Answer to a request for a document' },
    ['documentRequested', 'answer'],
    'authority',
    [1, 'months'],
    ['regulation', 'CRPA, art. R311-13'],
  ),
  known(
    'a11y.complaint',
    { fr: 'Réponse à un signalement d’accessibilité', en: 'Answer to an accessibility complaint' },
    ['accessibilityComplaintReceived', 'answer'],
    'authority',
    [1, 'weeks'],
    ['selfCommitment', 'RGAA, page « Obligations »'],
  ),
  known(
    'gdpr.right',
    { fr: 'Réponse à une personne sur ses données', en: 'Answer to a data subject' },
    ['dataSubjectRequestReceived', 'answer'],
    'authority',
    [1, 'months'],
    ['statute', 'RGPD, art. 12, paragraphe 3'],
  ),
  known(
    'session.sheet',
    { fr: 'Compte rendu d’une rencontre', en: 'Minutes of a meeting' },
    ['encounterHeld', 'minutes'],
    'authority',
    'promised',
    ['selfCommitment', 'Mandat de la démarche'],
  ),
  known(
    'finding.reply',
    { fr: 'Réponse à un constat du comité de suivi', en: 'Reply to a committee’s finding' },
    ['findingRecorded', 'reasonedReply'],
    'authority',
    'promised',
    ['charter', 'Lettre de mission du comité'],
  ),
  known(
    'commitment.report',
    { fr: 'Point d’avancement d’un engagement', en: 'Progress report of a commitment' },
    ['commitmentReported', 'progressReport'],
    'owner',
    'promised',
    ['selfCommitment', 'Engagement lui-même'],
  ),
];

/** A commitment is itself a date that was promised. Beside the start set: no text asks for it. */
const COMMITMENT_DUE = known(
  'commitment.due',
  { fr: 'Engagement à tenir', en: 'Commitment to keep' },
  ['commitmentMade', 'commitmentDone'],
  'owner',
  'promised',
  ['selfCommitment', 'Engagement lui-même'],
);

/** Every rule of which the name and the source are known without an authority's saying. */
export const KNOWN_RULES: readonly ProposedDeadlineRule[] = [...START_SET, COMMITMENT_DUE];

export const knownRule = (code: string): ProposedDeadlineRule | null =>
  KNOWN_RULES.find(({ rule }) => rule === code) ?? null;

/** Those that hold without being adopted: they say nothing but that what was promised is owed. */
export const PROMISES: readonly DeadlineRule[] = KNOWN_RULES.filter(({ unit }) => unit === 'promised').map(
  ({ rule, trigger, output, owes, unit, basisKind, lastChecked = null }) => ({
    rule,
    version: 1,
    trigger,
    output,
    owes,
    amount: null,
    unit,
    body: null,
    basisKind,
    validFrom: null,
    validTo: null,
    lastChecked,
  }),
);

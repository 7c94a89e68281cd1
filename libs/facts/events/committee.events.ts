/** A follow-up committee (*comité de suivi*): its mandate, its members and their ties, what it checks and finds. */
import {
  APPOINTERS,
  ASSESSMENTS,
  FINDING_KINDS,
  INTEGRITY_RESULTS,
  LEAVING_REASONS,
  OPINIONS,
  TIES,
  WAYS_OF_CHOOSING,
} from '../codes/oversight';
import { CHANNELS } from '../codes/contribution';
import { OUTCOMES } from '../codes/outcome';
import { PROGRESS } from '../codes/progress';
import { defineEvent } from '../kit/event-definition';
import { explained } from '../kit/explained';
import {
  code,
  count,
  date,
  eventId,
  fieldPath,
  flag,
  integer,
  list,
  localCode,
  object,
  optional,
  ref,
  sha256,
  sourceName,
  when,
} from '../kit/fact-fields';
import { line, optionalSealed, text } from '../kit/sealed-fields';
import {
  RESTORATION_FACTS,
  RESTORATION_WORDS,
  SUSPENSION_FACTS,
  SUSPENSION_REPLY_FACTS,
  SUSPENSION_REPLY_WORDS,
  SUSPENSION_WORDS,
} from './passage';

/** A size of the log, from 1. */
const size = integer(1, 2_000_000_000);

export const committeeEstablished = defineEvent('committee.established/1', {
  meaning: {
    fr: 'Un comité de suivi est institué, avec sa lettre de mission.',
    en: 'A follow-up committee is established, with its mandate.',
  },
  facts: {
    authority: ref('authority'),
    code: explained(localCode, {
      fr: 'Le code sous lequel il écrit : celui de ses jetons. Jamais réemployé dans ce registre.',
      en: 'The code it writes under: that of its tokens. Never used again in this register.',
    }),
    scope: explained(list(ref('consultation', 'commitment', 'decision'), 100), {
      fr: 'Ce qu’il suit ; vide : tout ce que fait la collectivité.',
      en: 'What it follows; empty: everything the authority does.',
    }),
    until: optional(date),
    replyDays: explained(integer(1, 365), {
      fr: 'En combien de jours la collectivité répond à un constat.',
      en: 'Within how many days the authority replies to a finding.',
    }),
    decidedBy: optional(localCode),
    decision: optional(ref('decision')),
  },
  sealed: {
    title: text(),
    mandate: explained(text(), { fr: 'La lettre de mission.', en: 'What it is asked to do.' }),
    neutralityRule: explained(text(), {
      fr: 'La règle de neutralité que ses membres s’engagent à suivre.',
      en: 'The rule of neutrality its members undertake to follow.',
    }),
  },
});

const ties = explained(list(object({ kind: code(TIES), endedOn: optional(when) }), 20), {
  fr: 'Mandats, emplois et contrats avec la collectivité, avec leur fin ; sans fin : encore en cours.',
  en: 'Offices, posts and contracts with the authority, with their end; without an end: still held.',
});

export const memberAppointed = defineEvent('committee.memberAppointed/1', {
  meaning: {
    fr: 'Un membre est nommé au comité, avec les intérêts qu’il déclare.',
    en: 'A member is appointed to the committee, with the interests declared.',
  },
  facts: { member: localCode, appointedBy: code(APPOINTERS), chosenBy: code(WAYS_OF_CHOOSING), ties },
  sealed: { name: optionalSealed(line({ audience: 'office' })), interests: optionalSealed(text()) },
});
export const memberTiesDeclared = defineEvent('committee.memberTiesDeclared/1', {
  meaning: {
    fr: 'Un membre du comité déclare que ses liens avec la collectivité ont changé.',
    en: 'A member of the committee declares that ties with the authority have changed.',
  },
  facts: { member: localCode, ties },
  sealed: { interests: optionalSealed(text()) },
});
export const memberLeft = defineEvent('committee.memberLeft/1', {
  meaning: { fr: 'Un membre quitte le comité.', en: 'A member leaves the committee.' },
  facts: { member: localCode, reason: code(LEAVING_REASONS) },
  sealed: { explanation: optionalSealed(text()) },
});

export const cutFrozen = defineEvent('committee.cutFrozen/1', {
  meaning: {
    fr: 'Le comité arrête un état du registre : tant d’inscriptions, telle empreinte.',
    en: 'The committee freezes a cut of the register: so many entries, this root.',
  },
  facts: {
    size,
    root: explained(sha256, {
      fr: 'Racine de l’arbre de Merkle (RFC 6962) de ces inscriptions.',
      en: 'Root of the Merkle tree (RFC 6962) of these entries.',
    }),
  },
  sealed: { purpose: optionalSealed(text()) },
});

/** Whom a sample is drawn from: what the public entries of the cut say. */
export const samplePopulation = object({
  of: code(['contribution', 'commitment'] as const),
  consultation: optional(ref('consultation')),
  theme: optional(localCode),
  channel: optional(code(CHANNELS)),
  outcome: optional(code(['pending', 'withdrawn', 'inadmissible', 'transferred', 'mixed', ...OUTCOMES] as const)),
  progress: optional(code(PROGRESS)),
});

export const sampleDrawn = defineEvent('committee.sampleDrawn/1', {
  meaning: {
    fr: 'Le comité tire un échantillon au sort dans un état arrêté ; chacun peut refaire le tirage.',
    en: 'The committee draws a sample from a frozen cut; anybody can draw it again.',
  },
  facts: {
    cut: explained(eventId, {
      fr: 'L’événement qui a arrêté l’état ; son empreinte est la graine du tirage.',
      en: 'The event that froze the cut; its root is the seed of the draw.',
    }),
    method: explained(code(['sha256Order'] as const), {
      fr: 'sha256Order : les premiers dans l’ordre de SHA-256("fil-sample/1" LF empreinte LF identifiant LF).',
      en: 'sha256Order: the first in the order of SHA-256("fil-sample/1" LF root LF id LF).',
    }),
    population: samplePopulation,
    populationCount: count,
    sample: list(ref('contribution', 'commitment')),
  },
  sealed: { purpose: optionalSealed(text()) },
});

const assessment = code(ASSESSMENTS);

export const sampleAssessed = defineEvent('committee.sampleAssessed/1', {
  meaning: {
    fr: 'Le comité examine un élément de l’échantillon.',
    en: 'The committee assesses one item of the sample.',
  },
  facts: {
    sample: eventId,
    item: ref('contribution', 'commitment'),
    found: explained(assessment, { fr: 'Retrouvé dans le registre.', en: 'Found in the register.' }),
    restated: explained(assessment, { fr: 'Fidèlement reformulé.', en: 'Faithfully restated.' }),
    grouped: explained(assessment, { fr: 'Regroupé à bon droit.', en: 'Rightly grouped.' }),
    answered: explained(assessment, { fr: 'La réponse porte sur ce qui est dit.', en: 'Answered to the point.' }),
  },
  sealed: { note: optionalSealed(text()) },
});

export const findingRecorded = defineEvent('committee.findingRecorded/1', {
  meaning: { fr: 'Le comité consigne un constat.', en: 'The committee records a finding.' },
  facts: {
    target: ref(
      'consultation',
      'encounter',
      'contribution',
      'synthesis',
      'decision',
      'commitment',
      'report',
      'deadline',
    ),
    event: explained(optional(eventId), { fr: 'L’événement visé.', en: 'The event it is about.' }),
    field: optional(fieldPath),
    kind: code(FINDING_KINDS),
    replyDueOn: date,
    sample: optional(eventId),
  },
  sealed: { text: text() },
});

/** Right of reply. */
export const replyGiven = defineEvent('committee.replyGiven/1', {
  meaning: {
    fr: 'La collectivité use de son droit de réponse à un constat.',
    en: 'The authority uses its right to reply to a finding.',
  },
  facts: {
    finding: eventId,
    decidedBy: optional(localCode),
    document: optional(sha256),
    supplements: explained(optional(eventId), {
      fr: 'La première réponse, que celle-ci complète.',
      en: 'The first reply, which this one supplements.',
    }),
  },
  sealed: { text: text() },
});
export const findingClosed = defineEvent('committee.findingClosed/1', {
  meaning: {
    fr: 'Le comité clôt un constat, satisfait ou non.',
    en: 'The committee closes a finding, satisfied or not.',
  },
  facts: { finding: eventId, satisfied: flag },
  sealed: { explanation: optionalSealed(text()) },
});

export const opinionIssued = defineEvent('committee.opinionIssued/1', {
  meaning: { fr: 'Le comité rend un avis.', en: 'The committee issues an opinion.' },
  facts: {
    target: optional(ref('consultation', 'synthesis', 'decision', 'commitment', 'report')),
    opinion: optional(code(OPINIONS)),
    document: optional(sha256),
  },
  sealed: { title: text(), text: text(), address: optionalSealed(line()) },
});

export const integrityChecked = defineEvent('committee.integrityChecked/1', {
  meaning: {
    fr: 'Le comité vérifie l’intégrité du registre, avec son propre outil.',
    en: 'The committee checks with a tool of its own that the register is whole.',
  },
  facts: {
    size,
    root: sha256,
    result: code(INTEGRITY_RESULTS),
    tool: sourceName,
    version: optional(sourceName),
  },
  sealed: { note: optionalSealed(text()) },
});

export const committeePassageSuspended = defineEvent('committee.passageSuspended/1', {
  meaning: {
    fr: 'Un passage d’un texte du comité est soustrait au public, pour un motif légal qui lui a été notifié.',
    en: 'A passage of a committee’s text is withheld from the public, on a legal ground that was notified to it.',
  },
  facts: SUSPENSION_FACTS,
  sealed: SUSPENSION_WORDS,
  withholds: { event: 'event', paths: 'paths' },
});
export const committeeSuspensionReplied = defineEvent('committee.suspensionReplied/1', {
  meaning: {
    fr: 'Le comité répond à la suspension d’un passage.',
    en: 'The committee replies to the suspension of a passage.',
  },
  facts: SUSPENSION_REPLY_FACTS,
  sealed: SUSPENSION_REPLY_WORDS,
});
export const committeePassageRestored = defineEvent('committee.passageRestored/1', {
  meaning: {
    fr: 'Un passage suspendu d’un texte du comité est rendu au public.',
    en: 'A suspended passage of a committee’s text is shown again.',
  },
  facts: RESTORATION_FACTS,
  sealed: RESTORATION_WORDS,
  restores: 'suspension',
});

export const COMMITTEE_EVENTS = [
  committeeEstablished,
  memberAppointed,
  memberTiesDeclared,
  memberLeft,
  cutFrozen,
  sampleDrawn,
  sampleAssessed,
  findingRecorded,
  replyGiven,
  findingClosed,
  opinionIssued,
  integrityChecked,
  committeePassageSuspended,
  committeeSuspensionReplied,
  committeePassageRestored,
] as const;

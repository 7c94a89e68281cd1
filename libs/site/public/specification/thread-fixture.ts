/** A thread to specify pages with: of an invented commune, with a bit of everything. */
import type { ShownCommitment } from '@fil/views/follow-up/shown-commitment.answer';
import type { Thread, ThreadAnswer, ThreadStep } from '@fil/views/thread/thread.answer';
import { happening, SHOWN } from './happened';

export const CONTRIBUTION = 'contribution-00000000-0000-8000-8000-0000000000c1';
export const CONSULTATION = 'consultation-00000000-0000-8000-8000-0000000000d1';
const SYNTHESIS = 'synthesis-00000000-0000-8000-8000-0000000000e1';
/** Of a common answer that everybody has. */
const CARRIED = { of: 42, answered: 42, waiting: 0, passedOver: 0, passedOverBecause: {} };
export const COMMITMENT = 'commitment-00000000-0000-8000-8000-0000000000f1';
export const DECISION = 'decision-00000000-0000-8000-8000-0000000000a1';
const named = (code: string, fr: string) => ({ code, name: { fr } });

const decision = {
  id: DECISION,
  title: { fr: 'Plan vélo 2026-2028' },
  summary: null,
  address: 'https://commune.invalid/deliberations/2026-041',
  kind: 'councilDeliberation',
  body: named('conseil', 'Conseil municipal'),
  decidedBy: null,
  act: { id: '2026-041', date: '2026-03-26', prefectureId: null, prefectureDate: '2026-03-30' },
  votes: { members: 33, present: 29, for: 22, against: 4, abstained: 3, notTakingPart: null },
  registered: happening(40, '2026-03-26'),
  standing: 'inForce',
  standingSince: null,
} as const;

export const answer = (more: Partial<ThreadAnswer> = {}): ThreadAnswer => ({
  given: happening(20, '2026-01-12'),
  point: 1,
  outcome: 'underReview',
  provisional: true,
  current: true,
  supersedes: null,
  supersededBy: null,
  reasons: [],
  justification: null,
  advice: null,
  partTaken: null,
  condition: null,
  proposersOpinion: null,
  reference: null,
  evidence: [],
  worseningReason: null,
  factChecked: null,
  department: named('voirie', 'Direction de la voirie'),
  decidedBy: null,
  body: null,
  answerOn: '2026-03-31',
  session: null,
  constraint: null,
  openPoint: null,
  mergedInto: null,
  decision: null,
  actStanding: null,
  commitments: [],
  common: null,
  enteredInError: null,
  release: null,
  ...more,
});

const first = answer({
  current: false,
  supersededBy: happening(41, '2026-04-02').event,
  justification: { fr: 'Le service étudie le tracé avec le département, propriétaire d’une partie de la voie.' },
});

export const partly = answer({
  given: happening(41, '2026-04-02', { actor: { role: 'official', body: 'conseil' } }),
  outcome: 'partlyAccepted',
  provisional: false,
  supersedes: first.given.event,
  reasons: ['landOwnership', 'budget'],
  justification: {
    fr: 'La piste sera créée entre l’école et la gare. Le tronçon suivant longe une route départementale : la commune ne peut pas y engager de travaux seule.',
  },
  partTaken: { fr: 'De l’école des Tilleuls à la gare, 1,2 km.' },
  advice: { fr: 'Largeur suffisante jusqu’à la gare ; au-delà, il faudrait acquérir 400 m² de terrain.' },
  decidedBy: named('adjointe-mobilites', 'Adjointe aux mobilités'),
  body: named('conseil', 'Conseil municipal'),
  answerOn: null,
  decision,
  actStanding: 'inForce',
  commitments: [COMMITMENT],
  common: { synthesis: SYNTHESIS, members: 42, progress: CARRIED },
  evidence: ['https://commune.invalid/etudes/piste-tilleuls.pdf'],
});

export const commitment = (more: Partial<ShownCommitment> = {}): ShownCommitment => ({
  id: COMMITMENT,
  title: { fr: 'Créer une piste cyclable de l’école des Tilleuls à la gare' },
  means: { fr: 'Marché de travaux en deux lots.' },
  indicator: { fr: 'Mètres de piste ouverts' },
  place: 'Rue des Tilleuls, avenue de la Gare',
  made: happening(42, '2026-04-02'),
  owner: named('voirie', 'Direction de la voirie'),
  accountable: named('adjointe-mobilites', 'Adjointe aux mobilités'),
  decision,
  actStanding: 'inForce',
  budgetVoted: 31_000_000,
  budget: {
    voted: 31_000_000,
    committed: 0,
    spent: 0,
    committedOverVoted: false,
    spentOverCommitted: false,
    lines: [],
  },
  suspensions: [],
  modifications: [],
  reassignments: [],
  confirmations: [],
  committeeVerdicts: [],
  themes: [named('mobilites', 'Mobilités')],
  source: null,
  progress: 'inProgress',
  late: true,
  daysLate: 14,
  noNewsForDays: null,
  lastNewsOn: '2026-08-20',
  percent: 60,
  stage: { stage: 'works', word: null },
  plannedFirst: '2026-06',
  plannedNow: '2026-08-31',
  reschedulings: [
    {
      given: happening(60, '2026-06-18', { enteredOn: '2026-06-23' }),
      from: '2026-06',
      to: '2026-08-31',
      days: 62,
      announced: { days: 12, before: true },
      decidedBy: named('adjointe-mobilites', 'Adjointe aux mobilités'),
      reasonKind: 'stated',
      reason: { fr: 'Une canalisation non répertoriée a été trouvée sous la chaussée.' },
      withheld: null,
    },
  ],
  slippedDays: 62,
  startedOn: '2026-05-04',
  stages: [
    {
      given: happening(44, '2026-05-04'),
      stage: 'works',
      from: null,
      word: null,
      wordBefore: null,
      lost: false,
      reason: null,
      reasonNotStated: false,
    },
  ],
  reports: [
    {
      given: happening(70, '2026-08-20'),
      percent: 60,
      indicatorValue: 720,
      note: { fr: 'Le premier lot est livré ; l’enrobé du second reste à faire.' },
      evidence: [],
      evidenceHashes: [],
    },
  ],
  done: null,
  abandoned: null,
  reopened: [],
  notListed: null,
  ...more,
});

const step = (
  type: string,
  given: ThreadStep | ReturnType<typeof happening>,
  more: Partial<ThreadStep> = {},
): ThreadStep => ({
  about: { kind: 'contribution', id: CONTRIBUTION, title: null },
  facts: {},
  words: {},
  ...given,
  type,
  ...more,
});
const aboutCommitment = { kind: 'commitment', id: COMMITMENT, title: commitment().title } as const;

/** Recorded once, and nothing said of it since. */
export const spokenOf = (more: Partial<Thread['words']> = {}): Thread['words'] => ({
  versions: [
    { given: happening(10, '2025-11-18'), version: 1, title: null, text: null, transcribed: null, corrected: null },
  ],
  restatements: [],
  wordings: [],
  acknowledgements: [],
  themesAssigned: [],
  followUps: [],
  entryCorrections: [],
  observations: [],
  ...more,
});

export const thread = (more: Partial<Thread> = {}): Thread => ({
  shown: SHOWN,
  id: CONTRIBUTION,
  number: '259-G',
  consultation: {
    id: CONSULTATION,
    title: { fr: 'Se déplacer demain à Valombre' },
    dueOn: '2026-04-15',
    promised: true,
    watched: true,
  },
  kind: 'proposal',
  channel: 'workshop',
  language: 'fr',
  sensitivity: 'public',
  themes: [named('mobilites', 'Mobilités')],
  territory: null,
  authorKind: 'table',
  signature: null,
  title: { fr: 'Une piste cyclable jusqu’au collège' },
  text: {
    fr: 'Nos enfants vont au collège à vélo sur la route, sans protection.\n\nNous demandons une piste séparée depuis l’école des Tilleuls jusqu’au collège, avec un éclairage pour l’hiver.',
  },
  place: 'Rue des Tilleuls',
  attachments: [],
  receivedOn: '2025-11-18',
  encounter: null,
  rulesVersion: null,
  recorded: happening(10, '2025-11-18', { enteredOn: '2025-11-24' }),
  receipt: `/api/v1/receipts/${happening(10, '2025-11-18').event}`,
  admitted: happening(11, '2025-11-25'),
  source: null,
  standing: 'partlyAccepted',
  answered: true,
  late: false,
  daysLate: null,
  nextAnswerOn: null,
  progress: 'inProgress',
  actStanding: 'inForce',
  points: [
    {
      point: 1,
      extract: null,
      theme: null,
      standing: 'partlyAccepted',
      answers: [first, partly],
      syntheses: [SYNTHESIS],
    },
  ],
  syntheses: [
    {
      id: SYNTHESIS,
      title: { fr: 'Des trajets scolaires à vélo plus sûrs' },
      text: {
        fr: 'Les participants demandent des voies séparées de la circulation sur les trajets vers les écoles et le collège.',
      },
      divergences: [
        { fr: 'Trois contributions préfèrent une zone 30 à une piste séparée, jugée trop coûteuse.' },
        { fr: 'Un riverain craint la suppression des places de stationnement.' },
      ],
      members: 42,
      themes: [named('mobilites', 'Mobilités')],
      opened: happening(15, '2025-12-10'),
      published: happening(18, '2026-01-08'),
      outcome: {
        given: happening(41, '2026-04-02'),
        outcome: 'partlyAccepted',
        common: { synthesis: SYNTHESIS, members: 42, progress: CARRIED },
        reachedThisOne: true,
      },
    },
  ],
  commitments: [commitment()],
  transfers: [],
  contests: [],
  withdrawn: null,
  voided: null,
  corrections: [],
  moderation: { decisions: [], redactions: [], disclosure: null },
  erasures: [],
  words: spokenOf(),
  line: [
    step('contribution.recorded/2', happening(10, '2025-11-18', { enteredOn: '2025-11-24' }), {
      facts: { channel: 'workshop' },
    }),
    step('contribution.admitted/1', happening(11, '2025-11-25')),
    step('contribution.groupedInto/1', happening(16, '2025-12-10', { actor: { role: 'process', body: 'synthesis' } })),
    step('contribution.outcomeGiven/1', first.given, { facts: { outcome: 'underReview', reasons: [] } }),
    step('decision.registered/2', decision.registered, {
      about: { kind: 'decision', id: DECISION, title: decision.title },
      facts: { kind: 'councilDeliberation', body: 'conseil' },
    }),
    step('contribution.outcomeGiven/1', partly.given, {
      facts: { outcome: 'partlyAccepted', reasons: ['landOwnership', 'budget'] },
    }),
    step('commitment.made/1', happening(42, '2026-04-02'), {
      about: aboutCommitment,
      facts: { dueOn: '2026-06', budgetVoted: 31_000_000 },
    }),
    step('commitment.stageReached/1', happening(44, '2026-05-04'), {
      about: aboutCommitment,
      facts: { stage: 'works' },
    }),
    step('commitment.rescheduled/1', happening(60, '2026-06-18', { enteredOn: '2026-06-23' }), {
      about: aboutCommitment,
      facts: { from: '2026-06', to: '2026-08-31' },
    }),
    step('commitment.progressReported/2', happening(70, '2026-08-20'), {
      about: aboutCommitment,
      facts: { percent: 60 },
    }),
  ],
  names: {
    bodies: {
      conseil: { fr: 'Conseil municipal' },
      participation: { fr: 'Mission participation' },
      voirie: { fr: 'Direction de la voirie' },
    },
    functions: {},
    themes: { mobilites: { fr: 'Mobilités' } },
  },
  ...more,
});

/** Answers of the views that list and count, for specifications of pages. */
import type { BacklogAnswer, Waiting } from '@fil/views/backlog/backlog.answer';
import type { Consultation, ConsultationsAnswer } from '@fil/views/consultations/consultations.answer';
import type { OverviewAnswer } from '@fil/views/overview/overview.answer';
import type { SearchAnswer } from '@fil/views/search/search.answer';
import { happening, SHOWN, TODAY } from './happened';
import { CONSULTATION, CONTRIBUTION } from './thread-fixture';

const named = (code: string, fr: string) => ({ code, name: { fr } });
const MOBILITY = { id: CONSULTATION, title: { fr: 'Se déplacer demain à Valombre' } };

export const waiting = (more: Partial<Waiting> = {}): Waiting => ({
  id: CONTRIBUTION,
  number: '12-3',
  title: { fr: 'Des bancs sur le chemin du marché' },
  consultation: MOBILITY,
  themes: [named('espace-public', 'Espace public')],
  standing: 'pending',
  receivedOn: '2025-11-03',
  daysWaiting: 315,
  dueOn: '2026-04-15',
  promised: true,
  daysLate: 152,
  nextAnswerOn: null,
  nextAnswerMissed: false,
  department: null,
  published: true,
  ...more,
});

export const backlog = (more: Partial<BacklogAnswer> = {}): BacklogAnswer => ({
  shown: SHOWN,
  today: TODAY,
  totals: { waiting: 47, late: 12, announced: 9 },
  items: [
    waiting(),
    waiting({
      number: '31-K',
      title: { fr: 'Éclairer le passage sous la voie ferrée' },
      standing: 'underReview',
      daysWaiting: 288,
      daysLate: null,
      dueOn: '2026-10-31',
      nextAnswerOn: '2026-07',
      nextAnswerMissed: true,
      department: named('voirie', 'Direction de la voirie'),
    }),
    waiting({
      number: '77-A',
      title: { withheld: true },
      daysWaiting: 42,
      dueOn: null,
      promised: false,
      daysLate: null,
      published: false,
    }),
  ],
  consultations: [{ ...MOBILITY, count: 47 }],
  departments: [
    {
      department: named('voirie', 'Direction de la voirie'),
      authority: { id: 'authority-1', name: { fr: 'Commune de Valombre' } },
      count: 9,
    },
  ],
  functions: [],
  next: 'cursor-2',
  ...more,
});

export const consultation = (more: Partial<Consultation> = {}): Consultation => ({
  shown: SHOWN,
  ...MOBILITY,
  level: 'involve',
  organiser: { id: 'authority-1', name: { fr: 'Commune de Valombre' } },
  opened: happening(3, '2025-10-01'),
  deposit: { state: 'closed', openedOn: '2025-10-15', until: '2026-01-15', closedOn: '2026-01-15' },
  promised: true,
  watched: true,
  dueOn: '2026-04-15',
  counts: { received: 214, published: 209, answered: 158, late: 12 },
  summary: { fr: 'Comment se déplacer à pied, à vélo et en bus à Valombre dans les dix prochaines années ?' },
  origin: 'residents',
  organiserKind: 'authority',
  addressees: [
    {
      authority: { id: 'authority-1', name: { fr: 'Commune de Valombre' } },
      promise: { amount: 3, unit: 'months' },
      dueOn: '2026-04-15',
      joined: null,
      statement: null,
    },
    {
      authority: { id: 'authority-2', name: { fr: 'Département' } },
      promise: null,
      dueOn: null,
      joined: null,
      statement: null,
    },
  ],
  orderedBy: named('maire', 'Maire'),
  animatedBy: named('participation', 'Mission participation'),
  amountAtStake: 180_000_000,
  recordedAfterwards: false,
  source: null,
  openPoints: [
    { id: 'trajets-scolaires', text: { fr: 'Les trajets vers les écoles et le collège.' } },
    { id: 'bus', text: { fr: 'Le tracé et les horaires des deux lignes de bus.' } },
  ],
  constraints: [
    {
      id: 'departementale',
      kind: 'legal',
      text: {
        text: { fr: 'La route départementale 12 ne relève pas de la commune.' },
        source: 'Code de la voirie routière, L131-1',
      },
    },
    { id: 'budget', kind: 'budget', text: { text: { fr: 'Le budget total ne dépassera pas 1,8 million d’euros.' } } },
  ],
  decisionPath: [
    { step: 'avis', body: named('comite', 'Comité des usagers'), role: 'advises', expectedOn: '2026-02', taken: [] },
    { step: 'vote', body: named('conseil', 'Conseil municipal'), role: 'decides', expectedOn: '2026-03-26', taken: [] },
    {
      step: 'travaux',
      body: named('voirie', 'Direction de la voirie'),
      role: 'implements',
      expectedOn: null,
      taken: [],
    },
  ],
  channels: ['workshop', 'online', 'counter'],
  depositPeriod: '2025-10-15/2026-01-15',
  themes: [named('mobilites', 'Mobilités'), named('espace-public', 'Espace public')],
  wordsPublic: 'onAdmission',
  stepsBesidePath: [],
  amendments: [],
  rules: [],
  depositTimes: [],
  means: { total: { cents: 0, hours: 0 }, byCategory: [], reports: [] },
  publics: { reached: [], notReached: [] },
  documents: [],
  facts: [],
  signatures: [],
  guarantors: [],
  encounters: [],
  answersBegan: null,
  progress: { answered: 158, of: 214 },
  ...more,
});

export const consultations = (more: Partial<ConsultationsAnswer> = {}): ConsultationsAnswer => ({
  shown: SHOWN,
  items: [
    consultation(),
    consultation({
      title: { fr: 'Un nom pour la médiathèque' },
      level: 'consult',
      promised: false,
      dueOn: null,
      deposit: { state: 'open', openedOn: '2026-09-01', until: '2026-10-15', closedOn: null },
      counts: { received: 31, published: 31, answered: 0, late: 0 },
    }),
  ],
  ...more,
});

export const overview = (more: Partial<OverviewAnswer> = {}): OverviewAnswer => ({
  shown: SHOWN,
  today: TODAY,
  consultation: null,
  contributions: {
    received: 214,
    published: 209,
    moderated: 3,
    answered: 158,
    provisional: 21,
    late: 12,
    withdrawn: 4,
    transferred: 5,
    voided: 2,
  },
  commitments: {
    made: 38,
    done: 14,
    abandoned: 3,
    late: 6,
    waiting: 15,
    noNews: 2,
    notListed: 0,
    slipped: 11,
    slippedDays: 913,
    reschedulings: 14,
  },
  outcome: [
    { code: 'partlyAccepted', count: 61 },
    { code: 'accepted', count: 42 },
    { code: 'notAccepted', count: 34 },
    { code: 'pending', count: 26 },
    { code: 'underReview', count: 21 },
    { code: 'outOfScope', count: 21 },
    { code: 'transferred', count: 5 },
    { code: 'withdrawn', count: 4 },
  ],
  reason: [
    { code: 'budget', count: 29 },
    { code: 'landOwnership', count: 21 },
    { code: 'politicalChoice', count: 12 },
    { code: 'safety', count: 6 },
  ],
  progress: [
    { code: 'none', count: 111 },
    { code: 'inProgress', count: 55 },
    { code: 'done', count: 31 },
    { code: 'planned', count: 12 },
    { code: 'abandoned', count: 5 },
  ],
  byChannel: [],
  byTheme: [],
  flow: {
    channel: [
      { from: 'workshop', outcome: 'partlyAccepted', progress: 'inProgress', count: 40 },
      { from: 'workshop', outcome: 'accepted', progress: 'done', count: 31 },
      { from: 'workshop', outcome: 'notAccepted', progress: 'none', count: 14 },
      { from: 'online', outcome: 'partlyAccepted', progress: 'inProgress', count: 15 },
      { from: 'online', outcome: 'partlyAccepted', progress: 'abandoned', count: 5 },
      { from: 'online', outcome: 'notAccepted', progress: 'none', count: 20 },
      { from: 'online', outcome: 'pending', progress: 'none', count: 26 },
      { from: 'online', outcome: 'accepted', progress: 'planned', count: 11 },
      { from: 'counter', outcome: 'underReview', progress: 'none', count: 21 },
      { from: 'counter', outcome: 'outOfScope', progress: 'none', count: 21 },
    ],
    theme: [
      { from: 'mobilites', outcome: 'partlyAccepted', progress: 'inProgress', count: 55 },
      { from: 'mobilites', outcome: 'accepted', progress: 'done', count: 31 },
      { from: 'mobilites', outcome: 'pending', progress: 'none', count: 20 },
      { from: 'espace-public', outcome: 'notAccepted', progress: 'none', count: 34 },
      { from: 'espace-public', outcome: 'partlyAccepted', progress: 'abandoned', count: 5 },
      { from: 'espace-public', outcome: 'accepted', progress: 'planned', count: 11 },
      { from: 'none', outcome: 'underReview', progress: 'none', count: 21 },
      { from: 'none', outcome: 'outOfScope', progress: 'none', count: 21 },
      { from: 'none', outcome: 'pending', progress: 'none', count: 6 },
    ],
    themes: [named('mobilites', 'Mobilités'), named('espace-public', 'Espace public')],
  },
  ...more,
});

export const found = (more: Partial<SearchAnswer> = {}): SearchAnswer => ({
  shown: SHOWN,
  total: 27,
  items: [
    {
      id: CONTRIBUTION,
      number: '259-G',
      title: { fr: 'Une piste cyclable jusqu’au collège' },
      extract: [
        { text: 'Nous demandons une ', found: false },
        { text: 'piste', found: true },
        { text: ' séparée depuis l’école des Tilleuls jusqu’au collège', found: false },
      ],
      kind: 'proposal',
      consultation: MOBILITY,
      themes: [named('mobilites', 'Mobilités')],
      receivedOn: '2025-11-18',
      standing: 'partlyAccepted',
      progress: 'inProgress',
    },
  ],
  facets: {
    theme: [{ value: 'mobilites', count: 25, name: { fr: 'Mobilités' } }],
    outcome: [{ value: 'partlyAccepted', count: 20 }],
    progress: [{ value: 'inProgress', count: 17 }],
    consultation: [{ value: CONSULTATION, count: 27, title: MOBILITY.title }],
  },
  next: 'cursor-2',
  ...more,
});

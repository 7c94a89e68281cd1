/** The same thread in states a page must not hide. */
import { ERASED } from '@fil/log/vault/vault';
import type { Thread } from '@fil/views/thread/thread.answer';
import { happening } from './happened';
import { answer, commitment, COMMITMENT, DECISION, partly, spokenOf, thread } from './thread-fixture';

const done = happening(90, '2026-08-31');

/** The answer and the declared end are both contested by the author. */
export const contestedThread = (): Thread =>
  thread({
    progress: 'done',
    contests: [
      {
        given: happening(80, '2026-04-20', { actor: { role: 'author', body: null } }),
        contested: partly.given.event,
        what: 'outcome',
        text: { fr: 'La gare n’est pas le collège : le tronçon le plus dangereux reste sans piste.' },
        answer: null,
      },
      {
        given: happening(91, '2026-09-05', { actor: { role: 'author', body: null } }),
        contested: done.event,
        what: 'declaredDone',
        text: { fr: 'Il manque encore deux cents mètres devant la gare.' },
        answer: null,
      },
    ],
    commitments: [
      commitment({
        progress: 'done',
        late: false,
        daysLate: null,
        done: {
          given: done,
          note: { fr: 'La piste est ouverte à la circulation.' },
          evidence: ['https://commune.invalid/pv-reception.pdf'],
          evidenceHashes: [],
          word: null,
        },
        stages: [
          {
            given: happening(50, '2026-05-20'),
            stage: 'studies',
            from: 'works',
            word: null,
            wordBefore: null,
            lost: true,
            reason: null,
            reasonNotStated: false,
          },
        ],
      }),
    ],
  });

/** Her words are erased, others are not public. */
export const hiddenThread = (): Thread =>
  thread({
    title: { erased: true },
    text: { erased: true },
    signature: { erased: true },
    place: { withheld: true },
    points: [
      {
        ...thread().points[0]!,
        answers: [
          answer({ outcome: 'notAccepted', provisional: false, justification: { withheld: true }, answerOn: null }),
        ],
      },
    ],
    syntheses: [
      {
        ...thread().syntheses[0]!,
        title: { withheld: true },
        text: { withheld: true },
        published: null,
        divergences: [{ withheld: true }],
      },
    ],
    commitments: [],
    corrections: [
      {
        given: happening(12, '2025-11-26'),
        field: '/channel',
        from: 'online',
        to: 'workshop',
        reason: { fr: 'La feuille venait de l’atelier du 18 novembre.' },
      },
    ],
  });

/** Nobody has answered and the promised date is over. */
export const waitingThread = (): Thread =>
  thread({
    standing: 'pending',
    answered: false,
    late: true,
    daysLate: 152,
    progress: 'none',
    points: [{ point: 1, extract: null, theme: null, standing: 'pending', answers: [], syntheses: [] }],
    syntheses: [],
    commitments: [],
    line: thread().line.slice(0, 2),
  });

/** Erased at her request; an archive's disposal is asked for by an office, and refused. */
export const erasedThread = (): Thread => {
  const office = { code: 'dpo', name: { fr: 'Déléguée à la protection des données' } };
  const erasure = (n: number): Thread['erasures'][number] => ({
    id: `erasure-0b6c1b2e-6f0e-4d2b-9f43-00000000000${n}`,
    target: thread().id,
    standing: 'requested',
    requested: { given: happening(70 + n, '2026-03-02'), what: 'everything', by: 'author', office: null },
    ordered: null,
    carriedOut: null,
    refused: null,
  });
  const ordered = {
    given: happening(75, '2026-03-05'),
    ground: 'subjectRequest',
    office,
    what: 'fields',
    fields: 4,
    archivesVisa: 'AD44-2026-117',
  } as const;
  return thread({
    text: ERASED,
    erasures: [
      {
        ...erasure(1),
        standing: 'carriedOut',
        ordered,
        carriedOut: { given: happening(76, '2026-03-06'), places: ['key', 'openings'] },
      },
      {
        ...erasure(2),
        standing: 'refused',
        refused: { given: happening(77, '2026-04-01'), ground: 'archives', office },
      },
      erasure(3),
    ],
  });
};

/** Redacted, declared inadmissible, and admissible again after the guarantor's opinion and another function's decision. */
export const moderatedThread = (): Thread =>
  thread({
    moderation: {
      decisions: [
        {
          given: happening(60, '2026-03-02'),
          kind: 'inadmissible',
          ground: null,
          source: null,
          rulesVersion: 1,
          article: 'article-4',
          decidedBy: { code: 'participation', name: { fr: 'Chargée de participation' } },
          authorTold: 'letter',
          reason: { fr: 'Le texte appelle à voter pour une liste.' },
          appealBy: '2026-05-02',
          appeal: {
            given: happening(61, '2026-03-05', { actor: { role: 'author', body: null } }),
            text: { fr: 'Je propose une piste, je ne cite personne.' },
            opinion: {
              given: happening(62, '2026-03-12', { actor: { role: 'guarantor', body: 'garante' } }),
              guarantor: null,
              opinion: 'reversed',
              text: { fr: 'L’article 4 ne vise pas cette phrase.' },
            },
            decided: {
              given: happening(63, '2026-03-20'),
              result: 'upheld',
              decidedBy: { code: 'adjointe', name: { fr: 'Adjointe à la démocratie locale' } },
              authorTold: 'letter',
              reason: { fr: 'La phrase reprend un slogan.' },
              departs: true,
            },
          },
          stands: true,
        },
      ],
      redactions: [
        {
          given: happening(64, '2026-03-22'),
          passages: [{ event: happening(10, '2025-11-18').event, path: '/text', shownInstead: { fr: 'Nous […]' } }],
          ground: 'judgementOnPerson',
          source: 'CRPA L311-6, 2°',
          decidedBy: null,
          authorTold: 'email',
          explanation: null,
        },
      ],
      disclosure: {
        given: happening(65, '2026-03-23'),
        decidedBy: null,
        standing: { authority: 'authority-1', authorisation: 'terrain' },
        reason: null,
      },
    },
  });

const author = { role: 'author', body: null } as const;
const participation = { code: 'participation', name: { fr: 'Chargée de participation' } };
const tool = {
  tool: 'transcripteur',
  version: '3.1',
  instruction: 'a'.repeat(64),
  inputs: [],
  validatedBy: participation,
};

/** Transcribed, corrected, restated, disputed, contested and judged: everything its author and others say of its words. */
export const spokenThread = (): Thread => {
  const contested = contestedThread();
  const restated = happening(71, '2025-12-03');
  return {
    ...contested,
    contests: contested.contests.map((contest, n) => ({
      ...contest,
      answer:
        n === 0
          ? {
              given: happening(92, '2026-05-02'),
              verdict: 'changed',
              by: participation,
              text: { fr: 'La réponse est reprise.' },
            }
          : null,
    })),
    words: spokenOf({
      versions: [
        {
          given: happening(70, '2025-11-20'),
          version: 2,
          title: null,
          text: { fr: 'Une piste [illisible] au collège.' },
          transcribed: { way: 'assisted', language: 'fr', illegible: 1, by: null, assisted: tool },
          corrected: null,
        },
        {
          given: happening(93, '2026-05-06', { actor: author }),
          version: 3,
          title: null,
          text: { fr: 'Une piste jusqu’au collège.' },
          transcribed: null,
          corrected: { field: 'text', reason: { fr: 'Mal recopié.' }, afterAnswer: true },
        },
      ],
      restatements: [
        {
          given: restated,
          version: 2,
          by: participation,
          assisted: tool,
          text: { fr: 'Créer une piste.' },
          replaces: null,
          reason: null,
          stands: false,
          disputed: { given: happening(72, '2025-12-05', { actor: author }), text: { fr: 'Je parlais du collège.' } },
          upheld: null,
        },
        {
          given: happening(73, '2025-12-08'),
          version: 2,
          by: participation,
          assisted: null,
          text: { fr: 'Créer une piste jusqu’au collège.' },
          replaces: restated.event,
          reason: { fr: 'Précision de l’auteur.' },
          stands: true,
          disputed: { given: happening(74, '2025-12-09', { actor: author }), text: { fr: 'Et avant 2027.' } },
          upheld: {
            given: happening(75, '2025-12-12'),
            by: participation,
            reason: { fr: 'La date n’y figurait pas.' },
          },
        },
      ],
      wordings: [
        {
          given: happening(76, '2026-01-05'),
          of: { object: 'contribution', event: happening(10, '2025-11-18').event, path: '/text' },
          language: 'fr-x-falc',
          text: { 'fr-x-falc': 'On demande un chemin pour les vélos.' },
          plain: { readBy: 'peopleConcerned', readers: 'Atelier des Érables' },
          translated: null,
        },
        {
          given: happening(77, '2026-01-06'),
          of: { object: DECISION, event: happening(40, '2026-03-26').event, path: '/title' },
          language: 'en',
          text: { en: 'Cycling plan' },
          plain: null,
          translated: { by: 'machine', from: 'fr', assisted: tool },
        },
      ],
      acknowledgements: [
        {
          given: happening(78, '2025-11-26'),
          rule: 'crpa.are',
          service: participation,
          answerBy: '2026-01-18',
          channel: 'email',
        },
      ],
      followUps: [
        {
          given: happening(94, '2026-09-10', { actor: author }),
          commitment: COMMITMENT,
          declared: done.event,
          verdict: 'partly',
          text: { fr: 'La piste s’arrête avant la gare.' },
        },
      ],
      entryCorrections: [
        {
          given: happening(95, '2026-04-10'),
          object: COMMITMENT,
          event: happening(42, '2026-04-02').event,
          field: '/budgetVoted',
          from: 3_100_000,
          to: 31_000_000,
          reason: { fr: 'Un zéro manquait.' },
        },
      ],
      observations: [
        {
          object: COMMITMENT,
          left: 3,
          published: [{ given: happening(96, '2026-09-12'), text: { fr: 'On y roule bien.' }, shortened: true }],
        },
      ],
    }),
  };
};

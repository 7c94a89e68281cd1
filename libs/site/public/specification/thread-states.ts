/** The same thread in states a page must not hide. */
import type { Thread } from '@fil/views/thread/thread.answer';
import { happening } from './happened';
import { answer, commitment, partly, thread } from './thread-fixture';

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
      },
      {
        given: happening(91, '2026-09-05', { actor: { role: 'author', body: null } }),
        contested: done.event,
        what: 'declaredDone',
        text: { fr: 'Il manque encore deux cents mètres devant la gare.' },
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

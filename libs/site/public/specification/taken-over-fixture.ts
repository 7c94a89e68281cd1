/** A thread taken over from another system, which does not say everything. */
import type { TakenOver } from '@fil/views/reading/happened';
import type { Thread } from '@fil/views/thread/thread.answer';
import { happening } from './happened';
import { answer, commitment, thread } from './thread-fixture';

const takenOver: TakenOver = { source: 'paris', word: null, notStated: ['reason', 'decidedBy', 'text', 'owner'] };
const importer = { role: 'import', body: 'paris' } as const;
const taken = (index: number, occurredOn: string, more: Partial<TakenOver> = {}) =>
  happening(index, occurredOn, { actor: importer, takenOver: { ...takenOver, ...more }, enteredOn: '2026-09-01' });

export const takenOverThread = (): Thread =>
  thread({
    title: { fr: 'Un jardin partagé rue des Lilas' },
    text: null,
    channel: 'import',
    authorKind: 'person',
    place: null,
    receivedOn: '2019',
    recorded: taken(100, '2019', { notStated: ['text', 'author'] }),
    admitted: taken(101, '2019'),
    source: { name: 'paris', type: 'project', id: '1042', address: 'https://exemple.invalid/projets/1042' },
    consultation: { ...thread().consultation, title: { fr: 'Budget participatif 2019' }, promised: false, dueOn: null },
    standing: 'accepted',
    progress: 'planned',
    syntheses: [],
    points: [
      {
        point: 1,
        extract: null,
        theme: null,
        standing: 'accepted',
        syntheses: [],
        answers: [
          answer({
            given: taken(103, '2019'),
            outcome: 'accepted',
            provisional: false,
            answerOn: null,
            department: null,
          }),
        ],
      },
    ],
    commitments: [
      commitment({
        title: { fr: 'Un jardin partagé rue des Lilas' },
        made: taken(104, '2019'),
        owner: null,
        accountable: null,
        means: null,
        indicator: null,
        decision: null,
        source: { name: 'paris', type: 'project', id: '1042', address: null },
        progress: 'planned',
        late: false,
        daysLate: null,
        plannedFirst: '2024',
        plannedNow: '2026',
        slippedDays: 731,
        startedOn: null,
        percent: null,
        reports: [],
        stage: { stage: 'studies', word: 'Etudes' },
        stages: [
          {
            given: taken(106, '2024-04-17/2025-12-02', { word: 'Etudes' }),
            stage: 'studies',
            from: 'works',
            word: 'Etudes',
            wordBefore: 'Travaux',
            lost: true,
            reason: null,
            reasonNotStated: true,
          },
        ],
        reschedulings: [
          {
            given: taken(105, '2024-04-17/2025-12-02'),
            from: '2024',
            to: '2026',
            days: 731,
            announced: null,
            decidedBy: null,
            reasonKind: 'notStatedBySource',
            reason: null,
            withheld: null,
          },
        ],
        notListed: { given: taken(107, '2025-12-02'), lastListedOn: '2024-04-17' },
      }),
    ],
    line: [
      {
        ...taken(105, '2024-04-17/2025-12-02'),
        type: 'commitment.rescheduled/1',
        about: { kind: 'commitment', id: commitment().id, title: { fr: 'Un jardin partagé rue des Lilas' } },
        facts: { from: '2024', to: '2026' },
        words: {},
      },
    ],
  });

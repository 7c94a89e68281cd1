import { consultationOpened } from '../events/consultation.events';
import { contributionRecorded } from '../events/contribution.events';
import { deadlineWaived } from '../events/deadline.events';
import { objectId, SomeEntries } from '../report/specification/some-entries';
import { publishedFigures } from './published-figures';

const CONSULTATION = objectId('consultation');
const CONTRIBUTION = objectId('contribution');
const authority = objectId('authority');

/** An answer was promised by the end of May; the promise was waived before. */
function waived(): SomeEntries {
  const entries = new SomeEntries();
  entries.add(consultationOpened, CONSULTATION, {
    organiser: authority,
    level: 'consult',
    addressees: [{ authority, promise: { by: '2026-05-31' } }],
    openPoints: [],
    constraints: [],
    decisionPath: [],
    channels: ['online'],
    themes: [],
    wordsPublic: 'onAdmission',
  });
  entries.add(contributionRecorded, CONTRIBUTION, {
    consultation: CONSULTATION,
    sensitivity: 'public',
    kind: 'proposal',
    channel: 'online',
    language: 'fr',
    themes: [],
    authorKind: 'person',
    attachmentCount: 0,
  });
  entries.add(deadlineWaived, objectId('deadline'), {
    rule: 'promise.answer',
    ruleVersion: 1,
    trigger: { stream: CONSULTATION, event: entries.events[0]!.id },
    ground: 'forceMajeure',
  } as never);
  return entries;
}

it('late counts who still waits past the promised day, also when the one who owes has waived the deadline', () => {
  const late = (today: string) => publishedFigures(waived().events, today).contributions.figures.late;
  expect(late('2026-05-31')).toEqual({ count: 0, ids: [] });
  expect(late('2026-06-01')).toEqual({ count: 1, ids: [CONTRIBUTION] });
});

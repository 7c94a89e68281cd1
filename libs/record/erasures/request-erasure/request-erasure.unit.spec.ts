import { contributionRecorded } from '@fil/facts/events/contribution.events';
import { erasureOrdered, erasureRefused } from '@fil/facts/events/erasure.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import type { Decided } from '../../deciding/decider';
import {
  expectEvents,
  expectRefusal,
  givenEventId,
  recordedForm,
  someId,
  stateAfter,
  TODAY,
} from '../../deciding/specification/given-when-then';
import { erasure } from '../erasure.state';
import { target, type TargetState } from '../sealed-fields-of-target';
import { authorsRequestInput } from './request-erasure.command';
import { decideErasureRequested, type AskedFor } from './request-erasure.decide';

const CONTRIBUTION = someId('contribution');
const recorded = event(contributionRecorded, {
  data: {
    consultation: someId('consultation'),
    sensitivity: 'public',
    kind: 'proposal',
    channel: 'counter',
    language: 'fr',
    themes: [],
    authorKind: 'person',
    attachmentCount: 0,
  },
  words: { text: { fr: 'Des arbres.' }, place: 'La place' },
});
const contribution = target.evolve(target.initial, recordedForm(recorded, 0, CONTRIBUTION) as never);
const place = { event: givenEventId(0), path: '/place' };
const everything: AskedFor = { target: CONTRIBUTION, what: 'everything', fields: [], by: 'author' };
const fields: AskedFor = { ...everything, what: 'fields', fields: [place] };

interface Circumstances {
  readonly before?: readonly NewEvent[];
  readonly seen?: TargetState;
  readonly acting?: string | null;
}

const request = (command: AskedFor, { before = [], seen = contribution, acting = null }: Circumstances = {}): Decided =>
  decideErasureRequested(stateAfter(erasure, ...before), command, seen, acting, {
    today: TODAY,
    at: `${TODAY}T09:00:00Z`,
  });

describe('asking for an erasure', () => {
  it('says what is asked for, by whom, and whose answer is owed', () => {
    const words = { fr: 'Je ne veux plus y figurer.' };
    const [asked] = expectEvents(request({ ...fields, words }));
    expect(asked).toMatchObject({
      type: 'erasure.requested/1',
      data: {
        target: CONTRIBUTION,
        what: 'fields',
        fields: [place],
        by: 'author',
        consultation: someId('consultation'),
      },
      words: { words },
    });
  });

  it('is one request however often it is made, until it is refused', () => {
    const [asked] = expectEvents(request(everything));
    expect(request(everything, { before: [asked!] })).toEqual([]);
    const order = { target: CONTRIBUTION, fields: [], ground: 'subjectRequest', office: 'dpo' } as const;
    const granted = event(erasureOrdered, { data: { ...order, wholeSubject: true }, words: {} });
    expect(request(everything, { before: [asked!, granted] })).toEqual([]);
    const refusal = { target: CONTRIBUTION, ground: 'archives', office: 'dpo' } as const;
    const refused = event(erasureRefused, { data: refusal, words: {} });
    expect(expectRefusal(request(everything, { before: [asked!, refused] }))).toBe('erasure.refusedBefore');
  });

  it('is taken by an office for the body it acts for, on a day that has come', () => {
    const byOffice: AskedFor = { ...everything, by: 'office', office: 'dpo', occurredOn: '2026-03-01' };
    expect(expectEvents(request(byOffice, { acting: 'dpo' }))[0]).toMatchObject({ occurredOn: '2026-03-01' });
    expect(expectRefusal(request(byOffice, { acting: 'voirie' }))).toBe('erasure.anotherOffice');
    expect(expectRefusal(request({ ...byOffice, occurredOn: '2027' }))).toBe('erasure.requestToCome');
  });

  it.each([
    ['of nothing there is', everything, target.initial, 'erasure.targetMissing'],
    ['of fields that names none', { ...fields, fields: [] }, contribution, 'erasure.nothingNamed'],
    ['of everything that names some', { ...fields, what: 'everything' }, contribution, 'erasure.everythingAndFields'],
    [
      'of what is no sealed field',
      { ...fields, fields: [{ ...place, path: '/kind' }] },
      contribution,
      'erasure.notASealedField',
    ],
    ['of everything of nobody', { ...everything, target: someId('decision') }, contribution, 'erasure.nobodyBehind'],
  ] as const)('is refused: %s', (_, command, seen, rule) =>
    expect(expectRefusal(request(command, { seen }))).toBe(rule),
  );

  it('needs the author’s key, and knows two scopes', () => {
    expect(authorsRequestInput.safeParse({ what: 'everything' }).success).toBe(false);
    const authorKey = 'AAAA-AAAA-AAAA-AAAA-AAAA';
    expect(authorsRequestInput.parse({ what: 'everything', authorKey })).toMatchObject({ fields: [] });
    expect(authorsRequestInput.safeParse({ what: 'all', authorKey }).success).toBe(false);
  });
});

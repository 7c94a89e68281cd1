import { contributionEntryCorrected, contributionRecorded, contributionVoided } from '../events/contribution.events';
import { commitmentMade, commitmentStarted } from '../events/commitment.events';
import type { FactEvent } from './fact-event';
import { recordFacts } from './record-facts';
import { foreignCondition, populationOf } from './sample-population';

const id = <A extends string>(aggregate: A, n: number): `${A}-${string}` =>
  `${aggregate}-0b6c1b2e-6f0e-4d2b-9f43-${String(n).padStart(12, '0')}`;
const SQUARE = id('consultation', 1);

let index = 0;
const happens = (stream: string, type: string, data: object): FactEvent => ({
  index: index++,
  id: `event-${index}`,
  type,
  stream,
  at: '2026-03-03T09:00:00Z',
  occurredOn: null,
  cause: null,
  data: data as FactEvent['data'],
});
const deposit = (n: number, data: object = {}): FactEvent =>
  happens(id('contribution', n), contributionRecorded.type, {
    consultation: SQUARE,
    sensitivity: 'public',
    kind: 'proposal',
    channel: 'online',
    themes: ['nature'],
    ...data,
  });

const record = recordFacts([
  deposit(1),
  deposit(2, { channel: 'counter' }),
  deposit(3, { themes: ['ecole'] }),
  deposit(4, { consultation: id('consultation', 2) }),
  deposit(5),
  happens(id('contribution', 5), contributionVoided.type, { ground: 'test' }),
  // Of one that is not public, entries hold two facts.
  happens(id('contribution', 6), contributionRecorded.type, { consultation: SQUARE, sensitivity: 'restricted' }),
  deposit(7),
  happens(id('contribution', 7), contributionEntryCorrected.type, { themes: ['ecole'] }),
  happens(id('commitment', 1), commitmentMade.type, { answers: [id('contribution', 1)], themes: ['nature'] }),
  happens(id('commitment', 2), commitmentMade.type, { answers: [id('contribution', 4)], themes: [] }),
  happens(id('commitment', 2), commitmentStarted.type, {}),
]);
const numbers = (population: Parameters<typeof populationOf>[1]): number[] =>
  populationOf(record, population).map((one) => Number(one.slice(-12)));

describe('a population', () => {
  it('has every contribution of which the public knows the facts, and none that was voided', () => {
    expect(numbers({ of: 'contribution' })).toEqual([1, 2, 3, 4, 7]);
  });

  it('fulfils every condition, as corrected', () => {
    expect(numbers({ of: 'contribution', consultation: SQUARE })).toEqual([1, 2, 3, 7]);
    expect(numbers({ of: 'contribution', consultation: SQUARE, theme: 'ecole' })).toEqual([3, 7]);
    expect(numbers({ of: 'contribution', channel: 'counter' })).toEqual([2]);
    expect(numbers({ of: 'contribution', outcome: 'accepted' })).toEqual([]);
    expect(numbers({ of: 'contribution', outcome: 'pending', theme: 'nature' })).toEqual([1, 2, 4]);
  });

  it('of commitments has those that follow from what was said', () => {
    expect(numbers({ of: 'commitment' })).toEqual([1, 2]);
    expect(numbers({ of: 'commitment', consultation: SQUARE })).toEqual([1]);
    expect(numbers({ of: 'commitment', theme: 'nature' })).toEqual([1]);
    expect(numbers({ of: 'commitment', progress: 'inProgress' })).toEqual([2]);
  });

  it('has no condition that says nothing of it', () => {
    expect(foreignCondition({ of: 'contribution', progress: 'done' })).toBe('progress');
    expect(foreignCondition({ of: 'commitment', outcome: 'accepted' })).toBe('outcome');
    expect(foreignCondition({ of: 'commitment', theme: 'nature' })).toBeNull();
  });
});

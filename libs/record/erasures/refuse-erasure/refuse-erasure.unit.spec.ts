import { erasureRequested } from '@fil/facts/events/erasure.events';
import { event } from '@fil/facts/kit/event-definition';
import { expectEvents, expectRefusal, someId, stateAfter, TODAY } from '../../deciding/specification/given-when-then';
import { erasure } from '../erasure.state';
import { decideErasureRefused } from './refuse-erasure.decide';

const context = { today: TODAY, at: `${TODAY}T09:00:00Z` };
const command = { target: someId('contribution'), ground: 'archives', office: 'dpo' } as const;
const there = { exists: true, consultation: null, fields: [] } as const;
const none = erasure.initial;

describe('refusing an erasure', () => {
  it('records the ground in law', () => {
    const [refused] = expectEvents(decideErasureRefused(none, command, there, 'dpo', context));
    expect(refused).toMatchObject({ type: 'erasure.refused/1', data: command });
    expect(expectRefusal(decideErasureRefused(stateAfter(erasure, refused!), command, there, 'dpo', context))).toBe(
      'erasure.exists',
    );
  });

  it.each([
    [
      'an object that does not exist',
      { target: { exists: false, consultation: null, fields: [] }, by: 'dpo' },
      'erasure.targetMissing',
    ],
    ['another office', { target: there, by: 'voirie' }, 'erasure.anotherOffice'],
  ] as const)('refuses %s', (_, { target, by }, rule) =>
    expect(expectRefusal(decideErasureRefused(none, command, target, by, context))).toBe(rule),
  );

  it('answers a request, once', () => {
    const asked = event(erasureRequested, {
      data: { target: command.target, what: 'everything', fields: [], by: 'author' },
      words: {},
    });
    const answer = { ...command, request: someId('erasure') };
    const [refused] = expectEvents(decideErasureRefused(stateAfter(erasure, asked), answer, there, 'dpo', context));
    expect(refused!.data).toEqual(command);
    expect(expectRefusal(decideErasureRefused(none, answer, there, 'dpo', context))).toBe('erasure.requestMissing');
    const answered = stateAfter(erasure, asked, refused!);
    expect(expectRefusal(decideErasureRefused(answered, answer, there, 'dpo', context))).toBe('erasure.exists');
  });
});

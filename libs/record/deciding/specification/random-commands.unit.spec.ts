import fc from 'fast-check';
import { depositClosed, depositOpened } from '@fil/facts/events/consultation.events';
import { event } from '@fil/facts/kit/event-definition';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, Decider } from '../decider';
import { holdsAfterAnySequence } from './random-commands';

/** A door that is opened and closed. */
const door: Decider<{ open: boolean }> = {
  initial: { open: false },
  evolve: (_, { type }: { type: string }) => ({ open: type === depositOpened.type }),
};
const opens = (): Decided => [event(depositOpened, { data: {}, words: {} })];
const closes = ({ open }: { open: boolean }): Decided =>
  open
    ? [event(depositClosed, { data: {}, words: {} })]
    : refuse('door.closed', { fr: 'Elle est fermée.', en: 'It is closed.' });
const commands = [fc.constant(opens), fc.constant(closes)];

it('drives an object with any sequence of commands', () => {
  const recorded = holdsAfterAnySequence({ decider: door, commands });
  expect([...recorded.keys()].sort()).toEqual([depositClosed.type, depositOpened.type]);
});

it.each<[string, Parameters<typeof holdsAfterAnySequence<{ open: boolean }>>[0]]>([
  [
    'a state that is not legal',
    {
      decider: door,
      commands,
      legal: ({ open }) => {
        if (open) throw new Error('illegal');
      },
    },
  ],
  [
    'an event that does not fit its definition',
    { decider: door, commands: [fc.constant(() => [event(depositOpened, { data: { until: 'soon' }, words: {} })])] },
  ],
  [
    'a refusal that says nothing',
    { decider: door, commands: [fc.constant(() => refuse('door.mute', { fr: '', en: '' }))] },
  ],
  [
    'a fold that fails without the facts',
    {
      decider: door,
      commands: [fc.constant(opens)],
      publicFolds: [
        (events) =>
          events.forEach(({ data }) => {
            if (!('until' in data)) throw new Error('no date');
          }),
      ],
    },
  ],
])('finds %s', (_, sequence) => expect(() => holdsAfterAnySequence(sequence)).toThrow());

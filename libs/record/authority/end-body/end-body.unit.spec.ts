import { bodyNamed } from '@fil/facts/events/authority.events';
import { event } from '@fil/facts/kit/event-definition';
import { authority } from '../authority.state';
import { expectEvents, expectRefusal, recordedForm } from '../../deciding/specification/given-when-then';
import { context, tomorrow, town, unregistered } from '../specification/some-authority';
import { decideBodyEnd } from './end-body.decide';

describe('ending a body', () => {
  it('records who takes over', () => {
    const council = event(bodyNamed, {
      data: { body: 'conseil', kind: 'council' },
      words: { name: { fr: 'Conseil municipal' } },
    });
    const state = authority.evolve(town, recordedForm(council, 9) as never);
    expect(
      expectEvents(decideBodyEnd(state, { body: 'voirie', successor: 'conseil' }, context))[0]!.data,
    ).toMatchObject({ body: 'voirie', successor: 'conseil' });
  });

  it('refuses a body that does not exist or has already ended', () => {
    expect(expectRefusal(decideBodyEnd(town, { body: 'dgs' }, context))).toBe('authority.unknownBody');
    expect(expectRefusal(decideBodyEnd(town, { body: 'parcs' }, context))).toBe('authority.bodyEnded');
  });

  it('refuses a successor that is itself, does not exist or has ended', () => {
    expect(expectRefusal(decideBodyEnd(town, { body: 'voirie', successor: 'voirie' }, context))).toBe(
      'authority.succeedsItself',
    );
    expect(expectRefusal(decideBodyEnd(town, { body: 'voirie', successor: 'dgs' }, context))).toBe(
      'authority.unknownBody',
    );
    expect(expectRefusal(decideBodyEnd(town, { body: 'voirie', successor: 'parcs' }, context))).toBe(
      'authority.bodyEnded',
    );
  });

  it('refuses an authority that is not registered, and a day to come', () => {
    expect(expectRefusal(decideBodyEnd(unregistered, { body: 'voirie' }, context))).toBe('authority.missing');
    expect(expectRefusal(decideBodyEnd(town, { body: 'voirie', occurredOn: tomorrow }, context))).toBe(
      'authority.toCome',
    );
  });
});

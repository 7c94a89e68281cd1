import { authority } from '../../authority/authority.state';
import { authorityRegistered, bodyNamed } from '@fil/facts/events/authority.events';
import { event } from '@fil/facts/kit/event-definition';
import { expectEvents, expectRefusal, someId, stateAfter, TODAY } from '../../deciding/specification/given-when-then';
import { decision } from '../decision.state';
import { decideRegistration } from './register-decision.decide';

const context = { today: TODAY, at: `${TODAY}T09:42:00Z` };
const council = stateAfter(
  authority,
  event(authorityRegistered, { data: { siret: '21440109300015' }, words: { name: { fr: 'Ville inventée' } } }),
  event(bodyNamed, { data: { body: 'conseil', kind: 'council' }, words: { name: { fr: 'Conseil municipal' } } }),
);
const command = {
  authority: someId('authority'),
  kind: 'councilDeliberation' as const,
  body: 'conseil',
  consultations: [],
  title: { fr: 'Aménagement de la place du Marché' },
};

describe('registering a decision', () => {
  it('records body, act and title', () => {
    const [registered] = expectEvents(decideRegistration(decision.initial, command, council, context));
    expect(registered).toMatchObject({
      type: 'decision.registered/1',
      data: { body: 'conseil' },
      words: { title: command.title },
    });
  });

  it('refuses votes that do not add up', () => {
    const votes = { present: 30, for: 20, against: 5, abstained: 4 };
    expect(expectRefusal(decideRegistration(decision.initial, { ...command, votes }, council, context))).toBe(
      'decision.votesDoNotAddUp',
    );
  });

  it('refuses a body the authority does not have', () => {
    expect(expectRefusal(decideRegistration(decision.initial, { ...command, body: 'senat' }, council, context))).toBe(
      'authority.unknownBody',
    );
  });

  it('refuses a decision of which nobody is said to have taken it, unless a source does not say', () => {
    const { body: _, ...anonymous } = command;
    expect(expectRefusal(decideRegistration(decision.initial, anonymous, council, context))).toBe(
      'decision.deciderMissing',
    );
    const takenOver = { source: 'paris', notStated: ['decidedBy' as const] };
    expectEvents(decideRegistration(decision.initial, { ...anonymous, takenOver }, council, context));
  });

  it('refuses a decision to come', () => {
    expect(
      expectRefusal(decideRegistration(decision.initial, { ...command, occurredOn: '2026-04' }, council, context)),
    ).toBe('decision.toCome');
  });
});

import fc from 'fast-check';
import { authority } from '../../authority/authority.state';
import { authorityRegistered, bodyNamed } from '@fil/facts/events/authority.events';
import { event } from '@fil/facts/kit/event-definition';
import { isRefusal } from '@fil/facts/kit/refusal';
import { expectEvents, expectRefusal, someId, stateAfter, TODAY } from '../../deciding/specification/given-when-then';
import { decision } from '../decision.state';
import { registerDecisionInput } from './register-decision.command';
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
      type: 'decision.registered/2',
      data: { body: 'conseil' },
      words: { title: command.title },
    });
  });

  const voting = (votes: object) =>
    decideRegistration(decision.initial, registerDecisionInput.parse({ ...command, votes }), council, context);

  it('votes add up: present = for + against + abstained + not taking part, and no more than members', () => {
    expectEvents(voting({ present: 29, for: 20, against: 5, abstained: 4 }));
    expectEvents(voting({ members: 33, present: 30, for: 20, against: 5, abstained: 4, notTakingPart: 1 }));
    expectEvents(voting({ members: 30, present: 30, for: 30, against: 0, abstained: 0 }));
    expect(expectRefusal(voting({ present: 30, for: 20, against: 5, abstained: 4 }))).toBe('decision.votesDoNotAddUp');
    expect(expectRefusal(voting({ present: 29, for: 20, against: 5, abstained: 4, notTakingPart: 1 }))).toBe(
      'decision.votesDoNotAddUp',
    );
    expect(expectRefusal(voting({ members: 28, present: 29, for: 20, against: 5, abstained: 4 }))).toBe(
      'decision.moreVotersThanMembers',
    );
  });

  it('takes votes for what they are whenever they add up, and only then', () => {
    const count = fc.nat({ max: 100 });
    fc.assert(
      fc.property(count, count, count, count, fc.integer({ min: -2, max: 2 }), (yes, no, abstained, out, off) => {
        const present = Math.max(0, yes + no + abstained + out + off);
        const decided = voting({ present, for: yes, against: no, abstained, notTakingPart: out });
        expect(isRefusal(decided)).toBe(present !== yes + no + abstained + out);
      }),
      { numRuns: 100 },
    );
  });

  it('records the act with its SCDL fields, and refuses those that contradict each other', () => {
    const acting = (act: object) =>
      decideRegistration(decision.initial, registerDecisionInput.parse({ ...command, act }), council, context);
    const act = {
      id: '2026-DELIB-014',
      date: '2026-03-02',
      subjectCode: '8.4',
      prefectureId: 'PREF044',
      prefectureDate: '2026-03-02',
      budgetYear: '2026',
    };
    expect(expectEvents(acting(act))[0]!.data).toMatchObject({ act });
    expect(expectRefusal(acting({ ...act, prefectureDate: '2026-03-01' }))).toBe('decision.receivedBeforeAdoption');
    expect(expectRefusal(acting({ ...act, subjectCode: '8-4' }))).toBe('decision.subjectCodeMalformed');
    expect(expectRefusal(acting({ ...act, budgetYear: '2026-05' }))).toBe('decision.budgetYearMalformed');
    expectEvents(acting({ ...act, budgetYear: '2026/2027' }));
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

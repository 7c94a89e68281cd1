import { functionCreated } from '@fil/facts/events/authority.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { authority } from '../../authority/authority.state';
import type { Decided } from '../../deciding/decider';
import { expectEvents, expectRefusal, givenEventId, stateAfter } from '../../deciding/specification/given-when-then';
import { contribution } from '../contribution.state';
import { CONTEXT, recorded, TOWN_EVENTS } from '../specification/some-mandate';
import { declaredInadmissible, decided, lodged, opinion } from '../specification/some-moderation';
import type { DecideAppealInput } from './decide-appeal.command';
import { decideOnAppeal } from './decide-appeal.decide';

const created = event(functionCreated, { data: { function: 'adjointe' }, words: { name: { fr: 'Adjointe' } } });
const town = { authority: stateAfter(authority, ...TOWN_EVENTS, created) };
const APPEAL = givenEventId(2);
const appealed = [declaredInadmissible(), lodged(givenEventId(1))];
const decide = (change: Partial<DecideAppealInput> = {}, ...more: NewEvent[]): Decided =>
  decideOnAppeal(
    stateAfter(contribution, recorded(), ...appealed, ...more),
    { appeal: APPEAL, result: 'reversed', decidedBy: 'adjointe', authorTold: 'letter', ...change },
    town,
    CONTEXT,
  );

describe('deciding a request for re-examination', () => {
  it('is for another function than the one that took the first decision', () => {
    expectEvents(decide());
    expect(expectRefusal(decide({ decidedBy: 'maire' }))).toBe('appeal.sameFunction');
    expect(expectRefusal(decide({ decidedBy: 'personne' }))).toBe('authority.unknownFunction');
  });

  it('departing from the guarantor’s opinion needs a reason', () => {
    const given = opinion(APPEAL, 'reversed');
    expect(expectEvents(decide({}, given))[0]!.data).toMatchObject({ opinion: givenEventId(3) });
    expect(expectRefusal(decide({ result: 'upheld' }, given))).toBe('appeal.departureUnexplained');
    expectEvents(decide({ result: 'upheld', reason: { fr: 'L’article 4 vise aussi les tracts.' } }, given));
    expect(expectEvents(decide({ result: 'upheld' }))[0]!.data).toMatchObject({ opinion: null });
  });

  it('is done once, on a request of this contribution', () => {
    expect(expectRefusal(decide({}, decided(APPEAL)))).toBe('appeal.alreadyDecided');
    expect(expectRefusal(decide({ appeal: givenEventId(9) }))).toBe('appeal.unknown');
  });
});

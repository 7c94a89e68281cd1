import { groupedInto } from '@fil/facts/events/contribution.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import type { Decided } from '../../deciding/decider';
import {
  expectEvents,
  expectRefusal,
  givenEventId,
  someId,
  stateAfter,
} from '../../deciding/specification/given-when-then';
import { contribution } from '../contribution.state';
import { admitted, answered, CONTEXT, CONTRIBUTION, recorded } from '../specification/some-mandate';
import type { ContestInput } from './contest.command';
import type { ClaimedEnd } from './claimed-end';
import { decideContest } from './contest.decide';
import { declaredEnds } from './declared-ends';

const COMMITMENT = someId('commitment');
const DECISION = someId('decision');
const DECLARED = givenEventId(40);
const nothing: ClaimedEnd = { commitment: declaredEnds.initial, throughSynthesis: false };
const end = (change: Partial<ClaimedEnd['commitment']> = {}, throughSynthesis = false): ClaimedEnd => ({
  commitment: { ...declaredEnds.initial, declarations: new Set([DECLARED]), ...change },
  throughSynthesis,
});
const grouped = event(groupedInto, { data: { synthesis: someId('synthesis'), point: 1 }, words: {} });
const given = [recorded(), admitted, answered({ decision: DECISION }), grouped];
const text = { fr: 'Ce n’est pas ce que j’ai demandé.' };

const contest = (
  change: Pick<ContestInput, 'event' | 'what'> & Partial<ContestInput>,
  ends = nothing,
  events: readonly NewEvent[] = given,
): Decided => decideContest(stateAfter(contribution, ...events), CONTRIBUTION, { text, ...change }, ends, CONTEXT);

describe('contesting', () => {
  it('names an outcome or a grouping of this contribution', () => {
    expectEvents(contest({ event: givenEventId(2), what: 'outcome' }));
    expectEvents(contest({ event: givenEventId(3), what: 'grouping' }));
    expect(expectRefusal(contest({ event: givenEventId(3), what: 'outcome' }))).toBe('contest.unknownEvent');
    expect(expectRefusal(contest({ event: givenEventId(9), what: 'outcome' }))).toBe('contest.unknownEvent');
    expect(expectRefusal(contest({ event: givenEventId(1), what: 'redaction' }))).toBe('contest.unknownEvent');
  });

  it('is done once per event', () => {
    const outcome = { event: givenEventId(2), what: 'outcome' as const };
    const [done] = expectEvents(contest(outcome));
    expect(expectRefusal(contest(outcome, nothing, [...given, done!]))).toBe('contest.done');
    expectEvents(contest({ event: givenEventId(3), what: 'grouping' }, nothing, [...given, done!]));
  });

  describe('a declared completion', () => {
    const declared = { event: DECLARED, what: 'declaredDone' as const, commitment: COMMITMENT };

    it('a done commitment can be contested by whom it answers', () => {
      expectEvents(contest(declared, end({ answers: new Set([CONTRIBUTION]) })));
      expectEvents(contest(declared, end({ decision: DECISION })));
      expectEvents(contest(declared, end({}, true)));
      expect(expectRefusal(contest(declared, end()))).toBe('contest.notConcerned');
    });

    it('names the commitment, and an event that declared it done', () => {
      expect(expectRefusal(contest({ ...declared, commitment: undefined }))).toBe('contest.commitmentMissing');
      expect(expectRefusal(contest(declared, nothing))).toBe('contest.unknownEvent');
    });
  });
});

import { contributionVoided, contributionWithdrawn, pointMarked } from '@fil/facts/events/contribution.events';
import { contributionRestated } from '@fil/facts/events/words.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import type { Decided } from '../../deciding/decider';
import { expectEvents, expectRefusal, givenEventId, stateAfter } from '../../deciding/specification/given-when-then';
import { decideContest } from '../contest/contest.decide';
import { declaredEnds } from '../contest/declared-ends';
import { contribution } from '../contribution.state';
import { admitted, answered, CONTEXT, CONTRIBUTION, mandate, recorded } from '../specification/some-mandate';
import { declaredInadmissible, lodged, opinion, redacted } from '../specification/some-moderation';
import type { RedactInput } from './redact.command';
import { decideRedaction } from './redact.decide';

const SAID = givenEventId(0);
const redact = (change: Partial<RedactInput> = {}, ...events: NewEvent[]): Decided =>
  decideRedaction(
    stateAfter(contribution, recorded(), admitted, ...events),
    {
      event: SAID,
      paths: ['/title'],
      shownInstead: [{ fr: 'Planter des […]' }],
      ground: 'personalData',
      decidedBy: 'maire',
      authorTold: 'letter',
      ...change,
    },
    mandate(),
    CONTEXT,
  );

describe('a redaction', () => {
  it('names an event, its fields, a ground, and what is shown instead of each', () => {
    expect(expectEvents(redact())[0]).toMatchObject({
      type: 'contribution.redacted/1',
      data: { event: SAID, paths: ['/title'], ground: 'personalData' },
      words: { shownInstead: [{ fr: 'Planter des […]' }] },
    });
    expect(expectRefusal(redact({ shownInstead: [] }))).toBe('redaction.miscounted');
    expect(expectRefusal(redact({ paths: [], shownInstead: [] }))).toBe('redaction.unknownPath');
  });

  it('is of what the public can read in this contribution', () => {
    expect(expectRefusal(redact({ event: givenEventId(9) }))).toBe('redaction.unknownEvent');
    expect(expectRefusal(redact({ paths: ['/text'] }))).toBe('redaction.unknownPath');
    expect(expectRefusal(redact({ paths: ['/author'] }))).toBe('redaction.unknownPath');
    expectEvents(redact({ event: givenEventId(2), paths: ['/justification'] }, answered()));
  });

  it('reaches what is withdrawn or voided: its words are still shown', () => {
    expectEvents(redact({}, event(contributionWithdrawn, { data: {}, words: {} })));
    expectEvents(
      redact({}, event(contributionVoided, { data: { ground: 'test' }, words: { reason: { fr: 'Essai' } } })),
    );
  });

  it('is not made twice; what is shown instead can be redacted in its turn', () => {
    const first = redacted(SAID, '/title');
    expect(expectRefusal(redact({}, first))).toBe('redaction.done');
    expectEvents(redact({ event: givenEventId(2), paths: ['/shownInstead/0'] }, first));
    expect(expectEvents(redact({ event: givenEventId(2), paths: ['/shownInstead'] }, first))[0]!.data).toMatchObject({
      paths: ['/shownInstead'],
    });
  });

  it('nobody but its author changes a guarantor’s text', () => {
    const given = [declaredInadmissible(), lodged(givenEventId(2)), opinion(givenEventId(3))];
    expect(expectRefusal(redact({ event: givenEventId(4), paths: ['/text'] }, ...given))).toBe(
      'redaction.guarantorsText',
    );
  });

  it('reaches the extracts and restatements made from the text: no passage is read beside what is hidden', () => {
    const marked = event(pointMarked, { data: { point: 1 }, words: { extract: { fr: 'Un banc' } } });
    const restated = event(contributionRestated, {
      data: { version: 1, by: 'maire' },
      words: { text: { fr: 'Poser un banc.' } },
    });
    const events = expectEvents(redact({}, marked, restated));
    expect(events.map(({ data }) => Object.values(data).slice(0, 2))).toEqual([
      [SAID, ['/title']],
      [givenEventId(2), ['/extract']],
      [givenEventId(3), ['/text']],
    ]);
    // One that was redacted by itself keeps what is shown instead of it; an answer is not made from her words.
    const before = redacted(givenEventId(2), '/extract');
    expect(expectEvents(redact({}, marked, restated, before))).toHaveLength(2);
    expect(
      expectEvents(redact({ event: givenEventId(3), paths: ['/justification'] }, marked, answered())),
    ).toHaveLength(1);
    // What may be read of it after all is said in its place.
    expectEvents(
      redact({ event: givenEventId(5), paths: ['/shownInstead/0'] }, marked, restated, ...events.slice(0, 2)),
    );
  });

  it('is contestable by the author, once', () => {
    const contest = (...events: NewEvent[]): Decided =>
      decideContest(
        stateAfter(contribution, recorded(), admitted, redacted(SAID, '/title'), ...events),
        CONTRIBUTION,
        { event: givenEventId(2), what: 'redaction', text: { fr: 'Ce nom est celui de ma rue.' } },
        { commitment: declaredEnds.initial, throughSynthesis: false },
        CONTEXT,
      );
    const [contested] = expectEvents(contest());
    expect(expectRefusal(contest(contested!))).toBe('contest.done');
  });
});

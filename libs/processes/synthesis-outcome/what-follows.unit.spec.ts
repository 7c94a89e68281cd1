import {
  contributionsAttached,
  contributionsDetached,
  synthesisOpened,
  synthesisOutcomeGiven,
  synthesisPublished,
} from '@fil/facts/events/synthesis.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { recordedForm, someId, stateAfter } from '@fil/record/deciding/specification/given-when-then';
import { synthesis } from '@fil/record/syntheses/synthesis.state';
import { byContribution, whatFollows, type Consequences } from './what-follows';

const member = (n: number, point = 1) => ({ contribution: someId('contribution', n), point });
const opened = event(synthesisOpened, {
  data: { consultation: someId('consultation'), themes: [], divergenceCount: 0 },
  words: { title: { fr: 'De l’ombre' } },
});
const attached = (...members: ReturnType<typeof member>[]) =>
  event(contributionsAttached, { data: { members }, words: {} });
const answered = event(synthesisOutcomeGiven, {
  data: { outcome: 'considered', reasons: [], commitments: [], evidenceCount: 0, members: 2, supersedes: null },
  words: {},
});
/** What the last of these events asks for. */
const follows = (...events: NewEvent[]): Consequences =>
  whatFollows(recordedForm(events.at(-1)!, events.length - 1), stateAfter(synthesis, ...events));

describe('what follows from an event of a synthesis', () => {
  it('groups who joins', () => {
    expect(follows(opened, attached(member(1), member(2)))).toEqual({
      errands: [
        { ...member(1), does: 'group' },
        { ...member(2), does: 'group' },
      ],
      answer: null,
    });
  });

  it('brings to who joins later the common answer that stands', () => {
    const later = follows(opened, attached(member(1)), answered, attached(member(2)));
    expect(later.errands).toEqual([{ ...member(2), does: 'group' }]);
    expect(later.answer).toMatchObject({ rev: 3, outcome: 'considered' });
  });

  it('brings a common answer to the members at its revision', () => {
    const detached = event(contributionsDetached, {
      data: { members: [member(1)] },
      words: { reason: { fr: 'Autre sujet.' } },
    });
    expect(follows(opened, attached(member(1), member(2)), detached).errands).toEqual([
      { ...member(1), does: 'remove' },
    ]);
    const { errands, answer } = follows(opened, attached(member(1), member(2)), detached, answered);
    expect(errands).toEqual([{ ...member(2), does: 'answer' }]);
    expect(answer).toMatchObject({ rev: 4, members: 2 });
  });

  it('is nothing after a publication', () => {
    expect(follows(opened, attached(member(1)), event(synthesisPublished, { data: {}, words: {} })).errands).toEqual(
      [],
    );
  });

  it('keeps the points of one contribution together', () => {
    const { errands } = follows(opened, attached(member(1), member(2), member(1, 2)));
    expect(byContribution(errands).map((group) => group.map(({ point }) => point))).toEqual([[1, 2], [1]]);
  });
});

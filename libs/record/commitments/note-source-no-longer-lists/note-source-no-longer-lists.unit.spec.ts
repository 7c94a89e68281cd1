import { sourceNoLongerLists, stageReached } from '@fil/facts/events/commitment.events';
import { event } from '@fil/facts/kit/event-definition';
import { expectEvents, expectRefusal, recordedForm, stateAfter } from '../../deciding/specification/given-when-then';
import { commitment } from '../commitment.state';
import { after, context, fromParis, made, unmade } from '../specification/some-commitment';
import { decideSourceNoLongerLists } from './note-source-no-longer-lists.decide';

const takenOver = fromParis();
const listed = stateAfter(commitment, made({ takenOver }));
const gone = stateAfter(
  commitment,
  made({ takenOver }),
  event(sourceNoLongerLists, { data: { lastListedOn: '2024-09', takenOver }, words: {} }),
);
const command = { lastListedOn: '2024-09', occurredOn: '2024-09/2025-03', takenOver };

describe('noting that a source no longer lists a commitment', () => {
  it('is shown, never taken for an abandonment', () => {
    const [noted] = expectEvents(decideSourceNoLongerLists(listed, command, context));
    expect(commitment.evolve(listed, recordedForm(noted!, 1) as never)).toMatchObject({
      listedBySource: false,
      progress: 'notStarted',
      dueOn: '2026-06',
    });
  });

  it('can be noted again once the source has listed it again', () => {
    const again = commitment.evolve(
      gone,
      recordedForm(event(stageReached, { data: { stage: 'works', takenOver }, words: {} }), 2) as never,
    );
    expectEvents(decideSourceNoLongerLists(again, command, context));
  });

  it('refuses to note it twice', () => {
    expect(expectRefusal(decideSourceNoLongerLists(gone, command, context))).toBe('commitment.alreadyNotListed');
  });

  it('refuses a commitment that comes from no source', () => {
    expect(expectRefusal(decideSourceNoLongerLists(after(), { lastListedOn: '2024' }, context))).toBe(
      'commitment.noSource',
    );
  });

  it('refuses dates to come', () => {
    expect(expectRefusal(decideSourceNoLongerLists(listed, { ...command, lastListedOn: '2026-04' }, context))).toBe(
      'commitment.toCome',
    );
    expect(
      expectRefusal(decideSourceNoLongerLists(listed, { ...command, occurredOn: '2026-04/2026-05' }, context)),
    ).toBe('commitment.toCome');
  });

  it('refuses a commitment that does not exist', () => {
    expect(expectRefusal(decideSourceNoLongerLists(unmade, command, context))).toBe('commitment.missing');
  });
});

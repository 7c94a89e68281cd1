import type { NewEvent } from '@fil/facts/kit/event-definition';
import { expectEvents, expectRefusal, givenEventId, stateAfter } from '../../deciding/specification/given-when-then';
import { decideAdmission } from '../admit-contribution/admit-contribution.decide';
import { contribution, standingOf, type RecordedContribution } from '../contribution.state';
import { decideOutcome } from '../give-outcome/give-outcome.decide';
import { admitted, considered, CONTEXT, CONTRIBUTION, mandate, recorded } from '../specification/some-mandate';
import { declaredInadmissible, decided, lodged, notPublished } from '../specification/some-moderation';
import type { NotPublishInput } from './not-publish.command';
import { decideNotPublishing } from './not-publish.decide';

const input: NotPublishInput = { ground: 'privacy', decidedBy: 'maire', authorTold: 'letter' };
const after = (...events: NewEvent[]): RecordedContribution =>
  stateAfter(contribution, recorded(), ...events) as RecordedContribution;

describe('not publishing a contribution', () => {
  it('says the ground and until when re-examination may be asked for, before or after it was published', () => {
    for (const state of [after(), after(admitted)])
      expect(expectEvents(decideNotPublishing(state, input, mandate(), CONTEXT))[0]!.data).toMatchObject({
        ground: 'privacy',
        appealBy: '2026-05-03',
      });
  });

  it('is distinct from inadmissible: it waits for its answer, and is given one', () => {
    const state = after(notPublished);
    expect(standingOf(state, 1)).toBe('pending');
    expectEvents(decideOutcome(state, CONTRIBUTION, { ...considered, point: 1 }, mandate(), CONTEXT));
  });

  it('can be published after all', () => {
    expect(after(admitted, notPublished).admitted).toBe(false);
    expectEvents(decideAdmission(after(admitted, notPublished), {}, CONTEXT));
    expect(after(notPublished, admitted).moderation.notPublished).toBeNull();
  });

  it('is not decided twice, on what is inadmissible, or again after a re-examination', () => {
    const refusal = (...events: NewEvent[]): string =>
      expectRefusal(decideNotPublishing(after(...events), input, mandate(), CONTEXT));
    expect(refusal(notPublished)).toBe('moderation.alreadyNotPublished');
    expect(refusal(declaredInadmissible())).toBe('contribution.inadmissible');
    expect(refusal(notPublished, lodged(givenEventId(1)), decided(givenEventId(2)))).toBe('moderation.reversedBefore');
  });
});

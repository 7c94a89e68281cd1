import { commitmentConfirmed } from '@fil/facts/events/commitment.events';
import { event } from '@fil/facts/kit/event-definition';
import { decision } from '../../decisions/decision.state';
import { expectEvents, expectRefusal, someId, stateAfter } from '../../deciding/specification/given-when-then';
import { commitment, type CommitmentState } from '../commitment.state';
import { claimed, context, made, noAuthority, town, townUnder, unmade } from '../specification/some-commitment';
import { confirmCommitmentInput } from './confirm-commitment.command';
import { decideConfirmation, type SeenWhenConfirming } from './confirm-commitment.decide';

const earlier = { ...made(), occurredOn: '2025-10-01' };
const madeBefore = stateAfter(commitment, earlier);
const elected = townUnder({ '2020-2026': '2020-07-01', '2026-2032': '2026-02-01' });
const confirm = (more: object = {}, state: CommitmentState = madeBefore, seen: Partial<SeenWhenConfirming> = {}) =>
  decideConfirmation(state, confirmCommitmentInput.parse(more), { authority: elected, ...seen }, context);

describe('confirming a commitment under a new council', () => {
  it('says which one took it over', () => {
    expect(expectEvents(confirm())[0]!.data).toEqual({ mandate: '2026-2032' });
  });

  it('reads the elections in the stream of the authority: missing, older, and changed a moment before', () => {
    expect(expectRefusal(confirm({}, madeBefore, { authority: noAuthority }))).toBe('commitment.noNewCouncil');
    expect(expectRefusal(confirm({}, madeBefore, { authority: town }))).toBe('commitment.noNewCouncil');
    expect(expectRefusal(confirm({}, madeBefore, { authority: townUnder({ '2020-2026': '2020-07-01' }) }))).toBe(
      'commitment.noNewCouncil',
    );
    expectEvents(confirm({}, madeBefore, { authority: townUnder({ '2026-2032': '2026-03-03' }) }));
    expect(expectRefusal(confirm({}, madeBefore, { authority: townUnder({ '2026-2032': '2026-03-04' }) }))).toBe(
      'commitment.noNewCouncil',
    );
  });

  it('has nothing to confirm of what the council in office undertook itself', () => {
    const own = stateAfter(commitment, { ...made(), occurredOn: '2026-02-10' });
    expect(expectRefusal(confirm({}, own))).toBe('commitment.noNewCouncil');
  });

  it('confirms once, and again under the next council', () => {
    const once = stateAfter(
      commitment,
      earlier,
      event(commitmentConfirmed, { data: { mandate: '2026-2032' }, words: {} }),
    );
    expect(expectRefusal(confirm({}, once))).toBe('commitment.alreadyConfirmed');
    const next = townUnder({ '2026-2032': '2026-02-01', 'partielle-2026': '2026-03-01' });
    expect(expectEvents(confirm({}, once, { authority: next }))[0]!.data).toEqual({ mandate: 'partielle-2026' });
  });

  it('refuses what is done, a function or a decision that does not exist', () => {
    expect(expectRefusal(confirm({}, stateAfter(commitment, earlier, claimed)))).toBe('commitment.done');
    expect(expectRefusal(confirm({ decidedBy: 'maire' }))).toBe('authority.unknownFunction');
    expect(expectRefusal(confirm({ decision: someId('decision') }, madeBefore, { decision: decision.initial }))).toBe(
      'commitment.unknownDecision',
    );
  });

  it('refuses a commitment that does not exist, and a confirmation to come', () => {
    expect(expectRefusal(confirm({}, unmade))).toBe('commitment.missing');
    expect(expectRefusal(confirm({ occurredOn: '2026-04' }))).toBe('commitment.toCome');
  });
});

import { expectEvents, expectRefusal, recordedForm } from '../../deciding/specification/given-when-then';
import { commitment, type CommitmentState } from '../commitment.state';
import { after, claimed, context, noAuthority, town, unmade } from '../specification/some-commitment';
import { reassignCommitmentInput } from './reassign-commitment.command';
import { decideReassignment } from './reassign-commitment.decide';

const toParks = { owner: { from: 'voirie', to: 'parcs' } };
const reassign = (command: object, state: CommitmentState = after(), authority = town) =>
  decideReassignment(state, reassignCommitmentInput.parse(command), authority, context);

describe('reassigning a commitment', () => {
  it('says from whom to whom', () => {
    const [reassigned] = expectEvents(reassign(toParks));
    expect(reassigned!.data).toEqual(toParks);
    const state = commitment.evolve(after(), recordedForm(reassigned!, 1) as never);
    expect(state.exists && state.facts.owner).toBe('parcs');
  });

  it('makes a function accountable where none was', () => {
    expectEvents(reassign({ accountable: { from: null, to: 'adjointe-espace-public' } }));
  });

  it('refuses when the one replaced is not the one who holds it', () => {
    expect(expectRefusal(reassign({ owner: { from: 'parcs', to: 'voirie' } }))).toBe('commitment.otherHolder');
    expect(expectRefusal(reassign({ accountable: { from: 'maire', to: 'adjointe-espace-public' } }))).toBe(
      'commitment.otherHolder',
    );
  });

  it('refuses what changes nobody, and what leaves it to nobody', () => {
    expect(expectRefusal(reassign({}))).toBe('commitment.sameHolder');
    expect(expectRefusal(reassign({ owner: { from: 'voirie', to: 'voirie' } }))).toBe('commitment.sameHolder');
    expect(expectRefusal(reassign({ owner: { from: 'voirie', to: null } }))).toBe('commitment.ownerMissing');
    expectEvents(
      reassign({ owner: { from: 'voirie', to: null }, accountable: { from: null, to: 'adjointe-espace-public' } }),
    );
  });

  it('reads who there is in the stream of the authority: missing, older, and ended a moment before', () => {
    expect(expectRefusal(reassign(toParks, after(), noAuthority))).toBe('authority.unknownBody');
    expect(expectRefusal(reassign({ owner: { from: 'voirie', to: 'nouveau' } }))).toBe('authority.unknownBody');
    expect(expectRefusal(reassign({ accountable: { from: null, to: 'maire' } }))).toBe('authority.unknownFunction');
    expect(expectRefusal(reassign({ owner: { from: 'voirie', to: 'ancien' } }))).toBe('commitment.endedHolder');
  });

  it('never edits a done commitment', () => {
    expect(expectRefusal(reassign(toParks, after(claimed)))).toBe('commitment.done');
  });

  it('refuses a commitment that does not exist, and a change to come', () => {
    expect(expectRefusal(reassign(toParks, unmade))).toBe('commitment.missing');
    expect(expectRefusal(reassign({ ...toParks, occurredOn: '2026-04' }))).toBe('commitment.toCome');
  });
});

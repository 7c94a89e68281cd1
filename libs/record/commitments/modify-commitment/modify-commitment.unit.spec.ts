import {
  expectEvents,
  expectRefusal,
  recordedForm,
  someId,
  stateAfter,
} from '../../deciding/specification/given-when-then';
import { decision } from '../../decisions/decision.state';
import { commitment, type CommitmentState } from '../commitment.state';
import { after, claimed, context, made, town, unmade } from '../specification/some-commitment';
import { modifyCommitmentInput } from './modify-commitment.command';
import { decideModification, type SeenWhenModifying } from './modify-commitment.decide';

const reason = { fr: 'Les arbres prévus ne supportent pas le sol.' };
const modify = (more: object, state: CommitmentState = after(), seen: Partial<SeenWhenModifying> = {}) =>
  decideModification(state, modifyCommitmentInput.parse({ reason, ...more }), { authority: town, ...seen }, context);

describe('modifying a commitment', () => {
  it('says what it is now, and why; what it was stays', () => {
    const title = { fr: 'Planter vingt tilleuls' };
    const [modified] = expectEvents(modify({ title, budgetVoted: 120_000_00, decidedBy: 'adjointe-espace-public' }));
    expect(modified).toMatchObject({ data: { budgetVoted: 120_000_00 }, words: { title, reason } });
    expect(commitment.evolve(after(), recordedForm(modified!, 1) as never)).toMatchObject({
      progress: 'modified',
      dueOn: '2026-06',
      facts: { budget: { voted: 120_000_00 } },
    });
  });

  it('refuses what changes nothing, and what says no reason', () => {
    expect(expectRefusal(modify({}))).toBe('commitment.nothingModified');
    expect(expectRefusal(modify({ decidedBy: 'adjointe-espace-public' }))).toBe('commitment.nothingModified');
    expect(modifyCommitmentInput.safeParse({ means: reason }).success).toBe(false);
  });

  it('weighs only what is a part', () => {
    const part = stateAfter(commitment, made({ parent: someId('commitment', 2) }));
    expect(expectRefusal(modify({ weight: 3 }))).toBe('commitment.weightWithoutParent');
    expectEvents(modify({ weight: 3 }, part));
  });

  it('never edits a done commitment', () => {
    expect(expectRefusal(modify({ means: reason }, after(claimed)))).toBe('commitment.done');
  });

  it('refuses a function or a decision that does not exist', () => {
    expect(expectRefusal(modify({ means: reason, decidedBy: 'maire' }))).toBe('authority.unknownFunction');
    const named = { means: reason, decision: someId('decision') };
    expect(expectRefusal(modify(named, after(), { decision: decision.initial }))).toBe('commitment.unknownDecision');
  });

  it('refuses a commitment that does not exist, and a change to come', () => {
    expect(expectRefusal(modify({ means: reason }, unmade))).toBe('commitment.missing');
    expect(expectRefusal(modify({ means: reason, occurredOn: '2026-04' }))).toBe('commitment.toCome');
  });
});

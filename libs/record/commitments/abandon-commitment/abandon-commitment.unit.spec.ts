import { declaredDone } from '@fil/facts/events/commitment.events';
import { event } from '@fil/facts/kit/event-definition';
import { decision } from '../../decisions/decision.state';
import { after as taken } from '../../decisions/specification/some-decision';
import { expectEvents, expectRefusal, someId } from '../../deciding/specification/given-when-then';
import type { CommitmentState } from '../commitment.state';
import { after, context, fromParis, town, unmade } from '../specification/some-commitment';
import { abandonCommitmentInput } from './abandon-commitment.command';
import { decideAbandonment, type SeenWhenAbandoning } from './abandon-commitment.decide';

const said = { reasons: ['budget'], reason: { fr: 'Le coût a doublé.' }, decidedBy: 'adjointe-espace-public' };
const decide = (command: object, state: CommitmentState = after(), seen: Partial<SeenWhenAbandoning> = {}) =>
  decideAbandonment(state, abandonCommitmentInput.parse(command), { authority: town, ...seen }, context);

describe('abandoning a commitment', () => {
  it('abandoned names who decided, and the reasons', () => {
    expect(expectEvents(decide(said))[0]).toMatchObject({
      data: { reasons: ['budget'], decidedBy: 'adjointe-espace-public' },
      words: { reason: said.reason },
    });
  });

  it('refuses when nobody is said to have decided, unless a source does not say', () => {
    const { decidedBy: _, ...anonymous } = said;
    expect(expectRefusal(decide(anonymous))).toBe('commitment.deciderMissing');
    expectEvents(decide({ ...anonymous, takenOver: fromParis('decidedBy') }));
    expectEvents(
      decide({ ...anonymous, decision: someId('decision') }, after(), {
        decision: taken(),
      }),
    );
  });

  it('refuses without a reason code and without words, unless a source does not give them', () => {
    expect(expectRefusal(decide({ ...said, reasons: [] }))).toBe('commitment.reasonCodeMissing');
    expect(expectRefusal(decide({ ...said, reason: undefined }))).toBe('commitment.reasonMissing');
    expectEvents(decide({ takenOver: fromParis('reason', 'decidedBy') }));
  });

  it('refuses a function or a decision that does not exist', () => {
    expect(expectRefusal(decide({ ...said, decidedBy: 'maire' }))).toBe('authority.unknownFunction');
    expect(
      expectRefusal(decide({ ...said, decision: someId('decision') }, after(), { decision: decision.initial })),
    ).toBe('commitment.unknownDecision');
  });

  it('refuses to edit a done commitment', () => {
    expect(expectRefusal(decide(said, after(event(declaredDone, { data: { evidenceCount: 0 }, words: {} }))))).toBe(
      'commitment.done',
    );
  });

  it('refuses a commitment that does not exist, and a decision to come', () => {
    expect(expectRefusal(decide(said, unmade))).toBe('commitment.missing');
    expect(expectRefusal(decide({ ...said, occurredOn: '2026-04' }))).toBe('commitment.toCome');
  });
});

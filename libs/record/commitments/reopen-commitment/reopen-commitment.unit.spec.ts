import { commitmentAbandoned, declaredDone } from '@fil/facts/events/commitment.events';
import { event } from '@fil/facts/kit/event-definition';
import { expectEvents, expectRefusal, recordedForm, someId } from '../../deciding/specification/given-when-then';
import type { CommitteeState } from '../../committees/committee.state';
import { commitment } from '../commitment.state';
import { after, context, findingId, fromParis, someCommittee, unmade } from '../specification/some-commitment';
import { decideReopening } from './reopen-commitment.decide';

const done = after(event(declaredDone, { data: { evidenceCount: 0 }, words: {} }));
const abandoned = after(event(commitmentAbandoned, { data: { reasons: [] }, words: {} }));
const reason = { fr: 'Les bancs promis manquent.' };

describe('reopening a commitment', () => {
  it('reopens one that is done, and its claim with it', () => {
    const [reopened] = expectEvents(decideReopening(done, { reason }, context));
    expect(commitment.evolve(done, recordedForm(reopened!, 2) as never)).toMatchObject({
      progress: 'inProgress',
      facts: { closedOn: null },
    });
  });

  it('reopens one that was abandoned', () => {
    expectEvents(decideReopening(abandoned, { reason }, context));
  });

  it('refuses one that is neither done nor abandoned', () => {
    expect(expectRefusal(decideReopening(after(), { reason }, context))).toBe('commitment.notOver');
  });

  it('refuses without a reason, unless a source does not give it', () => {
    expect(expectRefusal(decideReopening(done, {}, context))).toBe('commitment.reasonMissing');
    expectEvents(decideReopening(done, { takenOver: fromParis('reason') }, context));
  });

  it('reopens because of a finding, read in the stream of its committee: missing, of another, and there', () => {
    const finding = { committee: someId('committee'), finding: findingId() };
    const because = (committee: CommitteeState) =>
      decideReopening(done, { finding }, context, { id: someId('commitment'), committee });
    expect(expectEvents(because(someCommittee()))[0]!.data).toMatchObject({ finding });
    expect(expectRefusal(because({ exists: false }))).toBe('commitment.unknownFinding');
    expect(expectRefusal(because(someCommittee({ findings: [] })))).toBe('commitment.unknownFinding');
    expect(expectRefusal(because(someCommittee({ findings: [someId('commitment', 2)] })))).toBe(
      'commitment.unknownFinding',
    );
  });

  it('refuses a commitment that does not exist, and a reopening to come', () => {
    expect(expectRefusal(decideReopening(unmade, { reason }, context))).toBe('commitment.missing');
    expect(expectRefusal(decideReopening(done, { reason, occurredOn: '2026-04' }, context))).toBe('commitment.toCome');
  });
});

import { commitmentAbandoned, declaredDone } from '@fil/facts/events/commitment.events';
import { event } from '@fil/facts/kit/event-definition';
import { expectEvents, expectRefusal, stateAfter } from '../../deciding/specification/given-when-then';
import { commitment } from '../commitment.state';
import { after, context, fromParis, made, unmade } from '../specification/some-commitment';
import { decideCompletion } from './declare-done.decide';

const evidence = ['https://ville.example/reception.pdf'];

describe('declaring a commitment done', () => {
  it('records the claim with its evidence', () => {
    const [claim] = expectEvents(decideCompletion(after(), { evidence }, context));
    expect(claim).toMatchObject({ type: 'commitment.declaredDone/2', data: { evidenceCount: 1 }, words: { evidence } });
  });

  it('refuses a claim without evidence, unless a source does not give it', () => {
    expect(expectRefusal(decideCompletion(after(), {}, context))).toBe('commitment.evidenceMissing');
    expect(expectRefusal(decideCompletion(after(), { evidence: [], takenOver: fromParis('reason') }, context))).toBe(
      'commitment.evidenceMissing',
    );
    expectEvents(decideCompletion(after(), { takenOver: fromParis('evidence') }, context));
  });

  it('refuses evidence that does not add up', () => {
    expect(expectRefusal(decideCompletion(after(), { evidence, evidenceCount: 2 }, context))).toBe(
      'commitment.evidenceMiscounted',
    );
  });

  it('keeps the hash of a document in clear, and refuses one that belongs to none', () => {
    const hash = (item: number) => ({ item, sha256: 'ab'.repeat(32) });
    const claiming = (...evidenceHashes: readonly { item: number; sha256: string }[]) =>
      decideCompletion(after(), { evidence, evidenceHashes }, context);
    expect(expectEvents(claiming(hash(1)))[0]!.data).toMatchObject({ evidenceHashes: [hash(1)] });
    expect(expectRefusal(claiming(hash(2)))).toBe('commitment.strayEvidenceHash');
    expect(expectRefusal(claiming(hash(1), hash(1)))).toBe('commitment.strayEvidenceHash');
  });

  it('refuses an end to come', () => {
    expect(expectRefusal(decideCompletion(after(), { evidence, occurredOn: '2026-04' }, context))).toBe(
      'commitment.toCome',
    );
  });

  it('refuses one that is done already, and one that was abandoned', () => {
    const done = after(event(declaredDone, { data: { evidenceCount: 0 }, words: {} }));
    const abandoned = after(event(commitmentAbandoned, { data: { reasons: [] }, words: {} }));
    expect(expectRefusal(decideCompletion(done, { evidence }, context))).toBe('commitment.done');
    expect(expectRefusal(decideCompletion(abandoned, { evidence }, context))).toBe('commitment.abandoned');
  });

  it('refuses a commitment that does not exist', () => {
    expect(expectRefusal(decideCompletion(unmade, { evidence }, context))).toBe('commitment.missing');
  });

  it('is of a commitment that was made by then, unless a source dates it otherwise', () => {
    const since = stateAfter(commitment, { ...made(), occurredOn: '2026-02-10' });
    expect(
      expectRefusal(decideCompletion(since, { evidence: ['Procès-verbal'], occurredOn: '2026-02-09' }, context)),
    ).toBe('commitment.beforeItWasMade');
    expectEvents(decideCompletion(since, { evidence: ['Procès-verbal'], occurredOn: '2026-02' }, context));
    expectEvents(
      decideCompletion(
        since,
        { evidence: ['Procès-verbal'], occurredOn: '2026-02-09', takenOver: fromParis() },
        context,
      ),
    );
  });
});

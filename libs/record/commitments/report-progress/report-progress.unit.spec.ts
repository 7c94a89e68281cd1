import { declaredDone } from '@fil/facts/events/commitment.events';
import { event } from '@fil/facts/kit/event-definition';
import { expectEvents, expectRefusal, stateAfter } from '../../deciding/specification/given-when-then';
import { commitment } from '../commitment.state';
import { after, context, fromParis, made, unmade } from '../specification/some-commitment';
import { decideProgressReport } from './report-progress.decide';

describe('reporting progress', () => {
  it.each([{ percent: 0 }, { indicatorValue: 12 }, { note: { fr: 'Le marché est attribué.' } }])(
    'accepts %j alone',
    (report) => {
      expect(expectEvents(decideProgressReport(after(), report, context))[0]!.data).toMatchObject({ evidenceCount: 0 });
    },
  );

  it('counts the evidence', () => {
    const evidence = ['https://ville.example/pv.pdf', 'https://ville.example/photo.jpg'];
    expect(expectEvents(decideProgressReport(after(), { percent: 40, evidence }, context))[0]!.data).toMatchObject({
      evidenceCount: 2,
    });
  });

  it('refuses a report that says nothing', () => {
    expect(expectRefusal(decideProgressReport(after(), { evidence: ['https://ville.example/pv.pdf'] }, context))).toBe(
      'commitment.emptyReport',
    );
  });

  it('refuses evidence that does not add up', () => {
    expect(expectRefusal(decideProgressReport(after(), { percent: 40, evidenceCount: 1 }, context))).toBe(
      'commitment.evidenceMiscounted',
    );
  });

  it('refuses to edit a done commitment', () => {
    const done = after(event(declaredDone, { data: { evidenceCount: 0 }, words: {} }));
    expect(expectRefusal(decideProgressReport(done, { percent: 40 }, context))).toBe('commitment.done');
  });

  it('refuses a commitment that does not exist, and a report to come', () => {
    expect(expectRefusal(decideProgressReport(unmade, { percent: 40 }, context))).toBe('commitment.missing');
    expect(expectRefusal(decideProgressReport(after(), { percent: 40, occurredOn: '2026-03-04' }, context))).toBe(
      'commitment.toCome',
    );
  });

  it('is of a commitment that was made by then, unless a source dates it otherwise', () => {
    const since = stateAfter(commitment, { ...made(), occurredOn: '2026-02-10' });
    expect(expectRefusal(decideProgressReport(since, { percent: 40, occurredOn: '2026-02-09' }, context))).toBe(
      'commitment.beforeItWasMade',
    );
    expectEvents(decideProgressReport(since, { percent: 40, occurredOn: '2026-02' }, context));
    expectEvents(
      decideProgressReport(since, { percent: 40, occurredOn: '2026-02-09', takenOver: fromParis() }, context),
    );
  });
});

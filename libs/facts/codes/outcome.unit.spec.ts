import { isFinal, OBLIGATIONS, OUTCOME_TABLE, outcomeRow, OUTCOMES, standingLabel } from './outcome';

describe('the table of outcomes', () => {
  it('has the twelve outcomes that can be given', () => expect(OUTCOMES).toHaveLength(12));

  it('knows the provisional ones: they keep no promise', () => {
    expect(OUTCOMES.filter((outcome) => outcomeRow(outcome).provisional)).toEqual([
      'underReview',
      'deferred',
      'proposedForDecision',
    ]);
  });

  it('obliges every outcome to something, and uses every obligation', () => {
    for (const outcome of OUTCOMES) expect(outcomeRow(outcome).obliges.length).toBeGreaterThan(0);
    const used = new Set(Object.values(OUTCOME_TABLE).flatMap(({ obliges }) => [...obliges] as string[]));
    expect([...used].sort()).toEqual([...OBLIGATIONS].sort());
  });

  it('labels every standing in both languages', () => {
    for (const standing of [...OUTCOMES, 'pending', 'withdrawn', 'inadmissible', 'transferred'] as const) {
      expect(standingLabel(standing).fr && standingLabel(standing).en).toBeTruthy();
    }
    expect(isFinal('pending')).toBe(false);
    expect(isFinal('transferred')).toBe(true);
    expect(isFinal('deferred')).toBe(false);
  });
});

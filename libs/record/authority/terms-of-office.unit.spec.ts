import { expectEvents, expectRefusal } from '../deciding/specification/given-when-then';
import type { AuthorityState } from './authority.state';
import { decideMandate } from './begin-mandate/begin-mandate.decide';
import { decidePreElectionPeriod } from './declare-pre-election-period/declare-pre-election-period.decide';
import { inPreElectionPeriod } from './pre-election';
import { context, tomorrow, town, townAfter } from './specification/some-authority';

const begin =
  (mandate: string, began: string, reviewBy = '2026-09-30') =>
  (state: AuthorityState) =>
    decideMandate(state, { mandate, body: 'voirie', began, reviewBy }, context);
const declare =
  (from: string, to: string, period = 'municipales-2026') =>
  (state: AuthorityState) =>
    decidePreElectionPeriod(state, { period, election: 'municipal', from, to }, context);

describe('a new mandate after an election', () => {
  it('announces by when each open commitment is confirmed, modified or abandoned', () => {
    const state = townAfter(begin('2026-2032', '2026-03-02'));
    expect(state.mandates.get('2026-2032')).toEqual({ body: 'voirie', began: '2026-03-02', reviewBy: '2026-09-30' });
    expect(expectRefusal(begin('2026-2032', '2026-03-02', '2026-03-02')(town))).toBe('authority.reviewTooEarly');
  });

  it('has begun, after the one before, under a code of its own', () => {
    expect(expectRefusal(begin('2026-2032', tomorrow)(town))).toBe('authority.toCome');
    const state = townAfter(begin('2026-2032', '2026-03-02'));
    expect(expectRefusal(begin('2020-2026', '2020-05-28')(state))).toBe('authority.earlierMandate');
    expect(expectRefusal(begin('2026-2032', '2026-03-03')(state))).toBe('authority.codeUsed');
  });
});

describe('a pre-election period', () => {
  it('is declared in advance, its ends included', () => {
    const state = townAfter(declare('2026-09-01', '2027-03-21'));
    expect(inPreElectionPeriod(state, '2026-08-31')).toBe(false);
    expect(inPreElectionPeriod(state, '2026-09-01')).toBe(true);
    expect(inPreElectionPeriod(state, '2027-03-21')).toBe(true);
    expect(inPreElectionPeriod(state, '2027-03-22')).toBe(false);
    expect(inPreElectionPeriod(town, '2026-09-01')).toBe(false);
  });

  it('does not end before it begins, and has a code of its own', () => {
    expect(expectRefusal(declare('2026-09-02', '2026-09-01')(town))).toBe('authority.periodReversed');
    expectEvents(declare('2026-09-01', '2026-09-01')(town));
    const state = townAfter(declare('2026-09-01', '2027-03-21'));
    expect(expectRefusal(declare('2027-09-01', '2028-03-01')(state))).toBe('authority.codeUsed');
  });
});

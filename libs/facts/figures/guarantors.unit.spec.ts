import { evolveGuarantor, isWatchedOn, type GuarantorFacts } from './guarantors';

const appointed = (consultations: readonly string[]): GuarantorFacts =>
  evolveGuarantor(null, {
    type: 'guarantor.appointed/1',
    at: '2026-03-03T09:00:00Z',
    occurredOn: '2026-02-01',
    data: { authority: 'authority-1', code: 'garante', consultations },
  })!;
const withdrew = { type: 'guarantor.withdrew/1', at: '2026-05-03T09:00:00Z', occurredOn: null, data: {} };
const watchesOn = (one: GuarantorFacts, consultation: { id: string; organiser: string | null }, day: string): boolean =>
  isWatchedOn([one], consultation, day);
const square = { id: 'consultation-1', organiser: 'authority-1' };

it('a consultation without a guarantor says so', () => {
  expect(isWatchedOn([], square, '2026-03-01')).toBe(false);
});

describe('a guarantor watches over', () => {
  it('the consultations it was appointed for', () => {
    expect(watchesOn(appointed(['consultation-1']), { ...square, organiser: null }, '2026-03-01')).toBe(true);
    expect(watchesOn(appointed(['consultation-2']), square, '2026-03-01')).toBe(false);
  });

  it('all those of its authority when none is named', () => {
    expect(watchesOn(appointed([]), square, '2026-03-01')).toBe(true);
    expect(watchesOn(appointed([]), { ...square, organiser: 'authority-2' }, '2026-03-01')).toBe(false);
  });

  it('from its appointment until it withdraws', () => {
    const gone = evolveGuarantor(appointed([]), withdrew)!;
    expect(['2026-01-31', '2026-02-01', '2026-05-02', '2026-05-03'].map((day) => watchesOn(gone, square, day))).toEqual(
      [false, true, true, false],
    );
  });
});

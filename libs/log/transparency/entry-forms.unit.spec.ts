import fc from 'fast-check';
import { isInstant, isUuid, secondsOf } from './entry-forms';

describe('a time of an entry', () => {
  it('is a second that exists', () => {
    const seconds = fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) / 1000 });
    fc.assert(
      fc.property(seconds, (second) => {
        const instant = new Date(second * 1000).toISOString().replace('.000Z', 'Z');
        expect([isInstant(instant), secondsOf(instant)]).toEqual([true, second]);
      }),
    );
    expect(['2024-02-29T00:00:00Z', '2026-12-31T23:59:59Z'].every(isInstant)).toBe(true);
  });

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-13-10T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-32T00:00:00Z',
    '2026-01-10T24:00:00Z',
    '2026-01-10T23:60:00Z',
    '2026-01-10T23:59:60Z',
    '2026-01-10T00:00:00.000Z',
    '2026-01-10T00:00:00+00:00',
    '2026-01-10T00:00:00z',
    '2026-01-10 00:00:00Z',
    '2026-01-10T00:00:00Z\n',
    '2026-1-10T00:00:00Z',
    '',
  ])('is not %j', (text) => expect(isInstant(text)).toBe(false));
});

describe('an id', () => {
  it('is written in small letters, with its dashes', () => {
    expect(isUuid('0b6c1b2e-6f0e-4d2b-9f43-6c1f2d3a4b5c')).toBe(true);
    for (const text of ['0B6C1B2E-6f0e-4d2b-9f43-6c1f2d3a4b5c', '0b6c1b2e6f0e4d2b9f436c1f2d3a4b5c', '', 'x']) {
      expect(isUuid(text)).toBe(false);
    }
  });
});

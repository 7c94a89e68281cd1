import fc from 'fast-check';
import { indexOfPublicNumber, publicNumber } from './public-number';

const index = fc.integer({ min: 0, max: 99_999_999 });

describe('the public number', () => {
  it('is the entry number and a check letter', () => {
    expect(publicNumber(259)).toBe('259-G');
    expect(publicNumber(0)).toBe('0-A');
  });

  it('is read back, however it is typed', () => {
    fc.assert(fc.property(index, (n) => indexOfPublicNumber(publicNumber(n)) === n));
    for (const typed of ['259-G', '259g', ' 2 5 9 – G ', 'n° 259-G', '259', '259.G']) expect(indexOfPublicNumber(typed)).toBe(259);
    expect(indexOfPublicNumber('2O1I')).toBe(2011);
  });

  it('finds a wrong digit and two neighbours exchanged', () => {
    fc.assert(
      fc.property(index, fc.nat(), fc.integer({ min: 1, max: 9 }), (n, where, by) => {
        const digits = [...String(n)];
        const i = where % digits.length;
        digits[i] = String((Number(digits[i]) + by) % 10);
        return indexOfPublicNumber(`${digits.join('')}${publicNumber(n).at(-1)!}`) === null;
      }),
    );
    fc.assert(
      fc.property(index, fc.nat(), (n, where) => {
        const digits = [...String(n)];
        const i = where % Math.max(1, digits.length - 1);
        if (digits.length < 2 || digits[i] === digits[i + 1]) return true;
        [digits[i], digits[i + 1]] = [digits[i + 1]!, digits[i]!];
        return indexOfPublicNumber(`${digits.join('')}${publicNumber(n).at(-1)!}`) === null;
      }),
    );
  });

  it.each(['', 'G', '259-H', 'deux', '12345678901234567-A', '259-GG', '-1'])('refuses %p', (typed) => {
    expect(indexOfPublicNumber(typed)).toBe(typed === '-1' ? 1 : null);
  });
});

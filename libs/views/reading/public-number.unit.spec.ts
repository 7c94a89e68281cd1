import fc from 'fast-check';
import { indexOfPublicNumber, publicNumber } from './public-number';

const index = fc.nat(10_000_000);

describe('the public number', () => {
  it('is read back', () => {
    fc.assert(fc.property(index, (n) => expect(indexOfPublicNumber(publicNumber(n))).toBe(n)));
  });

  it('forgives spaces, case, and letters taken for digits', () => {
    expect(publicNumber(1024)).toBe('1024-P');
    for (const typed of [' 1024 p ', 'lo24p', 'N° 1 024 – P', 'IO24P']) expect(indexOfPublicNumber(typed)).toBe(1024);
  });

  it('is taken as it is without its letter, and refused with another', () => {
    expect(indexOfPublicNumber('1 024')).toBe(1024);
    expect(indexOfPublicNumber('1024-Q')).toBeNull();
  });

  it('finds a wrong digit', () => {
    fc.assert(
      fc.property(index, fc.nat(7), fc.integer({ min: 1, max: 9 }), (n, at, by) => {
        const [digits, check] = publicNumber(n).split('-') as [string, string];
        const place = at % digits.length;
        const wrong = digits.slice(0, place) + String((Number(digits[place]) + by) % 10) + digits.slice(place + 1);
        expect(indexOfPublicNumber(`${wrong}-${check}`)).toBeNull();
      }),
    );
  });

  it('finds two digits exchanged', () => {
    expect(indexOfPublicNumber(publicNumber(2591).replace('2591', '2951'))).toBeNull();
  });

  it('has no digit after its hyphen', () => {
    expect(publicNumber(259)).toBe('259-G');
    expect(indexOfPublicNumber('259-G')).toBe(259);
    expect(indexOfPublicNumber('2597')).toBe(2597);
    for (const typed of ['259-7', '259 – 7', '259-O', '259-l', '25-9G', '-259', '259-7G', '259--G']) {
      expect(indexOfPublicNumber(typed)).toBeNull();
    }
  });

  it('is nothing else', () => {
    for (const typed of ['', '-', 'A', 'abc', '259-AA', '9'.repeat(40)]) expect(indexOfPublicNumber(typed)).toBeNull();
  });
});

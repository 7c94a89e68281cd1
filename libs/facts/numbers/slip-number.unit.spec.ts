import { slipNumber, slipOfNumber } from './slip-number';

describe('the number on a printed slip', () => {
  it('is read as it is written, aloud or by hand', () => {
    const number = slipNumber({ block: 412, place: 17 });
    expect(number).toMatch(/^F412-017-[A-Z]$/);
    const letter = number.at(-1)!;
    for (const typed of [
      number,
      number.toLowerCase(),
      `F412017${letter}`,
      ` f 412 – 017 ${letter} `,
      'F412-017',
      `n°F412-017-${letter}`,
    ])
      expect(slipOfNumber(typed)).toEqual({ block: 412, place: 17 });
    expect(slipOfNumber(`F4I2-O17-${letter}`)).toEqual({ block: 412, place: 17 });
  });

  it('is never the number of a receipt, nor the other way round', () => {
    for (const typed of ['259-G', '412017', 'F12', 'F412-000', 'G412-017', '']) expect(slipOfNumber(typed)).toBeNull();
  });

  it('finds one wrong digit, and two neighbours exchanged', () => {
    const number = slipNumber({ block: 1307, place: 42 });
    const places = [...number].flatMap((character, n) => (/\d/.test(character) ? [n] : []));
    for (const n of places) {
      for (const digit of '0123456789') {
        const wrong = number.slice(0, n) + digit + number.slice(n + 1);
        if (wrong !== number) expect(slipOfNumber(wrong)).toBeNull();
      }
    }
    places.slice(1).forEach((n, i) => {
      const before = places[i]!;
      const characters = [...number];
      [characters[before], characters[n]] = [characters[n]!, characters[before]!];
      if (characters.join('') !== number) expect(slipOfNumber(characters.join(''))).toBeNull();
    });
  });
});

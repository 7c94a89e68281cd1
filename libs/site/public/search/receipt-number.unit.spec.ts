import { textsIn } from '@fil/ui/texts/texts';
import { indexOfPublicNumber, publicNumber } from '@fil/views/reading/public-number';
import { looksLikeNumber } from './receipt-number';

describe('the number of a receipt', () => {
  it.each(['259-G', ' 259 g ', 'n° 259-G', '259G', 'N°259 – G', 'no 259-G', '15 260-N', 'lO24-P', 'n° 259'])(
    'is what %s may be',
    (typed) => {
      expect(looksLikeNumber(typed)).toBe(true);
      expect(indexOfPublicNumber(typed)).not.toBeNull();
    },
  );

  it.each(['F412-017-V', 'f 412 017', 'n° F412-017'])('or that of a printed slip: %s', (typed) => {
    expect(looksLikeNumber(typed)).toBe(true);
    expect(indexOfPublicNumber(typed)).toBeNull();
  });

  it.each([
    'folio',
    'piste cyclable',
    'école',
    '',
    'bus 12 rue',
    'o',
    'lot',
    '2026',
    '259-7',
    '259-',
    '12 bis',
    '06 12 34 56 78',
  ])('%s is words', (typed) => {
    expect(looksLikeNumber(typed)).toBe(false);
  });

  it('has every letter it may end with', () => {
    for (let index = 0; index < 23; index++) expect(looksLikeNumber(publicNumber(index))).toBe(true);
  });

  it.each(['fr', 'en'] as const)('is shown in %s by an example that is one', (language) => {
    const { home, search } = textsIn(language);
    for (const text of [home.searchHint, search.helpNumber]) {
      const [example] = /\d+-\w+/.exec(text) ?? [''];
      expect(indexOfPublicNumber(example)).not.toBeNull();
      expect(looksLikeNumber(example)).toBe(true);
    }
  });
});

import { isPossibleSiret } from './siret';

describe('a SIRET', () => {
  it.each(['21440109300015', '73282932000074', '35600000000048'])('%s fits its check digit', (siret) => {
    expect(isPossibleSiret(siret)).toBe(true);
  });

  it('is wrong when two neighbouring digits are exchanged or one is changed', () => {
    expect(isPossibleSiret('21404109300015')).toBe(false);
    expect(isPossibleSiret('73282932000075')).toBe(false);
  });

  it('of La Poste is counted otherwise: the plain sum is a multiple of 5', () => {
    expect(isPossibleSiret('35600000049837')).toBe(true);
    expect(isPossibleSiret('35600000049838')).toBe(false);
    expect(isPossibleSiret('35600000000014')).toBe(false);
  });

  it('of nobody else is counted that way', () => {
    expect(isPossibleSiret('73282932000082')).toBe(true);
    expect(isPossibleSiret('73282932000073')).toBe(false);
  });
});

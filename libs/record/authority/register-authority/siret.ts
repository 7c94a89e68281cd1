const LA_POSTE = '356000000';
const HEAD_OFFICE = `${LA_POSTE}00048`;

const digits = (number: string): number[] => [...number].map(Number);

const luhnSum = (number: string): number =>
  digits(number)
    .reverse()
    .reduce((sum, digit, n) => sum + (n % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2), 0);

/**
 * Whether 14 digits can be a SIRET: their Luhn sum is a multiple of 10. INSEE numbers the establishments of La Poste
 * otherwise: the plain sum of their digits is a multiple of 5. Its head office alone follows the common rule.
 */
export const isPossibleSiret = (siret: string): boolean =>
  siret.startsWith(LA_POSTE) && siret !== HEAD_OFFICE
    ? digits(siret).reduce((sum, digit) => sum + digit, 0) % 5 === 0
    : luhnSum(siret) % 10 === 0;

import { isAbsent, textOrAbsent } from './absent-value';
import { centsIn } from './budget-cell';
import { districtIn } from './district-cell';
import { localCodeOf } from './local-code-of';
import { monthIn } from './month-cell';
import { standingOf } from './status-word';

describe('cells of the source', () => {
  it.each([
    ['(non démarré)', 'notStarted'],
    ['NON DEMARRE', 'notStarted'],
    ['ETUDES', 'studies'],
    ['PROCEDURES', 'procedures'],
    ['TRAVAUX', 'works'],
    ['LIVRAISON', 'delivery'],
    ['FIN', 'done'],
    ['ABANDONNÉ', 'abandoned'],
  ])('understands the status %s, and keeps the word', (word, at) => {
    expect(standingOf(word)).toEqual({ at, word });
  });

  it('does not guess a status', () => {
    expect(standingOf('EN PAUSE')).toBeNull();
  });

  it.each([
    '',
    '  ',
    'NON REGISTRÉ',
    'NON REGISTRE',
    'Non ouvert',
    'NON ENCORE FIXE',
    'NON LANCÉE',
    'NON LANCÉS',
    'NON DÉMARRÉES',
    'NON PRÉVUE',
    'null',
  ])('takes « %s » for no value', (cell) => expect(isAbsent(cell)).toBe(true));

  it('takes a title that begins like one for a value, in one Unicode form', () => {
    expect(textOrAbsent(' Non aux clôtures ')).toBe('Non aux clôtures');
    expect(textOrAbsent('e\u0301te\u0301')).toBe('été');
  });

  it.each([
    ['2024-12', { is: 'month', month: '2024-12' }],
    ['2099-12', { is: 'farAway' }],
    ['NON PRÉVUE', { is: 'absent' }],
    ['2024-13', { is: 'unreadable' }],
    ['12/2024', { is: 'unreadable' }],
    ['2024-05-02', { is: 'unreadable' }],
    ['1924-05', { is: 'unreadable' }],
  ])('reads the month %s', (cell, read) => {
    expect(monthIn(cell)).toEqual(read);
  });

  it.each([
    ['150000', 15_000_000],
    ['0', 0],
    ['624.0', 62_400],
    ['1,659,543', 165_954_300],
    ['7,000.00', 700_000],
    ['7 000,5 €', 700_050],
    ['environ 10', null],
    ['-5', null],
    ['1,65', 165],
  ])('reads the amount %s', (cell, cents) => {
    expect(centsIn(cell)).toBe(cents);
  });

  it.each([
    ['75013', false, '75113'],
    ['13', false, '75113'],
    ['75116', false, '75116'],
    ['75016', false, '75116'],
    ['1', false, '75101'],
    ['75004', true, '75056'],
  ])('reads the arrondissement %s (whole city: %s)', (cell, citywide, code) => {
    expect(districtIn(cell, citywide)).toEqual({ is: 'territory', code });
  });

  it('makes up no territory', () => {
    expect(districtIn('75123', false)).toEqual({ is: 'parisCentre' });
    expect(districtIn('23', false)).toEqual({ is: 'parisCentre' });
    expect(districtIn('75021', false)).toEqual({ is: 'unknown' });
    expect(districtIn('69003', false)).toEqual({ is: 'unknown' });
  });

  it('gives one code to two spellings of a department, and another to a longer name', () => {
    expect(localCodeOf('Direction de la Propreté et de l’Eau')).toBe('direction-de-la-proprete-et-de-l-eau');
    expect(localCodeOf("Direction de la Propreté et de l'Eau")).toBe('direction-de-la-proprete-et-de-l-eau');
    const long = localCodeOf(`Direction ${'très '.repeat(20)}longue`);
    expect(long).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/);
    expect(long).not.toBe(localCodeOf(`Direction ${'très '.repeat(20)}lente`));
  });
});

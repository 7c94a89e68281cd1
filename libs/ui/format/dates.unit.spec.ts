import { formatFor, formatInstant, formatOn, formatWhen } from './dates';
import { counted, formatMoney, formatNumber } from './numbers';

describe('dates as people write them', () => {
  it.each([
    ['2026-03-03', '3 mars 2026', '3 March 2026'],
    ['2026-03-01', '1er mars 2026', '1 March 2026'],
    ['2026-03-11', '11 mars 2026', '11 March 2026'],
    ['2026-03', 'mars 2026', 'March 2026'],
    ['2026', '2026', '2026'],
    ['2024-04-17/2025-12-02', 'du 17 avril 2024 au 2 décembre 2025', '17 April 2024 to 2 December 2025'],
    ['2026-03-01/2026-03-14', 'du 1er au 14 mars 2026', '1 to 14 March 2026'],
    ['2026-03-01/2026-05-14', 'du 1er mars au 14 mai 2026', '1 March to 14 May 2026'],
    ['2026-03/2026-05', 'de mars à mai 2026', 'March to May 2026'],
    ['2026-04/2026-05', 'd’avril à mai 2026', 'April to May 2026'],
    ['2024/2025', 'de 2024 à 2025', '2024 to 2025'],
    ['2026-03-03/2026-03-03', '3 mars 2026', '3 March 2026'],
  ])('%s', (when, fr, en) => {
    expect(formatWhen(when, 'fr')).toBe(fr);
    expect(formatWhen(when, 'en')).toBe(en);
  });

  it('puts the article that a sentence needs', () => {
    expect(formatOn('2026-03-01', 'fr')).toBe('le 1er mars 2026');
    expect(formatOn('2026-03', 'fr')).toBe('en mars 2026');
    expect(formatOn('2026-03', 'en')).toBe('in March 2026');
    expect(formatFor('2026-03', 'fr')).toBe('mars 2026');
    expect(formatFor('2026-03-03', 'fr')).toBe('le 3 mars 2026');
  });

  it('tells an instant by the clock of Paris', () => {
    expect(formatInstant('2026-03-01T23:30:00Z', 'fr')).toBe('2 mars 2026 à 00\u00a0h\u00a030');
    expect(formatInstant('2026-07-01T12:05:00Z', 'en')).toBe('1 July 2026 at 14:05');
  });
});

describe('numbers as people write them', () => {
  it('groups thousands and counts', () => {
    expect(formatNumber(1234, 'fr')).toBe('1\u202f234');
    expect(counted(0, 'fr', 'jour', 'jours')).toBe('0\u00a0jour');
    expect(counted(0, 'en', 'day', 'days')).toBe('0\u00a0days');
    expect(counted(42, 'fr', 'jour', 'jours')).toBe('42\u00a0jours');
  });

  it('shows cents only when there are some', () => {
    expect(formatMoney(12_500_000, 'fr')).toBe('125\u202f000\u00a0€');
    expect(formatMoney(12_550, 'fr')).toBe('125,50\u00a0€');
    expect(formatMoney(12_500_000, 'en')).toBe('€125,000');
  });
});

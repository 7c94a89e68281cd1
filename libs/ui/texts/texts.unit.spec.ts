import { textsIn } from './texts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('what is counted', () => {
  it('agrees in French, where none is singular too', () => {
    const { thread, home } = textsIn('fr');
    expect(plain(thread.voteCounts(17, 0, 1))).toBe('17 pour, 0 contre, 1 abstention');
    expect(plain(thread.voteCounts(17, 0, 2))).toBe('17 pour, 0 contre, 2 abstentions');
    expect(plain(thread.present(1, 29))).toBe('1 présent sur 29');
    expect(plain(thread.present(18, null))).toBe('18 présents');
    expect(plain(thread.common(1))).toBe('Réponse commune, donnée à 1 contribution');
    const carried = (answered: number, waiting: number, passedOver: number): string =>
      plain(thread.carried({ of: 5, answered, waiting, passedOver }));
    expect(carried(1, 4, 0)).toBe('1 contribution sur 5 a reçu cette réponse. 4 l’attendent encore.');
    expect(carried(0, 1, 4)).toBe(
      '0 contribution sur 5 a reçu cette réponse. 1 l’attend encore. Elle ne s’applique pas à 4 autres : réponse propre, retrait ou autre motif indiqué dans la synthèse.',
    );
    expect(carried(4, 0, 1)).toContain(
      '4 contributions sur 5 ont reçu cette réponse. Elle ne s’applique pas à 1 autre :',
    );
    expect(plain(home.flowDescription(1))).toContain('portant sur 1 contribution.');
  });

  it('agrees in English', () => {
    const { thread, home } = textsIn('en');
    expect(plain(thread.voteCounts(17, 0, 1))).toBe('17 for, 0 against, 1 abstention');
    expect(plain(thread.present(1, 29))).toBe('1 present out of 29');
    expect(plain(thread.common(2))).toBe('Common answer, given to 2 contributions');
    const carried = (answered: number, waiting: number, passedOver: number): string =>
      plain(thread.carried({ of: 5, answered, waiting, passedOver }));
    expect(carried(1, 4, 0)).toBe('1 of 5 contributions has received this answer. 4 are still waiting for it.');
    expect(carried(0, 4, 1)).toBe(
      '0 of 5 contributions have received this answer. 4 are still waiting for it. It does not apply to 1 other: an answer of their own, withdrawn, or another reason given in the synthesis.',
    );
    expect(plain(home.flowDescription(1))).toContain('of 1 contribution.');
  });
});

/** A walk held by an association: nobody undertook to answer, and the pages say so. Invented. */
import { TANNERIES } from './autres.said';
import type { Commune } from './commune.story';
import type { Storyteller } from './storyteller';
import { Telling } from './telling';

export async function tanneries(s: Storyteller, { association }: Commune): Promise<void> {
  const t = new Telling(s, 'tanneries');
  const consultation = await t.consultation('ouverte', 80, {
    organiser: association,
    level: 'evaluate',
    origin: 'residents',
    addressees: [],
    recordedAfterwards: true,
    openPoints: [{ id: 'marcher' }],
    constraints: [],
    decisionPath: [],
    channels: ['workshop'],
    themes: ['espaces-publics', 'accessibilite'],
    wordsPublic: 'onAdmission',
    title: { fr: 'Marche exploratoire du quartier des Tanneries', en: 'Exploratory walk through the Tanneries' },
    openPointTexts: [
      {
        fr: 'Où peut-on marcher, s’asseoir, rentrer le soir sans crainte ?',
        en: 'Where can one walk, sit, go home at night without fear?',
      },
    ],
  });
  await t.openDeposit(consultation, 75);
  await t.contributions(consultation, TANNERIES);
  await t.closeDeposit(consultation, 74);
}

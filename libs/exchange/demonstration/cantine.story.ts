/** School meals: collection is still open. Invented. */
import type { Commune } from './commune.story';
import { CANTINE } from './autres.said';
import type { Storyteller } from './storyteller';
import { Telling } from './telling';

export async function cantine(s: Storyteller, { town }: Commune): Promise<void> {
  const t = new Telling(s, 'cantine');
  const consultation = await t.consultation('ouverte', 30, {
    organiser: town,
    level: 'collaborate',
    origin: 'authority',
    addressees: [{ authority: town, promise: { amount: 2, unit: 'months' } }],
    orderedBy: 'adjointe-education',
    animatedBy: 'education',
    openPoints: [{ id: 'repas' }, { id: 'bruit' }, { id: 'cours' }],
    constraints: [{ id: 'egalim', kind: 'legal' }],
    decisionPath: [{ step: 'deliberation', body: 'conseil-municipal', role: 'decides', expectedOn: s.monthOf(-90) }],
    channels: ['online', 'counter', 'phone', 'relay'],
    depositPeriod: `${s.daysAgo(26)}/${s.daysAgo(-20)}`,
    themes: ['ecoles', 'commerce', 'nature'],
    wordsPublic: 'onAdmission',
    title: { fr: 'Mieux manger et mieux jouer à l’école', en: 'Better meals and better playgrounds at school' },
    openPointTexts: [
      { fr: 'Que changer dans les assiettes ?', en: 'What should change on the plates?' },
      { fr: 'Comment rendre la cantine moins bruyante ?', en: 'How can the canteen be made quieter?' },
      { fr: 'Que mettre dans les cours ?', en: 'What belongs in the playgrounds?' },
    ],
    constraintTexts: [
      {
        text: {
          fr: 'La part de produits durables et de qualité est fixée par la loi.',
          en: 'The share of sustainable and quality products is set by law.',
        },
        source: 'Code rural et de la pêche maritime, art. L230-5-1',
      },
    ],
  });
  await t.openDeposit(consultation, 26, s.daysAgo(-20));
  const said = await t.contributions(consultation, CANTINE);
  const noise = said['cantine-bruit']!;
  await t.point('bruit-1', noise, 1, { fr: 'Des panneaux absorbants' });
  await t.point('bruit-2', noise, 2, { fr: 'Deux services plutôt qu’un' });
  await t.outcome('bruit-1', noise, 6, {
    point: 1,
    outcome: 'underReview',
    department: 'education',
    answerOn: s.daysAgo(-35),
    decidedBy: 'adjointe-education',
    justification: { fr: 'Un acousticien mesure le bruit dans les trois réfectoires.' },
  });
}

/** Public holidays of France by their codes, and the territories whose holidays differ. */
import type { Labels } from './label';

export const HOLIDAYS = [
  'newYear',
  'goodFriday',
  'easterMonday',
  'labourDay',
  'victoryDay',
  'ascension',
  'whitMonday',
  'nationalDay',
  'assumption',
  'allSaints',
  'armistice',
  'christmas',
  'saintStephen',
  'abolitionOfSlavery',
] as const;
export type Holiday = (typeof HOLIDAYS)[number];
export const HOLIDAY_LABELS: Labels<Holiday> = {
  newYear: { fr: 'jour de l’An', en: 'New Year’s Day' },
  goodFriday: { fr: 'Vendredi saint', en: 'Good Friday' },
  easterMonday: { fr: 'lundi de Pâques', en: 'Easter Monday' },
  labourDay: { fr: 'fête du Travail', en: 'Labour Day' },
  victoryDay: { fr: 'Victoire de 1945', en: 'Victory Day 1945' },
  ascension: { fr: 'Ascension', en: 'Ascension Day' },
  whitMonday: { fr: 'lundi de Pentecôte', en: 'Whit Monday' },
  nationalDay: { fr: 'fête nationale', en: 'National Day' },
  assumption: { fr: 'Assomption', en: 'Assumption Day' },
  allSaints: { fr: 'Toussaint', en: 'All Saints’ Day' },
  armistice: { fr: 'Armistice de 1918', en: 'Armistice Day 1918' },
  christmas: { fr: 'Noël', en: 'Christmas Day' },
  saintStephen: { fr: 'Saint-Étienne', en: 'Saint Stephen’s Day' },
  abolitionOfSlavery: { fr: 'abolition de l’esclavage', en: 'Abolition of Slavery' },
};

/** Where the holidays are not those of the whole of France only. `alsaceMoselle`: departments 57, 67 and 68. */
export const HOLIDAY_TERRITORIES = [
  'france',
  'alsaceMoselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
  'saintBarthelemy',
  'saintMartin',
] as const;
export type HolidayTerritory = (typeof HOLIDAY_TERRITORIES)[number];

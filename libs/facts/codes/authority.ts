import { HOLIDAY_TERRITORIES } from './holiday';
import type { Labels } from './label';

/**
 * Inhabitants under which a territory says too much of an object that is not public (02 §5): "about 2,000", the size of
 * the smallest zones of which statistics are published.
 */
export const LEAST_INHABITANTS = 2_000;

/** Whether a territory of so many inhabitants may stand in clear on an object that is not public. @param population null: not stated */
export const mayStandInClear = (population: number | null): boolean =>
  population !== null && population >= LEAST_INHABITANTS;

/** Where residents are heard without having to come and take part: a place, or a trade; never a person. */
export const LISTENING_POINT_KINDS = ['place', 'trade'] as const;
export type ListeningPointKind = (typeof LISTENING_POINT_KINDS)[number];
export const LISTENING_POINT_KIND_LABELS: Labels<ListeningPointKind> = {
  place: { fr: 'Lieu', en: 'Place' },
  trade: { fr: 'Métier', en: 'Trade' },
};

/** Elections before which an authority’s communication is restrained (C. élect., art. L52-1). */
export const ELECTIONS = [
  'municipal',
  'departmental',
  'regional',
  'legislative',
  'senatorial',
  'presidential',
  'european',
  'other',
] as const;
export type Election = (typeof ELECTIONS)[number];
export const ELECTION_LABELS: Labels<Election> = {
  municipal: { fr: 'Élections municipales', en: 'Municipal election' },
  departmental: { fr: 'Élections départementales', en: 'Departmental election' },
  regional: { fr: 'Élections régionales', en: 'Regional election' },
  legislative: { fr: 'Élections législatives', en: 'Legislative election' },
  senatorial: { fr: 'Élections sénatoriales', en: 'Senatorial election' },
  presidential: { fr: 'Élection présidentielle', en: 'Presidential election' },
  european: { fr: 'Élections européennes', en: 'European election' },
  other: { fr: 'Autre élection', en: 'Other election' },
};

/**
 * What an authority sets for its register, each with its values; the first one holds until another is recorded. Adding a
 * setting or a value is no new version of `authority.settingChanged`.
 */
export const SETTINGS = {
  accessibility: ['notCompliant', 'partlyCompliant', 'compliant'],
  dataLicence: ['licenceOuverte2', 'odbl'],
  /** Whose public holidays count in deadlines. */
  holidays: HOLIDAY_TERRITORIES,
  /** Whether a step may be assisted by a tool; when somebody makes a contribution, only to transcribe or translate. */
  assistance: ['off', 'on'],
} as const;
export type Setting = keyof typeof SETTINGS;
export type SettingValue = (typeof SETTINGS)[Setting][number];

export const SETTING_CODES = Object.keys(SETTINGS) as Setting[];
export const SETTING_VALUES = Object.values(SETTINGS).flat();

export const SETTING_LABELS: Labels<Setting> = {
  accessibility: { fr: 'Accessibilité', en: 'Accessibility' },
  dataLicence: { fr: 'Licence des données publiées', en: 'Licence of published data' },
  holidays: { fr: 'Jours fériés du calendrier', en: 'Public holidays' },
  assistance: { fr: 'Assistance par un outil', en: 'Assistance by a tool' },
};
export const SETTING_VALUE_LABELS: Labels<SettingValue> = {
  notCompliant: { fr: 'Non conforme', en: 'Not compliant' },
  partlyCompliant: { fr: 'Partiellement conforme', en: 'Partly compliant' },
  compliant: { fr: 'Totalement conforme', en: 'Fully compliant' },
  licenceOuverte2: { fr: 'Licence Ouverte 2.0', en: 'Licence Ouverte 2.0' },
  odbl: { fr: 'ODbL 1.0', en: 'ODbL 1.0' },
  france: { fr: 'France entière', en: 'The whole of France' },
  alsaceMoselle: { fr: 'Alsace et Moselle', en: 'Alsace and Moselle' },
  guadeloupe: { fr: 'Guadeloupe', en: 'Guadeloupe' },
  martinique: { fr: 'Martinique', en: 'Martinique' },
  guyane: { fr: 'Guyane', en: 'French Guiana' },
  reunion: { fr: 'La Réunion', en: 'Réunion' },
  mayotte: { fr: 'Mayotte', en: 'Mayotte' },
  saintBarthelemy: { fr: 'Saint-Barthélemy', en: 'Saint Barthélemy' },
  saintMartin: { fr: 'Saint-Martin', en: 'Saint Martin' },
  off: { fr: 'Désactivée', en: 'Off' },
  on: { fr: 'Activée', en: 'On' },
};

/** Until another value is recorded. */
export const settingByDefault = (setting: Setting): SettingValue => SETTINGS[setting][0];

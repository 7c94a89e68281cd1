/** Numbers as people write them. */
import type { Language } from '../language';

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Language, string>;
export const localeOf = (language: Language): string => LOCALES[language];

const number = { fr: new Intl.NumberFormat('fr-FR'), en: new Intl.NumberFormat('en-GB') };
const euros = (fractionDigits: number) => {
  const options = { style: 'currency', currency: 'EUR', minimumFractionDigits: fractionDigits } as const;
  return { fr: new Intl.NumberFormat('fr-FR', options), en: new Intl.NumberFormat('en-GB', options) };
};
const wholeEuros = euros(0);
const eurosAndCents = euros(2);
const plural = { fr: new Intl.PluralRules('fr-FR'), en: new Intl.PluralRules('en-GB') };

export const formatNumber = (value: number, language: Language): string => number[language].format(value);

/** @param cents an amount in euro cents; cents are shown only when there are some. */
export const formatMoney = (cents: number, language: Language): string =>
  (cents % 100 === 0 ? wholeEuros : eurosAndCents)[language].format(cents / 100);

/** “1 jour”, “42 jours”: French counts 0 and 1 as singular, English only 1. */
export const counted = (value: number, language: Language, one: string, many: string): string =>
  `${formatNumber(value, language)}\u00a0${plural[language].select(value) === 'one' ? one : many}`;

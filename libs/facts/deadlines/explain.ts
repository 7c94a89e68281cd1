/** The arithmetic of a deadline in words, one sentence per step. */
import type { Label } from '../codes/label';
import { HOLIDAY_LABELS } from '../codes/holiday';
import type { DeadlineUnit } from '../codes/deadline';
import type { Arithmetic, ArithmeticStep } from './arithmetic';

const MONTHS: Readonly<Record<keyof Label, readonly string[]>> = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};
const WEEKDAYS: Readonly<Record<keyof Label, readonly string[]>> = {
  fr: 'dimanche lundi mardi mercredi jeudi vendredi samedi'.split(' '),
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
};

/** `lundi 6 avril 2026`, `Monday 6 April 2026`. */
export function dayInWords(date: string, language: keyof Label): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const weekday = WEEKDAYS[language][new Date(`${date}T00:00:00Z`).getUTCDay()]!;
  const number = language === 'fr' && day === 1 ? '1er' : String(day);
  return `${weekday} ${number} ${MONTHS[language][month - 1]!} ${year}`;
}

const UNITS: Readonly<Record<DeadlineUnit, { readonly fr: [string, string]; readonly en: [string, string] }>> = {
  calendarDays: { fr: ['jour', 'jours'], en: ['day', 'days'] },
  workingDays: { fr: ['jour ouvré', 'jours ouvrés'], en: ['working day', 'working days'] },
  clearDays: { fr: ['jour franc', 'jours francs'], en: ['clear day', 'clear days'] },
  weeks: { fr: ['semaine', 'semaines'], en: ['week', 'weeks'] },
  months: { fr: ['mois', 'mois'], en: ['month', 'months'] },
  nextSession: { fr: ['séance', 'séances'], en: ['session', 'sessions'] },
  promised: { fr: ['délai promis', 'délais promis'], en: ['promised time', 'promised times'] },
};

/** French counts 0 and 1 as one, English 1 only. */
function quantity(amount: number, unit: DeadlineUnit, language: keyof Label): string {
  const one = language === 'fr' ? amount < 2 : amount === 1;
  return `${amount}\u00a0${UNITS[unit][language][one ? 0 : 1]}`;
}

type Sentence = (step: ArithmeticStep, day: (date: string) => string, language: keyof Label) => Label;

const SENTENCES: Readonly<Record<ArithmeticStep['step'], Sentence>> = {
  from: ({ on }, day) => ({
    fr: `Le délai court à partir du ${day(on!)} ; ce jour n’est pas compté.`,
    en: `The time runs from ${day(on!)}; that day is not counted.`,
  }),
  added: ({ amount, unit, to }, day, language) => ({
    fr:
      unit === 'clearDays'
        ? `Avec ${quantity(amount!, unit, language)}, sans compter ni le premier jour ni celui de l’échéance, on arrive au ${day(to!)}.`
        : `Avec ${quantity(amount!, unit!, language)}, on arrive au ${day(to!)}.`,
    en:
      unit === 'clearDays'
        ? `With ${quantity(amount!, unit, language)}, counting neither the first day nor the last, it comes to ${day(to!)}.`
        : `With ${quantity(amount!, unit!, language)}, it comes to ${day(to!)}.`,
  }),
  clamped: ({ amount, on }, day) => ({
    fr: `Ce mois n’a pas de ${amount} : le délai s’arrête à son dernier jour, le ${day(on!)}.`,
    en: `That month has no day ${amount}: the time ends on its last day, ${day(on!)}.`,
  }),
  weekends: ({ amount }) => ({
    fr:
      amount === 1
        ? 'Un jour de fin de semaine n’est pas compté.'
        : `${amount} jours de fin de semaine ne sont pas comptés.`,
    en: amount === 1 ? 'One day of a weekend is not counted.' : `${amount} days of weekends are not counted.`,
  }),
  holiday: ({ on, holiday }, day) => ({
    fr: `Le ${day(on!)} est férié (${HOLIDAY_LABELS[holiday!].fr}) et n’est pas compté.`,
    en: `${capital(day(on!))} is a public holiday (${HOLIDAY_LABELS[holiday!].en}) and is not counted.`,
  }),
  extended: ({ on, to, why, holiday }, day) => ({
    fr:
      why === 'holiday'
        ? `Le ${day(on!)} est férié (${HOLIDAY_LABELS[holiday!].fr}) : l’échéance est reportée au ${day(to!)}.`
        : `Le ${day(on!)} n’est pas un jour ouvrable : l’échéance est reportée au ${day(to!)}.`,
    en:
      why === 'holiday'
        ? `${capital(day(on!))} is a public holiday (${HOLIDAY_LABELS[holiday!].en}): the last day is put off to ${day(to!)}.`
        : `${capital(day(on!))} is no working day: the last day is put off to ${day(to!)}.`,
  }),
  session: ({ on, session }, day) => ({
    fr: `La première séance qui suit se tient le ${day(on!)} (séance ${session}).`,
    en: `The first session after it is held on ${day(on!)} (session ${session}).`,
  }),
  sessionMoved: ({ on, to, session }, day) => ({
    fr: `La séance ${session}, prévue le ${day(on!)}, a été déplacée au ${day(to!)}.`,
    en: `Session ${session}, planned for ${day(on!)}, was moved to ${day(to!)}.`,
  }),
  sessionCancelled: ({ on, session }, day) => ({
    fr: `La séance ${session} du ${day(on!)} a été annulée.`,
    en: `Session ${session} of ${day(on!)} was cancelled.`,
  }),
  noSession: () => ({
    fr: 'Aucune séance à venir n’est inscrite au calendrier : l’échéance sera connue dès qu’une le sera.',
    en: 'No session to come is in the calendar: the last day will be known as soon as one is.',
  }),
  promisedBy: ({ on }, day) => ({
    fr: `La date promise est le ${day(on!)}.`,
    en: `The date promised is ${day(on!)}.`,
  }),
  replanned: ({ on, to }, day) => ({
    fr: `Cette date a remplacé celle du ${day(on!)} : c’est désormais le ${day(to!)}.`,
    en: `This date replaced ${day(on!)}: it is now ${day(to!)}.`,
  }),
  due: ({ on }, day) => ({
    fr: `Dernier jour : le ${day(on!)}, jusqu’à minuit, heure de Paris.`,
    en: `Last day: ${day(on!)}, until midnight in Paris.`,
  }),
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Sentences, in the order of the steps. */
export const explain = (arithmetic: Arithmetic, language: keyof Label): readonly string[] =>
  arithmetic.map((step) => SENTENCES[step.step](step, (date) => dayInWords(date, language), language)[language]);

import { refuse, type Refusal } from '@fil/facts/kit/refusal';

/** Each point of a mandate has one code and one text, since answers will refer to it by its code. */
export const miscounted = (codes: readonly string[], texts: readonly unknown[] = [], field: string): Refusal | null =>
  codes.length === texts.length
    ? null
    : refuse(
        'consultation.textsMiscounted',
        {
          fr: `Chaque point du mandat a un code et un texte : ${codes.length} code(s) pour ${texts.length} texte(s).`,
          en: `Each point of the mandate has one code and one text: ${codes.length} code(s) for ${texts.length} text(s).`,
        },
        { field },
      );

/** Each point has a code of its own. */
export function usedTwice(codes: readonly string[], field: string): Refusal | null {
  const twice = codes.find((code, n) => codes.indexOf(code) < n);
  return twice === undefined
    ? null
    : refuse(
        'consultation.codeTwice',
        {
          fr: `Le code « ${twice} » figure deux fois. Donnez un code à chaque point.`,
          en: `The code "${twice}" is used twice. Give each point its own.`,
        },
        { field },
      );
}

import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Language } from '@fil/ui/language';

const base = (tag: string): string => tag.split('-')[0]!.toLowerCase();

/** The text in the reader's language if there is one, else the first given: never a translation made up. */
export function inReadersLanguage(words: Text, language: Language): { text: string; tag: string } {
  const tags = Object.keys(words);
  const tag =
    tags.find((one) => one === language) ??
    tags.find((one) => base(one) === language && !one.endsWith('-falc')) ??
    tags[0]!;
  return { text: words[tag] ?? '', tag };
}

/** `lang` of an element whose language is not the page's; undefined when it is. */
export const languageAttribute = (tag: string, language: Language): string | undefined =>
  base(tag) === language ? undefined : tag;

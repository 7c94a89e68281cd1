/** Words that may be there, not be public, or have been erased: never a blank. */
import { isErased, isWithheld, type Opened } from '@fil/log/vault/vault';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Frame } from '@fil/ui/page/frame';
import { inReadersLanguage, languageAttribute } from './languages';

export interface WordsProps {
  readonly frame: Frame;
  /** Null or undefined: none were given, and nothing is shown. */
  readonly words: Opened<Text> | null | undefined;
  readonly class?: string;
}

/** A passage, with the language it is in. */
export function ShownWords({ frame, words, class: className = 'written' }: WordsProps) {
  if (words === null || words === undefined) return null;
  if (isWithheld(words)) return <p class="note-absent">{frame.t.words.withheld}</p>;
  if (isErased(words)) return <p class="note-absent">{frame.t.words.erased}</p>;
  const { text, tag } = inReadersLanguage(words, frame.language);
  return (
    <p class={className} lang={languageAttribute(tag, frame.language)}>
      {text}
    </p>
  );
}

/** The same within a sentence. */
export function ShownInline({ frame, words }: Omit<WordsProps, 'class'>) {
  if (words === null || words === undefined) return null;
  if (isWithheld(words)) return <em class="soft">{frame.t.words.withheldShort}</em>;
  if (isErased(words)) return <em class="soft">{frame.t.words.erasedShort}</em>;
  const { text, tag } = inReadersLanguage(words, frame.language);
  return <span lang={languageAttribute(tag, frame.language)}>{text}</span>;
}

/** A line in no stated language: a name, an address. */
export function ShownLine({ frame, line }: { frame: Frame; line: Opened<string> | null | undefined }) {
  if (line === null || line === undefined) return null;
  if (isWithheld(line)) return <em class="soft">{frame.t.words.withheldShort}</em>;
  if (isErased(line)) return <em class="soft">{frame.t.words.erasedShort}</em>;
  return <>{line}</>;
}

/** What stands in for a title in a link or a heading. */
export function titleWords(frame: Frame, title: Opened<Text> | null | undefined): { text: string; lang?: string } {
  if (title === null || title === undefined) return { text: frame.t.words.untitled };
  if (isWithheld(title)) return { text: frame.t.words.untitledWithheld };
  if (isErased(title)) return { text: frame.t.words.untitledErased };
  const { text, tag } = inReadersLanguage(title, frame.language);
  return { text, lang: languageAttribute(tag, frame.language) };
}

export function ShownTitle({ frame, title }: { frame: Frame; title: Opened<Text> | null | undefined }) {
  const { text, lang } = titleWords(frame, title);
  return <span lang={lang}>{text}</span>;
}

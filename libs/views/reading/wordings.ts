/** What was made of an object's texts, in plain words and in other languages, from its history: pure. */
import type { PlainTextReader, Translator } from '@fil/facts/codes/words';
import { DERIVED_TEXT_FIELDS, type PLAIN_TEXT_GIVEN, type TRANSLATED } from '@fil/facts/events/text.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { CommonFacts } from '@fil/facts/kit/common-facts';
import type { Text } from '@fil/facts/kit/sealed-fields';
import { isWithheld, type Opened } from '@fil/log/vault/vault';
import type { NameBook, Named } from '../names/named';
import type { Happened } from './happened';
import { happening, type KeptEvent } from './happening';
import type { History } from './history';

/** A step assisted by a tool: which, how it was told, on what, and who validated it; null for any other. */
export type Assisted =
  (Omit<NonNullable<CommonFacts['assisted']>, 'validatedBy'> & { readonly validatedBy: Named }) | null;

/** One of an object's texts in plain words, or in another language. While the original is withheld, so is this. */
export interface OtherWording {
  readonly given: Happened;
  /** The object, the event and the field of the original. */
  readonly of: { readonly object: string; readonly event: string; readonly path: string };
  readonly language: string;
  readonly text: Opened<Text> | null;
  /** Set for a text in plain words: easy-to-read only where `readBy` is `peopleConcerned`. */
  readonly plain: { readonly readBy: PlainTextReader; readonly readers: Opened<string> | null } | null;
  /** Set for a translation. */
  readonly translated: { readonly by: Translator; readonly from: string | null; readonly assisted: Assisted } | null;
}

type Naming = (kind: keyof NameBook, code: string | null | undefined) => Named | null;

/** A function or a body validates what a tool did. */
export function assistedOf(assisted: CommonFacts['assisted'], named: Naming): Assisted {
  if (!assisted) return null;
  const by = named('functions', assisted.validatedBy)!;
  return { ...assisted, validatedBy: by.name === null ? named('bodies', assisted.validatedBy)! : by };
}

const isDerived = ({ type }: KeptEvent): boolean => /\.(?:plainTextGiven|translated)\//.test(type);

export const wordingsIn = ({ events }: History, named: Naming): OtherWording[] =>
  events.filter(isDerived).flatMap((event) => wordingOf(event, named));

/** One of its fields is given; of those that are not for this reader, nobody can tell whether they are. */
function textIn({ words }: KeptEvent): Opened<Text> | null {
  const given = DERIVED_TEXT_FIELDS.map((name) => words[name] as Opened<Text> | undefined).filter(
    (one) => one !== undefined,
  );
  return given.find((one) => !isWithheld(one)) ?? given[0] ?? null;
}

function wordingOf(event: KeptEvent, named: Naming): OtherWording | [] {
  const { event: of, path, language } = event.data as KnownData<(typeof TRANSLATED)['contribution']>;
  if (of === undefined || path === undefined || language === undefined) return [];
  const common = {
    given: happening(event),
    of: { object: event.stream, event: of, path },
    language,
    text: textIn(event),
    plain: null,
    translated: null,
  };
  const { readBy } = event.data as KnownData<(typeof PLAIN_TEXT_GIVEN)['contribution']>;
  if (readBy !== undefined) {
    return { ...common, plain: { readBy, readers: (event.words['readers'] as Opened<string> | undefined) ?? null } };
  }
  const { by, from, assisted } = event.data as KnownData<(typeof TRANSLATED)['contribution']>;
  if (by === undefined) return [];
  return { ...common, translated: { by, from: from ?? null, assisted: assistedOf(assisted, named) } };
}

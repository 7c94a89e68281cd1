import type { Attachment, Contact, Text } from '@fil/facts/kit/sealed-fields';
import { isErased, isWithheld } from '@fil/log/vault/vault';
import type { ShownField } from '@fil/log/transparency/receipt';
import { Definitions } from '@fil/ui/components/definitions';
import type { Frame } from '@fil/ui/page/frame';
import { ShownTitle, ShownWords } from '../words/shown-words';
import type { ReceiptPageProps } from './receipt.page';

/** Her own words as she gave them, when she opens them; else what is public of them. */
export function FrontWords({
  frame,
  own,
  about: { thread },
}: ReceiptPageProps & { readonly about: NonNullable<ReceiptPageProps['about']> }) {
  const { t } = frame;
  if (own) return <OwnWords frame={frame} fields={own.disclosed.fields} erased={own.disclosed.erased} />;
  const { text, title } = thread;
  const shown = text ?? title;
  return (
    <>
      <h2>{t.receipt.theWords}</h2>
      {shown === null && <p class="note-absent">{t.receipt.noWords}</p>}
      {isWithheld(shown) && <p class="note-absent">{t.receipt.wordsNotPublic}</p>}
      {isErased(shown) && <p class="note-absent">{t.receipt.wordsErased}</p>}
      {shown !== null && !isWithheld(shown) && !isErased(shown) && (
        <blockquote class="verbatim">
          {title !== null && (
            <p>
              <strong>
                <ShownTitle frame={frame} title={title} />
              </strong>
            </p>
          )}
          {text !== null && <ShownWords frame={frame} words={text} class="" />}
        </blockquote>
      )}
    </>
  );
}

function OwnWords({
  frame,
  fields,
  erased,
}: {
  readonly frame: Frame;
  readonly fields: readonly ShownField[];
  readonly erased: readonly string[];
}) {
  const { t } = frame;
  const value = <T,>(path: string): T | null =>
    (fields.find((field) => field.path === path)?.value ?? null) as T | null;
  const [title, text] = [value<Text>('/title'), value<Text>('/text')];
  const contact = value<Contact>('/contact');
  const files = fields.filter(({ path }) => path.startsWith('/attachments/'));
  const names = t.receipt.fields;
  return (
    <>
      <h2>{t.receipt.words}</h2>
      {erased.includes('/text') ? (
        <p class="note-absent">{t.receipt.wordsErased}</p>
      ) : (
        title === null && text === null && <p class="note-absent">{t.receipt.noWords}</p>
      )}
      {(title !== null || text !== null) && (
        <blockquote class="verbatim">
          {title && (
            <p>
              <strong>
                <ShownTitle frame={frame} title={title} />
              </strong>
            </p>
          )}
          {text && <ShownWords frame={frame} words={text} class="" />}
        </blockquote>
      )}
      <Definitions
        rows
        items={[
          line(names.place, value('/place')),
          line(names.signature, value('/signature')),
          line(names.author, value('/author')),
          contact && { term: names.contact, is: Object.values(contact).join(', ') },
          line(names.sourceAddress, value('/sourceAddress')),
          files.length > 0 && {
            term: names.attachments,
            is: files.map((file) => (file.value as unknown as Attachment).mediaType).join(', '),
          },
        ]}
      />
    </>
  );
}

const line = (term: string, is: string | null) => is !== null && { term, is };

/** The texts of the thread in plain words and in other languages, as far as somebody gave them. */
import { PLAIN_TEXT_LABELS, TRANSLATOR_LABELS } from '@fil/facts/codes/words';
import type { Frame } from '@fil/ui/page/frame';
import type { Thread } from '@fil/views/thread/thread.answer';
import type { OtherWording } from '@fil/views/reading/wordings';
import { ShownLine, ShownWords } from '../words/shown-words';
import { AssistedNote } from './assisted-note';

export function OtherWordings({ frame, thread: { words } }: { frame: Frame; thread: Thread }) {
  if (words.wordings.length === 0) return null;
  return (
    <details>
      <summary>{frame.t.authorWords.wordings}</summary>
      <ul class="stack-close">
        {words.wordings.map((wording) => (
          <li>
            <Wording frame={frame} wording={wording} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Wording({ frame, wording }: { frame: Frame; wording: OtherWording }) {
  const { t, label } = frame;
  const { plain, translated, language, text, of } = wording;
  const kind = plain ? label(PLAIN_TEXT_LABELS[plain.readBy]) : label(TRANSLATOR_LABELS[translated!.by]);
  const fields: Readonly<Record<string, string>> = t.authorWords.fields;
  return (
    <>
      <p>
        <strong>{t.authorWords.inLanguage(kind, language)}</strong>
      </p>
      <p class="soft small">{t.authorWords.ofText(fields[of.path.split('/')[1]!] ?? t.authorWords.otherField)}</p>
      <ShownWords frame={frame} words={text} />
      {plain?.readers != null && (
        <p class="soft small">
          {t.authorWords.readers('')}
          <ShownLine frame={frame} line={plain.readers} />
        </p>
      )}
      {translated && <AssistedNote frame={frame} assisted={translated.assisted} />}
    </>
  );
}

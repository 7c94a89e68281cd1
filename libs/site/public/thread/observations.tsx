import { formatOn } from '@fil/ui/format/dates';
import type { Frame } from '@fil/ui/page/frame';
import type { ThreadObservations } from '@fil/views/thread/words.answer';
import { ShownWords } from '../words/shown-words';

/** What anybody said of it after the close: how many, and those that are published. */
export function Observations({ frame, of }: { frame: Frame; of: ThreadObservations | undefined }) {
  if (!of) return null;
  const { t, language } = frame;
  return (
    <details>
      <summary>{t.authorWords.observations}</summary>
      <p class="soft">{t.authorWords.observationsLeft(of.left, of.published.length)}</p>
      <ul class="stack-close">
        {of.published.map(({ given, text, shortened }) => (
          <li>
            <p class="soft small">{formatOn(given.occurredOn, language)}</p>
            <ShownWords frame={frame} words={text} />
            {shortened && <p class="soft small">{t.authorWords.shortened}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}

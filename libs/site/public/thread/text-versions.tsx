/** How the text came to be as it stands: transcribed, corrected by its author; no version before is lost. */
import { AUTHOR_TEXT_LABELS, TRANSCRIPTION_WAY_LABELS } from '@fil/facts/codes/words';
import { formatOn } from '@fil/ui/format/dates';
import type { Frame } from '@fil/ui/page/frame';
import type { Thread } from '@fil/views/thread/thread.answer';
import type { TextVersion } from '@fil/views/thread/words.answer';
import { ShownWords } from '../words/shown-words';
import { AssistedNote } from './assisted-note';

export function TextVersions({ frame, thread: { words } }: { frame: Frame; thread: Thread }) {
  const { t } = frame;
  const versions = words.versions.filter(({ version, title, text }) => version > 1 || title !== null || text !== null);
  const [standing, ...earlier] = [...versions].reverse();
  if (!standing || (earlier.length === 0 && standing.version === 1)) return null;
  return (
    <>
      <HowMade frame={frame} version={standing} />
      {earlier.length > 0 && (
        <details>
          <summary>{t.authorWords.versions(earlier.length)}</summary>
          <ol class="stack-close" reversed>
            {earlier.map((version) => (
              <li>
                <HowMade frame={frame} version={version} />
                <ShownWords frame={frame} words={version.title} />
                <ShownWords frame={frame} words={version.text} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function HowMade({ frame, version: { given, transcribed, corrected } }: { frame: Frame; version: TextVersion }) {
  const { t, label, language } = frame;
  const on = formatOn(given.occurredOn, language);
  if (corrected) {
    return (
      <>
        <p class="soft">
          {t.authorWords.corrected(label(AUTHOR_TEXT_LABELS[corrected.field]), on)}
          {corrected.afterAnswer && <>. {t.authorWords.afterAnswer}</>}
        </p>
        <ShownWords frame={frame} words={corrected.reason} class="soft" />
      </>
    );
  }
  if (!transcribed) return <p class="soft">{t.authorWords.recorded(on)}</p>;
  return (
    <>
      <p class="soft">
        {t.authorWords.transcribed(label(TRANSCRIPTION_WAY_LABELS[transcribed.way]), on)}
        {transcribed.illegible > 0 && <>, {t.authorWords.illegible(transcribed.illegible)}</>}
      </p>
      <AssistedNote frame={frame} assisted={transcribed.assisted} />
    </>
  );
}

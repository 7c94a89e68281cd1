/** How it was restated, and beside it what its author says of that: never instead of her words. */
import { formatOn } from '@fil/ui/format/dates';
import type { Frame } from '@fil/ui/page/frame';
import type { Thread } from '@fil/views/thread/thread.answer';
import type { ThreadRestatement } from '@fil/views/thread/words.answer';
import { NameOf } from '../words/named';
import { ShownWords } from '../words/shown-words';
import { AssistedNote } from './assisted-note';

interface Props {
  readonly frame: Frame;
  readonly restatement: ThreadRestatement;
  /** How many versions of the text there are. */
  readonly versions: number;
}

export function Restatements({ frame, thread: { words } }: { frame: Frame; thread: Thread }) {
  const [standing, ...earlier] = [...words.restatements].reverse();
  if (!standing) return <p class="note-absent">{frame.t.authorWords.notRestated}</p>;
  const versions = words.versions.at(-1)?.version ?? 1;
  return (
    <>
      <Restated frame={frame} restatement={standing} versions={versions} />
      {earlier.length > 0 && (
        <details>
          <summary>{frame.t.authorWords.olderRestatements(earlier.length)}</summary>
          {earlier.map((restatement) => (
            <Restated frame={frame} restatement={restatement} versions={versions} />
          ))}
        </details>
      )}
    </>
  );
}

const Restated = (props: Props) => (
  <div class={props.restatement.disputed ? 'side-by-side' : undefined}>
    <Restatement {...props} />
    <Dispute {...props} />
  </div>
);

function Restatement({ frame, restatement, versions }: Props) {
  const { t, language } = frame;
  const { given, by, assisted, text, version, reason, upheld } = restatement;
  return (
    <div class="card">
      <header>
        <p class="soft small">
          {t.authorWords.restatedOn(formatOn(given.occurredOn, language))}
          {by && (
            <>
              {' '}
              {t.authorWords.restatedBy} <NameOf frame={frame} named={by} />
            </>
          )}
        </p>
        <h3>{t.authorWords.restatement}</h3>
      </header>
      <ShownWords frame={frame} words={text} />
      <ShownWords frame={frame} words={reason} class="soft" />
      {version < versions && <p class="soft">{t.authorWords.ofEarlierVersion}</p>}
      <AssistedNote frame={frame} assisted={assisted} />
      {upheld && (
        <>
          <p class="soft">
            {t.authorWords.upheld(formatOn(upheld.given.occurredOn, language))}
            {upheld.by && (
              <>
                , {t.authorWords.restatedBy} <NameOf frame={frame} named={upheld.by} />
              </>
            )}
          </p>
          <ShownWords frame={frame} words={upheld.reason} />
        </>
      )}
    </div>
  );
}

const Dispute = ({ frame, restatement: { disputed } }: Props) =>
  disputed && (
    <div class="card">
      <header>
        <p class="soft small">{frame.t.authorWords.disputed(formatOn(disputed.given.occurredOn, frame.language))}</p>
        <h3 class="outcome">{frame.t.authorWords.dispute}</h3>
      </header>
      <ShownWords frame={frame} words={disputed.text} />
    </div>
  );

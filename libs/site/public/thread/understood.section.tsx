/** How it was understood: the synthesis it is in, with its divergences. */
import { standingLabel } from '@fil/facts/codes/outcome';
import { formatOn } from '@fil/ui/format/dates';
import type { Frame } from '@fil/ui/page/frame';
import type { Thread, ThreadSynthesis } from '@fil/views/thread/thread.answer';
import { ShownTitle, ShownWords } from '../words/shown-words';
import { isNotForAll } from './not-for-all';
import { Restatements } from './restatements';

export const UnderstoodSection = ({ frame, thread }: { frame: Frame; thread: Thread }) => (
  <section aria-labelledby="understood">
    <h2 id="understood">{frame.t.thread.understood}</h2>
    <Restatements frame={frame} thread={thread} />
    {thread.syntheses.length === 0 && <p class="note-absent">{frame.t.thread.notGrouped}</p>}
    {thread.syntheses.map((synthesis) => (
      <Synthesis frame={frame} synthesis={synthesis} />
    ))}
  </section>
);

function Synthesis({ frame, synthesis }: { frame: Frame; synthesis: ThreadSynthesis }) {
  const { t, language } = frame;
  const { published, divergences, outcome } = synthesis;
  return (
    <div class="card">
      <header>
        <p class="soft small">
          {t.thread.synthesis}, {t.thread.groups(synthesis.members)},{' '}
          {published ? t.thread.publishedOn(formatOn(published.occurredOn, language)) : t.thread.synthesisNotPublished}
        </p>
        <h3>
          <ShownTitle frame={frame} title={synthesis.title} />
        </h3>
      </header>
      <ShownWords frame={frame} words={synthesis.text} />
      <h4>{t.thread.divergences}</h4>
      {divergences.length === 0 ? (
        <p class="note-absent">{t.thread.noDivergence}</p>
      ) : (
        <ul class="divergences">
          {divergences.map((divergence) => (
            <li>
              <ShownWords frame={frame} words={divergence} />
            </li>
          ))}
        </ul>
      )}
      {outcome && !outcome.reachedThisOne && (
        <p>
          <strong>{t.thread.reachedNotYet(frame.label(standingLabel(outcome.outcome)))}</strong>
        </p>
      )}
      {outcome?.common.progress && isNotForAll(outcome.common.progress) && (
        <p class="soft">{t.thread.carried(outcome.common.progress)}</p>
      )}
    </div>
  );
}

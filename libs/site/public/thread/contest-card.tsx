/** What its author contests: as large as what it contests, never a footnote. */
import { CONTESTABLE_LABELS } from '@fil/facts/codes/contribution';
import { CONTEST_VERDICT_LABELS } from '@fil/facts/codes/words';
import { formatOn } from '@fil/ui/format/dates';
import type { Frame } from '@fil/ui/page/frame';
import type { Thread } from '@fil/views/thread/thread.answer';
import { NameOf } from '../words/named';
import { ShownWords } from '../words/shown-words';

export const ContestCard = ({ frame, contest }: { frame: Frame; contest: Thread['contests'][number] }) => (
  <div class="card">
    <header>
      <p class="soft small">
        {frame.t.thread.contested(
          frame.label(CONTESTABLE_LABELS[contest.what]),
          formatOn(contest.given.occurredOn, frame.language),
        )}
      </p>
      <h3 class="outcome">{frame.t.thread.contest}</h3>
    </header>
    <ShownWords frame={frame} words={contest.text} />
    <Answer frame={frame} contest={contest} />
  </div>
);

function Answer({ frame, contest: { answer } }: { frame: Frame; contest: Thread['contests'][number] }) {
  if (!answer) return null;
  const { t, label, language } = frame;
  return (
    <>
      <h4>{label(CONTEST_VERDICT_LABELS[answer.verdict])}</h4>
      <p class="soft small">
        {t.authorWords.contestAnswer(formatOn(answer.given.occurredOn, language))}
        {answer.by && (
          <>
            , {t.authorWords.restatedBy} <NameOf frame={frame} named={answer.by} />
          </>
        )}
      </p>
      <ShownWords frame={frame} words={answer.text} />
    </>
  );
}

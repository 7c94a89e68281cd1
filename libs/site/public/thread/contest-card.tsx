/** What its author contests: as large as what it contests, never a footnote. */
import { CONTESTABLE_LABELS } from '@fil/facts/codes/contribution';
import { formatOn } from '@fil/ui/format/dates';
import type { Frame } from '@fil/ui/page/frame';
import type { Thread } from '@fil/views/thread/thread.answer';
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
  </div>
);

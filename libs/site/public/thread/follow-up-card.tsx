import { FOLLOW_UP_VERDICT_LABELS } from '@fil/facts/codes/words';
import { formatOn } from '@fil/ui/format/dates';
import type { Frame } from '@fil/ui/page/frame';
import type { ThreadFollowUp } from '@fil/views/thread/words.answer';
import { ShownWords } from '../words/shown-words';

/** The author's verdict: as large as the claim beside it. */
export const FollowUpCard = ({ frame, followUp }: { frame: Frame; followUp: ThreadFollowUp }) => (
  <div class="card">
    <header>
      <p class="soft small">{frame.t.authorWords.verdictOn(formatOn(followUp.given.occurredOn, frame.language))}</p>
      <h3 class="outcome">{frame.label(FOLLOW_UP_VERDICT_LABELS[followUp.verdict])}</h3>
    </header>
    <ShownWords frame={frame} words={followUp.text} />
  </div>
);

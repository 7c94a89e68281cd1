/** What was undertaken and what was done, commitment by commitment. */
import type { Frame } from '@fil/ui/page/frame';
import type { Thread } from '@fil/views/thread/thread.answer';
import { CommitmentCard } from './commitment-card';

export const CommittedSection = ({ frame, thread }: { frame: Frame; thread: Thread }) => (
  <section aria-labelledby="committed">
    <h2 id="committed">{frame.t.thread.committed}</h2>
    {thread.commitments.length === 0 && <p class="note-absent">{frame.t.thread.noCommitment}</p>}
    {thread.commitments.map((commitment) => (
      <CommitmentCard frame={frame} commitment={commitment} contests={thread.contests} words={thread.words} />
    ))}
  </section>
);

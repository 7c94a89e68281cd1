/** The thread of one contribution, on one page: said, understood, answered, undertaken, happened. */
import type { EntryReceipt } from '@fil/log/receipts/entry-receipt';
import type { Thread } from '@fil/views/thread/thread.answer';
import type { Frame } from '@fil/ui/page/frame';
import { Layout } from '@fil/ui/page/layout';
import { titleWords } from '../words/shown-words';
import { AnsweredSection } from './answered.section';
import { CommittedSection } from './committed.section';
import { ErasuresSection } from './erasures.section';
import { HappenedSection } from './happened.section';
import { ModerationSection } from './moderation.section';
import { SaidSection } from './said.section';
import { ThreadHead } from './thread-head';
import { UnderstoodSection } from './understood.section';

export interface ThreadPageProps {
  readonly frame: Frame;
  readonly thread: Thread;
  /** Of its deposit; null while that is not in the log. */
  readonly receipt: EntryReceipt | null;
  /** Today in Paris, for the days of waiting. */
  readonly today: string;
}

export const ThreadPage = ({ frame, thread, receipt, today }: ThreadPageProps) => (
  <Layout
    frame={frame}
    title={`${titleWords(frame, thread.title).text} (${frame.t.thread.number(thread.number)})`}
    state={thread.shown}
  >
    <article>
      <ThreadHead frame={frame} thread={thread} receipt={receipt} />
      <div class="thread">
        <SaidSection frame={frame} thread={thread} />
        <ErasuresSection frame={frame} thread={thread} />
        <ModerationSection frame={frame} thread={thread} />
        <UnderstoodSection frame={frame} thread={thread} />
        <AnsweredSection frame={frame} thread={thread} today={today} />
        <CommittedSection frame={frame} thread={thread} />
        <HappenedSection frame={frame} thread={thread} />
      </div>
    </article>
  </Layout>
);

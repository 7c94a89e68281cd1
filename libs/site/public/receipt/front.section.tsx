/** The front: the number, her words, who answers and by when, how to follow, and the author's key below a fold. */
import { CHANNEL_LABELS } from '@fil/facts/codes/contribution';
import { parseEntry } from '@fil/log/transparency/entry';
import { formatInstant } from '@fil/ui/format/dates';
import { formatNumber } from '@fil/ui/format/numbers';
import type { Frame } from '@fil/ui/page/frame';
import { PageHead, type Crumb } from '@fil/ui/page/page-head';
import type { Thread } from '@fil/views/thread/thread.answer';
import { contributionAddress } from '../words/addresses';
import { eventWords } from '../thread/happened.section';
import { FrontWords } from './front-words';
import { isDeposit } from './is-deposit';
import type { ReceiptPageProps } from './receipt.page';
import { WhoAnswersIt } from './who-answers-it';

export function FrontSection(props: ReceiptPageProps) {
  const { frame, receipt, about } = props;
  const { t, language, label } = frame;
  const instant = formatInstant(parseEntry(receipt.entry.bytes).at, language);
  const channel = about?.thread.channel;
  return (
    <section class="receipt-front" aria-labelledby="receipt">
      <PageHead frame={frame} crumbs={about ? crumbsOf(frame, about.thread) : []}>
        <h1 id="receipt">{isDeposit(receipt) ? t.receipt.deposit : t.receipt.entry}</h1>
        <p class="receipt-number">
          <span class="soft small">{about ? t.receipt.numberIs : t.receipt.entryNumber}</span>
          <strong>{about ? about.thread.number : formatNumber(receipt.entry.index, language)}</strong>
        </p>
      </PageHead>
      {!isDeposit(receipt) && (
        <p>
          <strong>{eventWords(frame, receipt.entry.type)}</strong>
        </p>
      )}
      <p>
        {isDeposit(receipt) && channel
          ? t.receipt.depositedOn(instant, label(CHANNEL_LABELS[channel]))
          : t.receipt.recordedOn(instant)}
      </p>
      {about && isDeposit(receipt) && <FrontWords {...props} about={about} />}
      {about && <WhoAnswersIt frame={frame} about={about} />}
      {about && <Follow {...props} number={about.thread.number} thread={about.thread.id} />}
      {props.own && <AuthorKey {...props} authorKey={props.own.authorKey} />}
    </section>
  );
}

const crumbsOf = (frame: Frame, { id, number }: Thread): Crumb[] => [
  { words: frame.t.frame.contributions, href: frame.to('/contributions') },
  { words: frame.t.receipt.frontOf(number), href: frame.to(contributionAddress(id)) },
];

const Follow = ({
  frame,
  site,
  number,
  thread,
  receipt,
}: ReceiptPageProps & { readonly number: string; readonly thread: string }) => (
  <>
    <h2>{frame.t.receipt.follow}</h2>
    <p>{frame.t.receipt.followHow(number, site)}</p>
    <p class="on-screen">
      <a href={`${frame.to(contributionAddress(thread))}#event-${receipt.entry.id}`}>{frame.t.receipt.seeThread}</a>
    </p>
  </>
);

const AuthorKey = ({ frame, authorKey }: ReceiptPageProps & { readonly authorKey: string }) => (
  <div class="fold">
    <p class="fold-line small" aria-hidden="true">
      {frame.t.receipt.keyFold}
    </p>
    <h2>{frame.t.receipt.keyTitle}</h2>
    <p class="author-key">{authorKey}</p>
    <p class="small">{frame.t.receipt.keyWhat}</p>
  </div>
);

import { formatOn } from '@fil/ui/format/dates';
import { LateBadge, ProgressBadge, StandingBadge } from '@fil/ui/components/badge';
import { Notice } from '@fil/ui/components/notice';
import { PageHead } from '@fil/ui/page/page-head';
import { VOID_GROUND_LABELS } from '@fil/facts/codes/contribution';
import { receiptAddress } from '@fil/ui/page/receipt-addresses';
import { ReceiptStateBadge } from '../receipt/receipt-state';
import { consultationAddress, contributionAddress } from '../words/addresses';
import { ShownTitle, ShownWords, titleWords } from '../words/shown-words';
import type { ThreadPageProps } from './thread.page';

export const ThreadHead = ({ frame, thread, receipt }: Omit<ThreadPageProps, 'today'>) => (
  <PageHead
    frame={frame}
    goesOn
    crumbs={[
      { words: frame.t.frame.contributions, href: frame.to('/contributions') },
      {
        words: titleWords(frame, thread.consultation.title).text,
        href: frame.to(consultationAddress(thread.consultation.id)),
      },
    ]}
  >
    <p class="soft">{frame.t.thread.number(thread.number)}</p>
    <h1>
      <ShownTitle frame={frame} title={thread.title} />
    </h1>
    <Standing frame={frame} thread={thread} receipt={receipt} />
    <WithdrawnOrVoided frame={frame} thread={thread} />
  </PageHead>
);

const Standing = ({ frame, thread, receipt }: Omit<ThreadPageProps, 'today'>) => (
  <dl class="stands" aria-label={frame.t.thread.whereItStands}>
    <div>
      <dt>{frame.t.thread.outcome}</dt>
      <dd class="badges">
        <StandingBadge frame={frame} standing={thread.standing} />
        {thread.daysLate !== null && (
          <LateBadge words={frame.t.backlog.lateBy(frame.t.commitment.days(thread.daysLate))} />
        )}
      </dd>
    </div>
    <div>
      <dt>{frame.t.thread.progress}</dt>
      <dd class="badges">
        <ProgressBadge frame={frame} progress={thread.progress} />
        {thread.commitments.some(({ late }) => late) && <ProgressBadge frame={frame} progress="late" />}
      </dd>
    </div>
    {receipt && (
      <div>
        <dt>{frame.t.receipt.proof}</dt>
        <dd class="badges">
          <ReceiptStateBadge frame={frame} receipt={receipt} />
          <a href={frame.to(receiptAddress(receipt.entry.id))}>{frame.t.receipt.check}</a>
        </dd>
      </div>
    )}
  </dl>
);

function WithdrawnOrVoided({ frame, thread: { withdrawn, voided } }: Pick<ThreadPageProps, 'frame' | 'thread'>) {
  const { t, language, label } = frame;
  return (
    <>
      {withdrawn && (
        <Notice>
          <p>
            <strong>{t.thread.withdrawn(formatOn(withdrawn.given.occurredOn, language))}</strong>
          </p>
          <ShownWords frame={frame} words={withdrawn.reason} />
        </Notice>
      )}
      {voided && (
        <Notice>
          <p>
            <strong>
              {t.thread.voided(
                voided.ground === null ? t.words.withheldShort : label(VOID_GROUND_LABELS[voided.ground]).toLowerCase(),
                formatOn(voided.given.occurredOn, language),
              )}
            </strong>{' '}
            {t.thread.voidedStays}
          </p>
          <ShownWords frame={frame} words={voided.reason} />
          {voided.duplicateOf && (
            <p>
              <a href={frame.to(contributionAddress(voided.duplicateOf))}>{t.thread.duplicateOf}</a>
            </p>
          )}
        </Notice>
      )}
    </>
  );
}

/** How long it has waited, and what was promised: said as plainly as an answer would be. */
import { daysBetween } from '@fil/facts/dates/calendar-date';
import { lastDay } from '@fil/facts/dates/when';
import { formatFor } from '@fil/ui/format/dates';
import type { Frame } from '@fil/ui/page/frame';
import { Notice } from '@fil/ui/components/notice';
import type { Thread } from '@fil/views/thread/thread.answer';

export const daysWaiting = (thread: Thread, today: string): number =>
  Math.max(0, daysBetween(lastDay(thread.receivedOn), today));

/** Nothing more is owed to these. */
export const isWaiting = (thread: Thread): boolean =>
  !thread.answered &&
  ['pending', 'underReview', 'deferred', 'proposedForDecision'].includes(thread.standing) &&
  thread.voided === null;

export function WaitingNotice({ frame, thread, today }: { frame: Frame; thread: Thread; today: string }) {
  const { t, language } = frame;
  const { dueOn, promised } = thread.consultation;
  const answers = thread.points.some(({ answers: given }) => given.length > 0);
  if (!answers && thread.recorded.takenOver && !promised) {
    return (
      <Notice>
        <p>
          <strong>{t.thread.noAnswer}.</strong> {t.thread.takenOverNoDeadline}
        </p>
        <p>{t.thread.nobodyPromised}</p>
      </Notice>
    );
  }
  return (
    <Notice tone={thread.late ? 'late' : 'waiting'}>
      <p>
        {!answers && <strong>{t.thread.noAnswer}. </strong>}
        {t.thread.waitingSince(t.commitment.days(daysWaiting(thread, today)))}{' '}
        {thread.daysLate !== null && <strong>{t.thread.lateBy(t.commitment.days(thread.daysLate))}</strong>}
      </p>
      {!promised && <p>{t.thread.nobodyPromised}</p>}
      {promised && dueOn !== null && <p>{t.thread.promisedFor(formatFor(dueOn, language))}</p>}
      {promised && dueOn === null && <p>{t.thread.notDueYet}</p>}
      {thread.nextAnswerOn && <p>{t.backlog.nextAnswer(formatFor(thread.nextAnswerOn, language))}</p>}
    </Notice>
  );
}

/** What was answered, point by point: the answer that stands, what its author says of it, and those it replaced. */
import { formatOn } from '@fil/ui/format/dates';
import type { Frame } from '@fil/ui/page/frame';
import type { Thread, ThreadPoint } from '@fil/views/thread/thread.answer';
import { ShownInline, ShownWords } from '../words/shown-words';
import { AnswerCard } from './answer-card';
import { ContestCard } from './contest-card';
import { isWaiting, WaitingNotice } from './waiting';

interface Props {
  readonly frame: Frame;
  readonly thread: Thread;
  readonly today: string;
}

export const AnsweredSection = ({ frame, thread, today }: Props) => {
  const answers = thread.points.flatMap((point) => point.answers);
  const others = thread.contests.filter(
    ({ contested, what }) => what !== 'declaredDone' && !answers.some(({ given }) => given.event === contested),
  );
  return (
    <section aria-labelledby="answered">
      <h2 id="answered">{frame.t.thread.answered}</h2>
      {isWaiting(thread) && <WaitingNotice frame={frame} thread={thread} today={today} />}
      {!isWaiting(thread) && !thread.consultation.promised && answers.length === 0 && (
        <p>{frame.t.thread.nobodyPromised}</p>
      )}
      <Transfers frame={frame} thread={thread} />
      {thread.points.map((point) => (
        <Point frame={frame} thread={thread} point={point} alone={thread.points.length === 1} />
      ))}
      {others.map((contest) => (
        <ContestCard frame={frame} contest={contest} />
      ))}
    </section>
  );
};

function Point({ frame, thread, point, alone }: { frame: Frame; thread: Thread; point: ThreadPoint; alone: boolean }) {
  const { t } = frame;
  const standing = point.answers.filter(({ current }) => current);
  const older = point.answers.filter(({ current }) => !current).reverse();
  if (alone && point.answers.length === 0) return null;
  return (
    <div class="stack">
      {!alone && (
        <h3>
          {t.thread.point(point.point)}
          {point.extract && (
            <>
              {frame.t.words.colon}
              <ShownInline frame={frame} words={point.extract} />
            </>
          )}
        </h3>
      )}
      {standing.length === 0 && <p class="note-absent">{t.thread.noAnswer}.</p>}
      {standing.map((answer) => {
        const contests = thread.contests.filter(({ contested }) => contested === answer.given.event);
        return (
          <div class={contests.length > 0 ? 'side-by-side' : undefined}>
            <AnswerCard
              frame={frame}
              answer={answer}
              replaced={point.answers.find(({ given }) => given.event === answer.supersedes) ?? null}
            />
            {contests.map((contest) => (
              <ContestCard frame={frame} contest={contest} />
            ))}
          </div>
        );
      })}
      {older.length > 0 && (
        <details open={older.length === 1}>
          <summary>{t.thread.older(older.length)}</summary>
          <div class="cards">
            {older.map((answer) => (
              <>
                <AnswerCard
                  frame={frame}
                  answer={answer}
                  replaced={null}
                  replacedBy={point.answers.find(({ given }) => given.event === answer.supersededBy) ?? null}
                />
                {thread.contests
                  .filter(({ contested }) => contested === answer.given.event)
                  .map((contest) => (
                    <ContestCard frame={frame} contest={contest} />
                  ))}
              </>
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

const Transfers = ({ frame, thread }: { frame: Frame; thread: Thread }) => (
  <>
    {thread.transfers.map(({ given, authority, explanation, point }) => (
      <div class="card">
        <h3>
          {frame.t.thread.transferredTo(formatOn(given.occurredOn, frame.language))}
          {frame.t.words.colon}
          <ShownInline frame={frame} words={authority} />
        </h3>
        {point !== null && thread.points.length > 1 && <p class="soft">{frame.t.thread.point(point)}</p>}
        <ShownWords frame={frame} words={explanation} />
      </div>
    ))}
  </>
);

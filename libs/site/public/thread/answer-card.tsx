/** One answer: its outcome, who decided, why, on which act; and how it differs from the one it replaces. */
import { REASON_LABELS } from '@fil/facts/codes/reason';
import { readable } from '@fil/log/vault/vault';
import { Definitions } from '@fil/ui/components/definitions';
import { OnDate } from '@fil/ui/components/on-date';
import { StandingBadge } from '@fil/ui/components/badge';
import { formatOn } from '@fil/ui/format/dates';
import type { Frame } from '@fil/ui/page/frame';
import type { ThreadAnswer } from '@fil/views/thread/thread.answer';
import { contributionAddress } from '../words/addresses';
import { NameOf } from '../words/named';
import { isNotStated, TakenOverNote, WhenGiven } from '../words/origin';
import { ShownInline, ShownLine, ShownTitle, ShownWords } from '../words/shown-words';
import { AnswerDifferences } from './answer-differences';
import { DecisionCited } from './decision-cited';
import { EvidenceList } from './evidence-list';
import { isNotForAll } from './not-for-all';

interface Props {
  readonly frame: Frame;
  readonly answer: ThreadAnswer;
  /** The answer this one replaced. */
  readonly replaced: ThreadAnswer | null;
  readonly replacedBy?: ThreadAnswer | null;
}

export function AnswerCard({ frame, answer, replaced, replacedBy = null }: Props) {
  const { t, language } = frame;
  return (
    <div class={answer.current ? 'card' : 'card card--older'}>
      <header>
        <p class="soft small">
          <WhenGiven frame={frame} given={answer.given} />
        </p>
        <h3 class="outcome">
          <StandingBadge frame={frame} standing={answer.outcome} />
        </h3>
        {answer.provisional && answer.current && <p class="soft">{t.thread.provisional}</p>}
        {replacedBy && <p>{t.thread.replacedBy(formatOn(replacedBy.given.occurredOn, language))}</p>}
      </header>
      {answer.supersedes && <AnswerDifferences frame={frame} answer={answer} replaced={replaced} />}
      <ShownWords frame={frame} words={answer.justification} />
      <Reasons frame={frame} answer={answer} />
      {answer.worseningReason && (
        <div>
          <h4>{t.thread.worse}</h4>
          <ShownWords frame={frame} words={answer.worseningReason} />
        </div>
      )}
      {answer.advice && (
        <div>
          <h4>{t.thread.advice}</h4>
          <ShownWords frame={frame} words={answer.advice} />
        </div>
      )}
      <What frame={frame} answer={answer} />
      {answer.decision && <DecisionCited frame={frame} decision={answer.decision} />}
      {answer.common && (
        <p class="soft small">
          {t.thread.common(answer.common.members)}
          {answer.common.progress && isNotForAll(answer.common.progress) && (
            <>. {t.thread.carried(answer.common.progress)}</>
          )}
        </p>
      )}
      <TakenOverNote frame={frame} takenOver={answer.given.takenOver} />
    </div>
  );
}

function Reasons({ frame, answer }: { frame: Frame; answer: ThreadAnswer }) {
  const { t, label } = frame;
  if (answer.reasons.length === 0) {
    return isNotStated(answer.given, 'reason') ? <p class="note-absent">{t.thread.reasonNotStated}.</p> : null;
  }
  return (
    <div>
      <h4>{t.thread.reasons}</h4>
      <ul>
        {answer.reasons.map((reason) => (
          <li>{label(REASON_LABELS[reason])}</li>
        ))}
      </ul>
    </div>
  );
}

function What({ frame, answer }: { frame: Frame; answer: ThreadAnswer }) {
  const { t } = frame;
  const { constraint, openPoint, mergedInto, release } = answer;
  const absent = t.words.notStated;
  const decidedBy = answer.decidedBy ?? release?.decidedBy ?? null;
  const sourced = readable(constraint?.text ?? undefined);
  return (
    <Definitions
      rows
      items={[
        decidedBy
          ? { term: t.thread.by, is: <NameOf frame={frame} named={decidedBy} /> }
          : isNotStated(answer.given, 'decidedBy') && { term: t.thread.by, is: absent },
        answer.body
          ? { term: t.thread.body, is: <NameOf frame={frame} named={answer.body} /> }
          : isNotStated(answer.given, 'body') && { term: t.thread.body, is: absent },
        answer.department && { term: t.thread.department, is: <NameOf frame={frame} named={answer.department} /> },
        answer.partTaken && { term: t.thread.partTaken, is: <ShownWords frame={frame} words={answer.partTaken} /> },
        answer.condition && { term: t.thread.condition, is: <ShownWords frame={frame} words={answer.condition} /> },
        answer.answerOn && { term: t.thread.answerOn, is: <OnDate frame={frame} when={answer.answerOn} /> },
        answer.session && { term: t.thread.session, is: <OnDate frame={frame} when={answer.session} /> },
        answer.proposersOpinion && {
          term: t.thread.proposersOpinion,
          is: <ShownWords frame={frame} words={answer.proposersOpinion} />,
        },
        constraint && {
          term: t.thread.constraint,
          is: sourced ? (
            <>
              <ShownWords frame={frame} words={sourced.text} />
              {sourced.source && <p class="soft small">{`${t.consultations.source} ${sourced.source}`}</p>}
            </>
          ) : (
            constraint.id
          ),
        },
        openPoint && {
          term: t.thread.openPoint,
          is: openPoint.text ? <ShownInline frame={frame} words={openPoint.text} /> : openPoint.id,
        },
        mergedInto && {
          term: t.thread.mergedInto,
          is: (
            <a href={frame.to(contributionAddress(mergedInto.id))}>
              {mergedInto.number && `${mergedInto.number} `}
              <ShownTitle frame={frame} title={mergedInto.title} />
            </a>
          ),
        },
        answer.reference !== null && {
          term: t.thread.reference,
          is: <ShownLine frame={frame} line={answer.reference} />,
        },
        answer.factChecked !== null && {
          term: t.thread.factChecked,
          is: answer.factChecked ? t.thread.yes : t.thread.no,
        },
        answer.evidence.length > 0 && {
          term: t.thread.evidence,
          is: <EvidenceList frame={frame} evidence={answer.evidence} />,
        },
        release?.preparedBy && {
          term: t.thread.preparedBy,
          is: <NameOf frame={frame} named={release.preparedBy} />,
        },
      ]}
    />
  );
}

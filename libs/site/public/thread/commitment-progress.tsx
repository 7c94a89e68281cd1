/** Stages reached and lost, with the source's own words, and the reports made on the way. */
import { STAGE_LABELS } from '@fil/facts/codes/progress';
import { formatNumber } from '@fil/ui/format/numbers';
import { OnDate } from '@fil/ui/components/on-date';
import { ShownWords } from '../words/shown-words';
import type { StageStep } from '@fil/views/follow-up/shown-commitment.answer';
import type { Frame } from '@fil/ui/page/frame';
import type { CommitmentProps } from './commitment-card';
import { EvidenceList } from './evidence-list';

export function CommitmentStages({ frame, commitment: { stages, stage } }: CommitmentProps) {
  const { t, label } = frame;
  if (stages.length === 0 && stage === null) return null;
  return (
    <div class="stack-close">
      <h4>{t.commitment.stages}</h4>
      {stage && (
        <p>
          {t.commitment.stageNow}
          {frame.t.words.colon}
          <strong>{label(STAGE_LABELS[stage.stage])}</strong>
          {stage.word && <span class="soft"> ({t.words.sourceWord(stage.word)})</span>}
        </p>
      )}
      {stages.length > 0 && (
        <ol class="slip">
          {stages.map((step) => (
            <Step frame={frame} step={step} />
          ))}
        </ol>
      )}
    </div>
  );
}

function Step({ frame, step }: { frame: Frame; step: StageStep }) {
  const { t, label } = frame;
  const words =
    step.lost && step.from
      ? t.commitment.steppedBack(label(STAGE_LABELS[step.from]), label(STAGE_LABELS[step.stage]))
      : label(STAGE_LABELS[step.stage]);
  return (
    <li>
      <p>
        {step.lost ? <strong>{words}</strong> : words}{' '}
        <span class="soft">
          <OnDate frame={frame} when={step.given.occurredOn} as="on" />
          {step.word && <>, {t.words.sourceWord(step.word)}</>}
        </span>
      </p>
      <ShownWords frame={frame} words={step.reason} />
      {step.lost && step.reason === null && (
        <p class="note-absent">
          {step.reasonNotStated
            ? `${t.commitment.reason}${frame.t.words.colon}${t.words.notStated}`
            : t.commitment.reasonNone}
        </p>
      )}
    </li>
  );
}

export function CommitmentReports({ frame, commitment: { reports, lastNewsOn } }: CommitmentProps) {
  const { t, language } = frame;
  if (reports.length === 0) {
    return (
      <p class="soft small">
        {t.commitment.lastNews('')}
        <OnDate frame={frame} when={lastNewsOn} />
      </p>
    );
  }
  return (
    <div class="stack-close">
      <h4>{t.commitment.reports}</h4>
      <ol class="slip">
        {[...reports].reverse().map(({ given, percent, indicatorValue, note, evidence }) => (
          <li>
            <p>
              <OnDate frame={frame} when={given.occurredOn} />
              {percent !== null && (
                <>
                  {t.words.colon}
                  <strong>{t.commitment.percent(formatNumber(percent, language))}</strong>
                </>
              )}
              {indicatorValue !== null && <>, {t.commitment.indicatorValue(formatNumber(indicatorValue, language))}</>}
            </p>
            <ShownWords frame={frame} words={note} />
            {evidence.length > 0 && <EvidenceList frame={frame} evidence={evidence} />}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** How an answer differs from the one it replaces: the old one stays, the difference is said. */
import { standingLabel } from '@fil/facts/codes/outcome';
import { REASON_LABELS, type Reason } from '@fil/facts/codes/reason';
import { readable } from '@fil/log/vault/vault';
import { formatOn } from '@fil/ui/format/dates';
import type { Frame } from '@fil/ui/page/frame';
import type { ThreadAnswer } from '@fil/views/thread/thread.answer';
import { inReadersLanguage } from '../words/languages';

interface Props {
  readonly frame: Frame;
  readonly answer: ThreadAnswer;
  readonly replaced: ThreadAnswer | null;
}

export function AnswerDifferences({ frame, answer, replaced }: Props) {
  const { t } = frame;
  const changes = replaced ? differences(frame, answer, replaced) : [];
  return (
    <div class="stack-close">
      <p>
        <strong>
          {replaced
            ? t.thread.replaces(formatOn(replaced.given.occurredOn, frame.language))
            : t.thread.replacesUnspecified}
        </strong>{' '}
        {answer.enteredInError && t.thread.correctsError}
      </p>
      {changes.length > 0 && (
        <ul aria-label={t.thread.changed}>
          {changes.map((change) => (
            <li>{change}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function differences(frame: Frame, answer: ThreadAnswer, replaced: ThreadAnswer): string[] {
  const { t, label } = frame;
  const found: string[] = [];
  if (answer.outcome !== replaced.outcome) {
    found.push(t.thread.changedOutcome(label(standingLabel(replaced.outcome)), label(standingLabel(answer.outcome))));
  }
  const [before, after] = [named(frame, replaced.reasons), named(frame, answer.reasons)];
  if (before !== after) found.push(t.thread.changedReasons(before, after));
  if (answer.outcome === replaced.outcome && textOf(frame, answer) !== textOf(frame, replaced)) {
    found.push(t.thread.changedText);
  }
  return found;
}

const named = (frame: Frame, reasons: readonly Reason[]): string =>
  reasons.map((reason) => frame.label(REASON_LABELS[reason])).join(', ') || frame.t.thread.noReasons;

const textOf = (frame: Frame, { justification }: ThreadAnswer): string | null => {
  const known = readable(justification ?? undefined);
  return known ? inReadersLanguage(known, frame.language).text : null;
};

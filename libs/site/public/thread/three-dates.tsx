/** First planned, planned now, actual: three dates side by side, none of which replaces another. */
import { formatWhen } from '@fil/ui/format/dates';
import type { CommitmentProps } from './commitment-card';

export function ThreeDates({ frame, commitment }: CommitmentProps) {
  const { t, language } = frame;
  const { plannedFirst, plannedNow, slippedDays, done, abandoned } = commitment;
  const planned = (when: string | null) => (when === null ? t.commitment.noDate : formatWhen(when, language));
  const change =
    slippedDays === null || plannedNow === null
      ? null
      : slippedDays > 0
        ? t.commitment.slipped(t.commitment.days(slippedDays))
        : slippedDays < 0
          ? t.commitment.advanced(t.commitment.days(-slippedDays))
          : t.commitment.unchanged;
  return (
    <dl class="three-dates" aria-label={t.commitment.dates}>
      <div>
        <dt>{t.commitment.plannedFirst}</dt>
        <dd>{planned(plannedFirst)}</dd>
      </div>
      <div>
        <dt>{t.commitment.plannedNow}</dt>
        <dd>
          {planned(plannedNow)}
          {change && <small>{change}</small>}
        </dd>
      </div>
      <div>
        <dt>{t.commitment.actual}</dt>
        <dd>
          {done
            ? formatWhen(done.given.occurredOn, language)
            : abandoned
              ? t.commitment.neverWillBe
              : t.commitment.notYet}
        </dd>
      </div>
    </dl>
  );
}

/** Outcome, reason, progress: three axes, never one status. */
import { PROGRESS_LABELS } from '@fil/facts/codes/progress';
import { REASON_LABELS } from '@fil/facts/codes/reason';
import { overallLabel } from '@fil/facts/figures/standing';
import { Bars } from '@fil/ui/charts/bars';
import type { HomePageProps } from './home.page';

const present = <T extends { readonly count: number }>(counts: readonly T[]): T[] =>
  counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);

export function AxesSection({ frame, overview }: HomePageProps) {
  const { t, label, to } = frame;
  const consultation = overview.consultation?.id;
  const reasons = present(overview.reason);
  return (
    <section class="section" aria-labelledby="axes">
      <h2 id="axes">{t.home.axesTitle}</h2>
      <p>{t.home.axesLead}</p>
      <div class="axes">
        <Bars
          frame={frame}
          caption={t.home.outcome}
          head={t.home.number}
          bars={present(overview.outcome).map(({ code, count }) => ({
            words: label(overallLabel(code)),
            count,
            href: to('/contributions', { outcome: code, consultation }),
          }))}
        />
        <div>
          <Bars
            frame={frame}
            caption={t.home.reason}
            head={t.home.number}
            bars={reasons.map(({ code, count }) => ({ words: label(REASON_LABELS[code]), count }))}
          />
          <p class="soft small">{reasons.length > 0 ? t.home.reasonNote : t.home.noReason}</p>
        </div>
        <Bars
          frame={frame}
          caption={t.home.progress}
          head={t.home.number}
          bars={present(overview.progress).map(({ code, count }) => ({
            words: label(PROGRESS_LABELS[code]),
            count,
            href: to('/contributions', { progress: code, consultation }),
          }))}
        />
      </div>
    </section>
  );
}

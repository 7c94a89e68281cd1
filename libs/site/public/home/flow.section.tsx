/** From where contributions came, through what was answered, to what was done. */
import { CHANNEL_LABELS } from '@fil/facts/codes/contribution';
import type { Label } from '@fil/facts/codes/label';
import { PROGRESS_LABELS, type Progress } from '@fil/facts/codes/progress';
import { overallLabel, type OverallStanding } from '@fil/facts/figures/standing';
import { toneOfProgress, toneOfStanding } from '@fil/ui/components/badge';
import { FlowDiagram, type FlowStep } from '@fil/ui/charts/flow-diagram';
import { nameWords } from '../words/named';
import type { HomePageProps } from './home.page';

export function FlowSection({ frame, overview, flowBy }: HomePageProps) {
  const { t, to, label, visit } = frame;
  const cells = overview.flow[flowBy];
  if (cells.length === 0) return null;
  const here = (by: 'channel' | 'theme') => ({
    href: `${to('/', { ...visit.query, flow: by })}#flow`,
    'aria-current': by === flowBy ? ('true' as const) : undefined,
  });
  const steps: FlowStep[] = [
    firstStep({ frame, overview, flowBy }),
    {
      name: t.home.outcome,
      words: (code) => label(overallLabel(code as OverallStanding)),
      tone: (code) => toneOfStanding(code as OverallStanding),
    },
    {
      name: t.home.progress,
      words: (code) => label(PROGRESS_LABELS[code as Progress | 'none']),
      tone: (code) => toneOfProgress(code as Progress | 'none'),
    },
  ];
  return (
    <section class="section" aria-labelledby="flow">
      <h2 id="flow">{t.home.flowTitle}</h2>
      <p>{t.home.flowLead}</p>
      <nav aria-label={t.home.flowBy}>
        <ul class="choice">
          <li>
            <a {...here('channel')}>{t.home.byChannel}</a>
          </li>
          <li>
            <a {...here('theme')}>{t.home.byTheme}</a>
          </li>
        </ul>
      </nav>
      <FlowDiagram
        frame={frame}
        id="flow-diagram"
        steps={steps}
        paths={cells.map(({ from, outcome, progress, count }) => ({ steps: [from, outcome, progress], count }))}
      />
    </section>
  );
}

function firstStep({ frame, overview, flowBy }: Pick<HomePageProps, 'frame' | 'overview' | 'flowBy'>): FlowStep {
  const { t, label } = frame;
  if (flowBy === 'theme') {
    return {
      name: t.home.theme,
      words: (code) => {
        if (code === 'none') return t.home.noTheme;
        return nameWords(frame, overview.flow.themes.find((theme) => theme.code === code) ?? { code, name: null });
      },
    };
  }
  const labels: Readonly<Record<string, Label>> = CHANNEL_LABELS;
  return { name: t.home.channel, words: (code) => (labels[code] ? label(labels[code]) : t.home.concealed) };
}

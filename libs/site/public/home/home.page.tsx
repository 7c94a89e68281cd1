/** What became of everything received, at a glance; those who wait longest are on this very page. */
import { PageHead } from '@fil/ui/page/page-head';
import { SearchBox } from '@fil/ui/components/search-box';
import type { Frame } from '@fil/ui/page/frame';
import { Layout } from '@fil/ui/page/layout';
import type { BacklogAnswer } from '@fil/views/backlog/backlog.answer';
import type { ConsultationsAnswer } from '@fil/views/consultations/consultations.answer';
import type { OverviewAnswer } from '@fil/views/overview/overview.answer';
import { ConsultationList } from '../consultations/consultation-list';
import { ShownTitle } from '../words/shown-words';
import { AxesSection } from './axes.section';
import { FiguresSection } from './figures.section';
import { FlowSection } from './flow.section';
import { LongestSection } from './longest.section';

export interface HomePageProps {
  readonly frame: Frame;
  readonly overview: OverviewAnswer;
  /** The longest waiting. */
  readonly backlog: BacklogAnswer;
  readonly consultations: ConsultationsAnswer;
  readonly flowBy: 'channel' | 'theme';
}

/** Most consultations listed here; the rest is one click further. */
const LISTED = 6;

export const HomePage = (props: HomePageProps) => {
  const { frame, overview, consultations } = props;
  const { t } = frame;
  return (
    <Layout frame={frame} title={t.home.title} description={t.home.lead} state={overview.shown}>
      <PageHead frame={frame}>
        <h1>{t.home.title}</h1>
        {overview.consultation ? (
          <p class="lead">
            <ShownTitle frame={frame} title={overview.consultation.title} />{' '}
            <a href={frame.to('/')}>{t.consultations.seeAll}</a>
          </p>
        ) : (
          <p class="lead">{t.home.lead}</p>
        )}
        <SearchBox frame={frame} />
      </PageHead>
      {overview.contributions.received === 0 ? (
        <p>{t.home.empty}</p>
      ) : (
        <>
          <FiguresSection {...props} />
          <LongestSection {...props} />
          <FlowSection {...props} />
          <AxesSection {...props} />
        </>
      )}
      {consultations.items.length > 0 && (
        <section class="section" aria-labelledby="consultations">
          <h2 id="consultations">{t.home.consultationsTitle}</h2>
          <ConsultationList frame={frame} items={consultations.items.slice(0, LISTED)} level={3} />
          {consultations.items.length > LISTED && (
            <p>
              <a href={frame.to('/demarches')}>{t.home.allConsultations}</a>
            </p>
          )}
        </section>
      )}
    </Layout>
  );
};

import type { Frame } from '@fil/ui/page/frame';
import { Layout } from '@fil/ui/page/layout';
import { PageHead } from '@fil/ui/page/page-head';
import type { ConsultationsAnswer } from '@fil/views/consultations/consultations.answer';
import { ConsultationList } from './consultation-list';

export const ConsultationsPage = ({ frame, consultations }: { frame: Frame; consultations: ConsultationsAnswer }) => (
  <Layout
    frame={frame}
    title={frame.t.consultations.title}
    description={frame.t.consultations.lead}
    state={consultations.shown}
  >
    <PageHead frame={frame}>
      <h1>{frame.t.consultations.title}</h1>
      <p class="lead">{frame.t.consultations.lead}</p>
    </PageHead>
    {consultations.items.length === 0 ? (
      <p>{frame.t.consultations.none}</p>
    ) : (
      <ConsultationList frame={frame} items={consultations.items} level={2} />
    )}
  </Layout>
);

/** A consultation and its mandate. */
import type { Frame } from '@fil/ui/page/frame';
import { FigureCards } from '@fil/ui/components/figure-card';
import { Layout } from '@fil/ui/page/layout';
import { PageHead } from '@fil/ui/page/page-head';
import type { Consultation } from '@fil/views/consultations/consultations.answer';
import { ShownTitle, ShownWords, titleWords } from '../words/shown-words';
import { TakenOverNote } from '../words/origin';
import { OutsideLink } from '../words/source-link';
import { ConsultationFacts } from './consultation-facts';
import { DecisionPath } from './decision-path';
import { depositWords } from './deposit-state';
import { Mandate } from './mandate';
import { WhoAnswers } from './who-answers';

export interface ConsultationProps {
  readonly frame: Frame;
  readonly consultation: Consultation;
}

export interface ConsultationPageProps extends ConsultationProps {
  /** Contributions that wait and are not late. */
  readonly waiting: number;
}

export const ConsultationPage = ({ frame, consultation, waiting }: ConsultationPageProps) => (
  <Layout frame={frame} title={titleWords(frame, consultation.title).text} state={consultation.shown}>
    <article>
      <PageHead frame={frame} crumbs={[{ words: frame.t.frame.consultations, href: frame.to('/demarches') }]}>
        <h1>
          <ShownTitle frame={frame} title={consultation.title} />
        </h1>
        <ShownWords frame={frame} words={consultation.summary} class="lead" />
        <p>
          <strong>{depositWords(frame, consultation.deposit)}.</strong>
          {!consultation.promised && <> {frame.t.consultations.noPromise}</>}
        </p>
      </PageHead>
      <Figures frame={frame} consultation={consultation} waiting={waiting} />
      <WhoAnswers frame={frame} consultation={consultation} />
      <Mandate frame={frame} consultation={consultation} />
      <DecisionPath frame={frame} consultation={consultation} />
      <ConsultationFacts frame={frame} consultation={consultation} />
      <TakenOverNote frame={frame} takenOver={consultation.opened.takenOver} />
      {consultation.source && (
        <p class="small">
          <OutsideLink address={consultation.source.address}>{frame.t.consultations.sourcePage}</OutsideLink>
        </p>
      )}
    </article>
  </Layout>
);

function Figures({ frame, consultation: { id, counts }, waiting }: ConsultationPageProps) {
  const { t, to } = frame;
  const list = to('/contributions', { consultation: id });
  const backlog = to('/sans-reponse', { consultation: id });
  return (
    <section class="stack" aria-labelledby="figures">
      <h2 id="figures">{t.consultations.figures}</h2>
      <p>{t.home.received(counts.received)}</p>
      <FigureCards
        frame={frame}
        figures={[
          {
            tone: 'kept',
            label: t.home.answered,
            value: counts.answered,
            note: t.home.answeredNote,
            link: { href: list, words: t.home.seeList },
          },
          {
            tone: 'waiting',
            label: t.home.waiting,
            value: waiting,
            note: t.home.waitingNote,
            link: { href: backlog, words: t.home.seeWaiting },
          },
          {
            tone: 'late',
            label: t.home.late,
            value: counts.late,
            note: t.home.lateNote,
            link: { href: to('/sans-reponse', { consultation: id, late: 1 }), words: t.home.seeWaiting },
          },
        ]}
      />
      <ul class="choice">
        <li>
          <a href={list}>{t.consultations.seeContributions}</a>
        </li>
        <li>
          <a href={backlog}>{t.consultations.seeBacklog}</a>
        </li>
        <li>
          <a href={to('/', { consultation: id })}>{t.consultations.seeFlow}</a>
        </li>
      </ul>
    </section>
  );
}

import { Definitions } from '@fil/ui/components/definitions';
import type { Frame } from '@fil/ui/page/frame';
import { Layout } from '@fil/ui/page/layout';
import { PageHead } from '@fil/ui/page/page-head';
import { ContactLink } from './contact-link';

export const AboutPage = ({ frame }: { frame: Frame }) => {
  const { about } = frame.t;
  return (
    <Layout frame={frame} title={about.title} description={about.lead} state={null}>
      <PageHead frame={frame}>
        <h1>{about.title}</h1>
        <p class="lead">{about.lead}</p>
      </PageHead>
      <section class="stack" aria-labelledby="read">
        <h2 id="read">{about.readTitle}</h2>
        {about.read.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </section>
      <section class="section" aria-labelledby="words">
        <h2 id="words">{about.wordsTitle}</h2>
        <Definitions
          rows
          items={[
            { term: about.wordOutcome, is: about.wordOutcomeIs },
            { term: about.wordCommitment, is: about.wordCommitmentIs },
            { term: about.wordRegister, is: about.wordRegisterIs },
            { term: about.wordTakenOver, is: about.wordTakenOverIs },
          ]}
        />
      </section>
      <section class="section" aria-labelledby="data">
        <h2 id="data">{about.dataTitle}</h2>
        <p>{about.data}</p>
        <p>
          <a href="/api/v1/openapi.json">{about.api}</a>
        </p>
      </section>
      <section class="section" aria-labelledby="privacy">
        <h2 id="privacy">{about.privacyTitle}</h2>
        <p>{about.privacy}</p>
        <ContactLink frame={frame} />
      </section>
      <section class="section" aria-labelledby="software">
        <h2 id="software">{about.softwareTitle}</h2>
        <p>{about.software}</p>
      </section>
    </Layout>
  );
};

import type { Frame } from '@fil/ui/page/frame';
import { Layout } from '@fil/ui/page/layout';
import { PageHead } from '@fil/ui/page/page-head';
import { ContactLink } from './contact-link';

export const AccessibilityPage = ({ frame }: { frame: Frame }) => {
  const { about } = frame.t;
  return (
    <Layout frame={frame} title={about.accessibilityTitle} state={null}>
      <PageHead frame={frame}>
        <h1>{about.accessibilityTitle}</h1>
        <p class="lead">{frame.t.frame.accessibility[frame.site.accessibility]}</p>
      </PageHead>
      <div class="stack">
        <p>{about.accessibilityState[frame.site.accessibility]}</p>
        <p>{about.accessibilityAim}</p>
      </div>
      <section class="section" aria-labelledby="help">
        <h2 id="help">{about.accessibilityHelpTitle}</h2>
        <p>{about.accessibilityHelp}</p>
        <ContactLink frame={frame} />
      </section>
      <section class="section" aria-labelledby="rights">
        <h2 id="rights">{about.accessibilityRightsTitle}</h2>
        <p>{about.accessibilityRights}</p>
        <p>
          <a href="https://formulaire.defenseurdesdroits.fr/" rel="external">
            {about.accessibilityRightsLink}
          </a>
        </p>
      </section>
    </Layout>
  );
};

/** An error for a person: what happened and what to do now. */
import type { ComponentChildren } from 'preact';
import { SearchBox } from '../components/search-box';
import type { Frame } from './frame';
import { Layout } from './layout';
import { PageHead } from './page-head';

export interface ErrorPageProps {
  readonly frame: Frame;
  readonly status: number;
  readonly title: string;
  readonly children: ComponentChildren;
}

export const ErrorPage = ({ frame, status, title, children }: ErrorPageProps) => {
  const { t, to, visit } = frame;
  return (
    <Layout frame={frame} title={title} state={null}>
      <PageHead frame={frame}>
        <p class="soft">{t.errors.code(status)}</p>
        <h1>{title}</h1>
        {children}
      </PageHead>
      <section class="stack" aria-labelledby="what-to-do">
        <h2 id="what-to-do">{t.errors.whatToDo}</h2>
        {status < 500 && <SearchBox frame={frame} />}
        <ul>
          {status >= 500 && (
            <li>
              <a href={to(visit.path, visit.query)}>{t.errors.retry}</a>
            </li>
          )}
          <li>
            <a href={to('/')}>{t.errors.home}</a>
          </li>
          <li>
            <a href={to('/demarches')}>{t.errors.consultations}</a>
          </li>
        </ul>
      </section>
    </Layout>
  );
};

/** A problem as a page, for whoever asked for one with a browser. */
import type { VNode } from 'preact';
import { ErrorPage } from '../page/error-page';
import { frameOf } from '../page/frame';
import { PageProblem } from '../page/page-problem';
import type { SiteSettings } from '../page/site-settings';
import type { Visit } from '../page/visit';
import { toProblem, type ProblemError } from './problem';

export function problemPage(problem: ProblemError, visit: Visit, site: SiteSettings): VNode {
  const frame = frameOf(visit, site);
  const { t, label, language } = frame;
  const { errors } = toProblem(problem, language);
  const told = toldTo(problem);
  return (
    <ErrorPage frame={frame} status={problem.status} title={told?.title ?? t.errors.requestTitle}>
      <p class="lead">{told?.detail ?? label(problem.detail)}</p>
      {errors && (
        <ul>
          {errors.map(({ detail }) => (
            <li>{detail}</li>
          ))}
        </ul>
      )}
    </ErrorPage>
  );

  function toldTo(error: ProblemError): { title: string; detail: string } | null {
    if (error instanceof PageProblem) return { title: label(error.title), detail: label(error.detail) };
    // What the API says of an unknown address, a busy register or an error speaks to programs.
    if (error.status === 404) return { title: t.errors.notFoundTitle, detail: t.errors.notFound };
    if (error.status === 503) return { title: t.errors.busyTitle, detail: t.errors.busy };
    if (error.status >= 500) return { title: t.errors.internalTitle, detail: t.errors.internal };
    return null;
  }
}

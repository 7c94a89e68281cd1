import type { ComponentChildren } from 'preact';
import type { Frame } from './frame';

export interface Crumb {
  readonly words: string;
  readonly href: string;
}

/** The head of a page, along the red thread. `goesOn`: the thread runs on into the content. */
export const PageHead = ({
  frame,
  crumbs = [],
  goesOn = false,
  children,
}: {
  frame: Frame;
  crumbs?: readonly Crumb[];
  goesOn?: boolean;
  children: ComponentChildren;
}) => (
  <div class={goesOn ? 'page-head page-head--goes-on' : 'page-head'}>
    {crumbs.length > 0 && (
      <nav aria-label={frame.t.frame.whereYouAre}>
        <ol class="crumbs">
          {crumbs.map(({ words, href }) => (
            <li>
              <a href={href}>{words}</a>
            </li>
          ))}
        </ol>
      </nav>
    )}
    {children}
  </div>
);

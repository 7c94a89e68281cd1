/** What every page has around its content. */
import type { ComponentChildren } from 'preact';
import { formatInstant } from '../format/dates';
import { LANGUAGES } from '../language';
import { STYLESHEET_ADDRESS } from '../styles/stylesheet';
import { Notice } from '../components/notice';
import { Brand, ICON_ADDRESS } from './brand';
import type { Frame } from './frame';
import { addressIn, plainAddress } from './visit';

/** Which state of the register the page shows. */
export interface PageState {
  readonly size: number;
  readonly at: string | null;
  /** Older than what was asked for. */
  readonly asOf: boolean;
}

const LANGUAGE_NAMES = { fr: 'Français', en: 'English' } as const;

const MENU = [
  ['/', 'home'],
  ['/contributions', 'contributions'],
  ['/sans-reponse', 'backlog'],
  ['/demarches', 'consultations'],
  ['/a-propos', 'about'],
] as const;

const isHere = (path: string, address: string): boolean =>
  address === '/' ? path === '/' : path === address || path.startsWith(`${address}/`);

export interface LayoutProps {
  readonly frame: Frame;
  readonly title: string;
  readonly description?: string;
  /** Null on pages that show nothing of the register. */
  readonly state: PageState | null;
  readonly children: ComponentChildren;
}

export const Layout = ({ frame, title, description, state, children }: LayoutProps) => (
  <html lang={frame.language}>
    <head>
      <meta charset="utf-8" />
      <title>{`${title} · ${frame.label(frame.site.authority)} · ${frame.t.frame.product}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {description && <meta name="description" content={description} />}
      <link rel="stylesheet" href={STYLESHEET_ADDRESS} />
      <link rel="icon" type="image/svg+xml" href={ICON_ADDRESS} />
      {LANGUAGES.map((language) => (
        <link rel="alternate" hreflang={language} href={addressIn(frame.visit, language)} />
      ))}
    </head>
    <body>
      <a class="skip" href="#content">
        {frame.t.frame.skip}
      </a>
      {frame.site.demonstration && (
        <aside class="demonstration" aria-label={frame.t.frame.demonstrationName}>
          <p class="wide">{frame.t.frame.demonstration}</p>
        </aside>
      )}
      <PageHeader frame={frame} />
      <main id="content" tabindex={-1}>
        <div class="wide">
          {state && <StateNotices frame={frame} state={state} />}
          {children}
        </div>
      </main>
      <PageFooter frame={frame} state={state} />
    </body>
  </html>
);

const PageHeader = ({ frame }: { frame: Frame }) => (
  <header class="site-head">
    <div class="wide">
      <Brand frame={frame} />
      <nav aria-label={frame.t.frame.navigation}>
        <ul class="menu">
          {MENU.map(([address, name]) => (
            <li>
              <a
                href={frame.to(address)}
                aria-current={
                  frame.visit.path === address ? 'page' : isHere(frame.visit.path, address) ? 'true' : undefined
                }
              >
                {frame.t.frame[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <nav class="languages" aria-label={frame.t.frame.otherLanguage}>
        <ul class="menu small">
          {LANGUAGES.map((language) => (
            <li lang={language}>
              <a
                href={addressIn(frame.visit, language)}
                hreflang={language}
                aria-current={language === frame.language ? 'true' : undefined}
              >
                {LANGUAGE_NAMES[language]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  </header>
);

function StateNotices({ frame, state }: { frame: Frame; state: PageState }) {
  const { seen } = frame.visit;
  if (!state.asOf && seen === null) return null;
  return (
    <Notice tone={state.asOf ? 'waiting' : undefined}>
      <p role="status">{state.asOf ? frame.t.frame.asOf : frame.t.frame.justRecorded}</p>
      {seen !== null && (
        <p>
          <a href={plainAddress(frame.visit)}>{frame.t.frame.plainAddress}</a>
        </p>
      )}
    </Notice>
  );
}

const PageFooter = ({ frame, state }: { frame: Frame; state: PageState | null }) => (
  <footer class="site-foot">
    <div class="wide">
      <ul>
        <li>
          <a href={frame.to('/accessibilite')}>{frame.t.frame.accessibility[frame.site.accessibility]}</a>
        </li>
        <li>
          <a href={frame.to('/a-propos')}>{frame.t.frame.about}</a>
        </li>
        <li>
          <a href="/api/v1/openapi.json">{frame.t.frame.api}</a>
        </li>
        <li>{frame.t.frame.licence}</li>
      </ul>
      {state && (
        <p>
          {frame.t.frame.state(frame.t.frame.entries(state.size))}
          {state.at && <>, {frame.t.frame.stateAt(formatInstant(state.at, frame.language))}</>}
        </p>
      )}
    </div>
  </footer>
);

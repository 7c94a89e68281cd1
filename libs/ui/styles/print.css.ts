import { css } from './css';

/** On paper: black on white, no navigation, every folded part unfolded, addresses of outside links written out. */
export const print = css`
  @media print {
    :root {
      color-scheme: light;
      --paper: #fff;
      --surface: #fff;
      --ink: #000;
      --ink-soft: #333;
      --rule: #999;
      --link: #000;
      --thread: #b4202b;
    }
    html {
      font-size: 10.5pt;
    }
    .skip,
    .menu,
    .languages,
    .filters,
    .search-box,
    .pages,
    .choice {
      display: none;
    }
    .demonstration {
      background: none;
      color: #000;
      border-bottom: 1px solid #000;
    }
    .wide {
      max-width: none;
      padding-inline: 0;
    }
    main a[href^='http']::after {
      content: ' (' attr(href) ')';
      font-size: 0.85em;
      overflow-wrap: anywhere;
    }
    details::details-content {
      content-visibility: visible;
      display: block;
      height: auto;
    }
    .card,
    .figure-card,
    .results > li,
    .dated > li,
    tr,
    figure {
      break-inside: avoid;
    }
    h2,
    h3 {
      break-after: avoid;
    }
    .thread::before,
    .page-head::before,
    .page-head::after,
    .thread > section > h2::before,
    .dated > li::before {
      print-color-adjust: exact;
    }
    .flow {
      min-width: 0;
    }
  }
`;

import { css } from './css';

export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  html {
    font-size: 106.25%;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    scroll-padding-top: 1rem;
  }
  body {
    margin: 0;
    background: var(--paper);
    color: var(--ink);
    font-family: var(--text);
    line-height: 1.6;
    overflow-wrap: anywhere;
  }
  h1,
  h2,
  h3,
  h4 {
    font-family: var(--display);
    font-weight: 600;
    line-height: 1.2;
    margin: 0;
    text-wrap: balance;
  }
  h1 {
    font-size: clamp(1.8rem, 1.3rem + 2.2vw, 2.7rem);
    letter-spacing: -0.01em;
  }
  h2 {
    font-size: clamp(1.35rem, 1.2rem + 0.8vw, 1.7rem);
  }
  h3 {
    font-size: 1.2rem;
  }
  h4 {
    font-size: 1rem;
    font-family: var(--text);
  }
  p,
  ul,
  ol,
  dl,
  blockquote,
  figure,
  table {
    margin: 0;
  }
  p,
  li,
  dd {
    max-width: var(--measure);
    text-wrap: pretty;
  }
  a {
    color: var(--link);
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 3px;
    border-radius: 2px;
  }
  mark {
    background: var(--thread-tint);
    color: inherit;
    font-weight: 600;
    padding: 0 0.1em;
  }
  time,
  .nowrap {
    white-space: nowrap;
  }
  svg {
    max-width: 100%;
  }
  .stack > * + * {
    margin-top: 1rem;
  }
  .stack-close > * + * {
    margin-top: 0.4rem;
  }
  .lead {
    font-size: 1.15rem;
    color: var(--ink-soft);
  }
  .soft {
    color: var(--ink-soft);
  }
  .small {
    font-size: 0.9rem;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .plain-list {
    list-style: none;
    padding: 0;
  }
  .note-absent {
    color: var(--ink-soft);
    font-style: italic;
  }
`;

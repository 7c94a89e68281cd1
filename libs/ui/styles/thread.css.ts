import { css } from './css';

/** The vertical line of a thread, with a knot at each part and a small one at each date. */
export const thread = css`
  .thread {
    position: relative;
    padding-left: var(--gutter);
  }
  .thread::before {
    content: '';
    position: absolute;
    left: 0;
    top: 0;
    bottom: 0;
    border-left: var(--line) solid var(--thread);
  }
  .thread > section {
    position: relative;
    padding-top: 3rem;
  }
  .thread > section > * + * {
    margin-top: 1.1rem;
  }
  .thread > section > h2::before {
    content: '';
    position: absolute;
    left: calc(var(--line) / 2 - var(--gutter));
    margin-top: 0.32em;
    width: 0.85rem;
    height: 0.85rem;
    border-radius: 50%;
    background: var(--thread);
    box-shadow: 0 0 0 5px var(--paper);
    transform: translateX(-50%);
  }
  .thread > section:last-child {
    padding-bottom: 0.5rem;
  }

  .verbatim {
    font-family: var(--display);
    font-size: 1.22rem;
    line-height: 1.55;
    white-space: pre-line;
  }
  .verbatim > * + * {
    margin-top: 0.8rem;
  }
  .written {
    white-space: pre-line;
  }

  .card {
    background: var(--surface);
    border: 1px solid var(--rule);
    padding: 1.25rem 1.4rem 1.4rem;
  }
  .card > * + * {
    margin-top: 0.9rem;
  }
  .card h4 + * {
    margin-top: 0.3rem;
  }
  .card--older {
    background: transparent;
    border-style: dashed;
  }
  .card > header > * + * {
    margin-top: 0.5rem;
  }
  .outcome {
    font-size: 1.35rem;
  }
  .outcome .badge {
    font-family: var(--text);
    font-size: 1.1rem;
  }
  .side-by-side {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
    gap: 1rem;
    align-items: stretch;
  }
  .cards {
    display: grid;
    gap: 1.25rem;
  }
  .stands {
    display: flex;
    flex-wrap: wrap;
    gap: 1rem 2.5rem;
  }
  .stands dt {
    font-size: 0.85rem;
    color: var(--ink-soft);
    margin-bottom: 0.25rem;
  }
  .stands dd {
    margin: 0;
  }
  .divergences > * + * {
    margin-top: 0.7rem;
  }
  .divergences {
    padding-left: 1.2rem;
  }

  .dated {
    list-style: none;
    padding: 0;
  }
  .dated > li {
    position: relative;
    display: grid;
    grid-template-columns: 12rem minmax(0, 1fr);
    gap: 0 1.5rem;
    padding: 0.65rem 0;
    max-width: none;
  }
  .dated > li + li {
    border-top: 1px solid var(--rule);
  }
  .dated > li::before {
    content: '';
    position: absolute;
    left: calc(var(--line) / 2 - var(--gutter));
    top: 1.2rem;
    width: 0.6rem;
    height: 0.6rem;
    border-radius: 50%;
    background: var(--paper);
    border: 2px solid var(--thread);
    transform: translateX(-50%);
  }
  .dated > li.is-late::before {
    border-radius: 0;
    transform: translateX(-50%) rotate(45deg);
    background: var(--thread);
  }
  .dated .day {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: normal;
  }
  .dated .day time {
    white-space: normal;
  }
  .dated .what > * + * {
    margin-top: 0.15rem;
  }
  @media (max-width: 44rem) {
    :root {
      --gutter: 1.4rem;
    }
    .dated > li {
      grid-template-columns: 1fr;
    }
  }
`;

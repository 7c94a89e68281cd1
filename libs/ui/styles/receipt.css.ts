import { css } from './css';

/** A receipt: on the screen one page after the other, on paper the two sides of one sheet. */
export const receipt = css`
  .receipt-front > * + *,
  .receipt-back > * + *,
  .receipt > section.on-screen > * + * {
    margin-top: 0.9rem;
  }
  .receipt h2 {
    margin-top: 1.6rem;
  }
  .receipt > section + section {
    margin-top: 2.5rem;
    padding-top: 0.4rem;
    border-top: var(--line) solid var(--thread);
  }
  .receipt-number span {
    display: block;
  }
  .receipt-number strong {
    font-family: var(--display);
    font-size: clamp(2.8rem, 2rem + 6vw, 4.6rem);
    line-height: 1.05;
    font-variant-numeric: tabular-nums lining-nums;
    letter-spacing: 0.01em;
  }
  .fold {
    margin-top: 2.5rem;
  }
  .fold > * + * {
    margin-top: 0.6rem;
  }
  .fold-line {
    max-width: none;
    border-top: 2px dashed var(--rule-strong);
    padding-top: 0.3rem;
    text-align: center;
    color: var(--ink-soft);
  }
  .author-key {
    font-family: ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', 'Liberation Mono', monospace;
    font-size: 1.5rem;
    letter-spacing: 0.06em;
    max-width: none;
  }
  .proof-columns {
    display: grid;
    grid-template-columns: minmax(0, 22rem) minmax(0, 1fr);
    gap: 1.5rem 2.5rem;
    align-items: start;
  }
  .proof-code > * + * {
    margin-top: 0.5rem;
  }
  .qr-code {
    display: block;
    width: 100%;
    height: auto;
  }
  .note {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    border: 1px solid var(--rule);
    background: var(--surface);
    padding: 0.9rem 1.1rem;
    font-size: 0.9rem;
    margin: 0;
  }
  .key-form > * + * {
    margin-top: 0.6rem;
  }
  .key-form input {
    max-width: 24rem;
    display: block;
  }
  @media (max-width: 46rem) {
    .proof-columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  .receipt .letters {
    font-size: 1.1em;
    letter-spacing: 0.04em;
  }

  @media print {
    .on-screen,
    .receipt .crumbs {
      display: none;
    }
    body:has(.receipt) .site-foot {
      display: none;
    }
    .receipt h2 {
      margin-top: 1rem;
    }
    .receipt > section + section {
      margin-top: 0;
      border-top: 0;
    }
    .receipt-back {
      break-before: page;
    }
    .receipt p,
    .receipt li,
    .receipt dd {
      max-width: none;
    }
    .receipt .facts--rows > div {
      grid-template-columns: 4.6cm minmax(0, 1fr);
      padding: 0.15rem 0;
    }
    .fold {
      break-inside: avoid;
    }
    /* At the size of the drawing: modules that are scaled are not read. */
    .proof-columns {
      grid-template-columns: auto minmax(0, 1fr);
      gap: 0.5cm;
    }
    .proof-code {
      width: min-content;
      min-width: 4.8cm;
    }
    .qr-code {
      width: auto;
      height: auto;
    }
  }
`;

import { css } from './css';

export const components = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    padding: 0.12rem 0.65rem 0.12rem 0.5rem;
    border: 1px solid currentColor;
    border-radius: 1rem;
    font-size: 0.9rem;
    font-weight: 600;
    line-height: 1.5;
    color: var(--ink);
    background: var(--surface);
  }
  .badge svg {
    width: 0.85em;
    height: 0.85em;
    flex: none;
  }
  .badge--kept {
    color: var(--kept);
    background: var(--kept-tint);
  }
  .badge--waiting {
    color: var(--waiting);
    background: var(--waiting-tint);
  }
  .badge--late {
    color: var(--late);
    background: var(--late-tint);
  }
  .badge--quiet {
    color: var(--ink-soft);
    background: var(--quiet-tint);
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .notice {
    border: 1px solid var(--rule-strong);
    border-left-width: 6px;
    background: var(--surface);
    padding: 0.9rem 1.2rem;
    max-width: calc(var(--measure) + 3rem);
  }
  .notice--late {
    border-color: var(--late);
    background: var(--late-tint);
  }
  .notice--waiting {
    border-color: var(--waiting);
    background: var(--waiting-tint);
  }
  .notice > * + * {
    margin-top: 0.4rem;
  }
  .notice strong {
    font-weight: 650;
  }

  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr));
    gap: 0.9rem 2rem;
  }
  .facts dt {
    font-size: 0.85rem;
    color: var(--ink-soft);
  }
  .facts dd {
    margin: 0;
  }
  .facts--rows {
    display: block;
  }
  .facts--rows > div {
    display: grid;
    grid-template-columns: 12rem minmax(0, 1fr);
    gap: 0 1.5rem;
    padding: 0.45rem 0;
    border-top: 1px solid var(--rule);
  }
  @media (max-width: 34rem) {
    .facts--rows > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  .figures {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: 1rem;
    list-style: none;
    padding: 0;
  }
  @media (max-width: 46rem) {
    .figures {
      grid-template-columns: 1fr;
    }
  }
  .figure-card {
    background: var(--surface);
    border: 1px solid var(--rule);
    border-top: 5px solid currentColor;
    padding: 1rem 1.25rem 1.1rem;
    max-width: none;
  }
  .figure-card > * + * {
    margin-top: 0.25rem;
  }
  .figure-card--kept {
    border-top-color: var(--kept);
  }
  .figure-card--waiting {
    border-top-color: var(--waiting);
    border-top-style: dashed;
  }
  .figure-card--late {
    border-top-color: var(--late);
    border-top-style: double;
  }
  .figure-card .label {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    font-weight: 600;
  }
  .figure-card--kept .label svg {
    color: var(--kept);
  }
  .figure-card--waiting .label svg {
    color: var(--waiting);
  }
  .figure-card--late .label svg {
    color: var(--late);
  }
  .figure-card .label svg {
    width: 1rem;
    height: 1rem;
  }
  .figure-card .number {
    font-family: var(--display);
    font-size: 2.9rem;
    line-height: 1.1;
    font-variant-numeric: tabular-nums lining-nums;
  }

  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    width: 100%;
    font-size: 0.95rem;
  }
  caption {
    text-align: left;
    padding-bottom: 0.6rem;
    color: var(--ink-soft);
  }
  th,
  td {
    text-align: left;
    vertical-align: top;
    padding: 0.6rem 1rem 0.6rem 0;
    border-bottom: 1px solid var(--rule);
  }
  thead th {
    border-bottom: 2px solid var(--rule-strong);
    font-size: 0.85rem;
    white-space: nowrap;
  }
  tbody th {
    font-weight: 500;
  }
  .amount {
    text-align: right;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    padding-right: 0;
  }

  details > summary {
    cursor: pointer;
    color: var(--link);
    padding: 0.3rem 0;
    width: fit-content;
  }
  details[open] > summary {
    margin-bottom: 0.6rem;
  }
`;
